import type pg from 'pg';

/** What PostgreSQL gives for a row: `bigint` as a number, `jsonb` as what it holds. */
export type Row = Readonly<Record<string, unknown>>;

/** What stands in the place of `$1`; an array where PostgreSQL has one. */
export type SqlValue = string | number | boolean | null | Date | readonly (string | number | boolean | null)[];

/** What runs a statement: a database, or a transaction of it. */
export interface Queryable {
  /** Resolves with the rows: none where the statement returns none. Rejects with PostgreSQL's error. */
  query<Result extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly Result[]>;
}

/** Statements that are kept together or not at all. It ends with the work that it was given to. */
export interface Transaction extends Queryable {
  /** Calls `work` when the transaction has been committed; never where it was undone. In the order in which it was asked. */
  afterCommit(work: () => void): void;
  /** Lets its further statements take as long as they do: they are about all of a large table, or wait for who is at that. */
  liftLimit(): Promise<void>;
}

/** The longest that a timer can be set to, in milliseconds: 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** A transaction on a connection of the pool. */
export class PooledTransaction implements Transaction {
  readonly #client: pg.ClientBase;
  readonly #afterCommit: (() => void)[] = [];
  #limitMs: number | undefined;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  query<Result extends Row = Row>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Result[]> {
    return runQuery<Result>(this.#client, sql, values, this.#limitMs);
  }

  async liftLimit(): Promise<void> {
    await this.query('SET LOCAL statement_timeout = 0');
    this.#limitMs = LONGEST_MS;
  }

  afterCommit(work: () => void): void {
    this.#afterCommit.push(work);
  }

  /** Its owner has committed it. */
  tellCommitted(): void {
    for (const work of this.#afterCommit) work();
  }
}

/** The names of statements that are prepared: each connection prepares one when it first runs it. */
const names = new Map<string, string>();

/**
 * Runs a statement on a connection; with values, it is prepared once and run often.
 * @param limitMs how long its answer may take; default: as long as the connection's settings say
 */
export async function runQuery<Result extends Row>(
  client: pg.ClientBase,
  sql: string,
  values: readonly SqlValue[],
  limitMs?: number,
): Promise<readonly Result[]> {
  const limit = limitMs === undefined ? {} : { query_timeout: limitMs };
  if (values.length === 0) return (await client.query<Result>({ text: sql, ...limit })).rows;
  const name = names.get(sql) ?? `kitten_${names.size + 1}`;
  names.set(sql, name);
  return (await client.query<Result>({ name, text: sql, values: [...values], ...limit })).rows;
}
