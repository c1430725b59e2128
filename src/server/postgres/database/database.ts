import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { importOptionalPackage } from '../../../engines/index.ts';
import { isConflict, isStarting, isUnreachable } from './connection-faults.ts';
import { connectionSettings, STATEMENT_LIMIT_MS } from './connection-settings.ts';
import {
  PooledTransaction,
  type Queryable,
  runQuery,
  type Row,
  type SqlValue,
  type Transaction,
} from './transaction.ts';

export interface DatabaseOptions {
  /** Connections of this process at most, those that listen not counted. Default 10. */
  readonly connections?: number;
  /** How long a statement may take, in milliseconds. Default 30,000. */
  readonly statementLimitMs?: number;
  /** Called with why an idle connection broke. Default: nobody is told, for the next query says so. */
  readonly onFault?: (error: unknown) => void;
}

const CONNECTIONS = 10;
/** How long to wait before each further try, in milliseconds: some twenty seconds in all, as a server takes to restart. */
const DELAYS_MS: readonly number[] = [20, 50, 100, 200, 500, 1_000, 2_000, 4_000, 6_000, 6_000];

/**
 * A PostgreSQL database: a pool of connections. What is sent while the server restarts waits for it, as far as it can't
 * have been done already.
 */
export class Database implements Queryable {
  readonly #pool: pg.Pool;
  readonly #Client: typeof pg.Client;
  readonly #settings: pg.ClientConfig;
  readonly #closing = new AbortController();

  private constructor(driver: typeof pg, url: string, options: DatabaseOptions) {
    this.#settings = connectionSettings(url, driver, options.statementLimitMs ?? STATEMENT_LIMIT_MS);
    this.#Client = driver.Client;
    this.#pool = new driver.Pool({
      ...this.#settings,
      max: options.connections ?? CONNECTIONS,
      idleTimeoutMillis: 30_000,
    });
    const { onFault = () => undefined } = options;
    // Without a listener, the end of an idle connection would end the process. Once it is closed nobody wants to know: the
    // pool does not wait for the server to have said goodbye.
    this.#pool.on('error', (error) => {
      if (!this.#closing.signal.aborted) onFault(error);
    });
    // And so would that of one that is in use, between two of its statements; the next statement says so as well.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Connects once, to see that it can, and waits for a server that is just starting. Rejects with the driver's error, which
   * has no password in it, and with a line for people where the driver is not installed.
   */
  static async open(url: string, options: DatabaseOptions = {}): Promise<Database> {
    const { default: driver } = await importOptionalPackage<{ readonly default: typeof pg }>('pg', 'DATABASE_URL');
    const database = new Database(driver, url, options);
    try {
      (await database.#firstConnection()).release();
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Runs one statement by itself. It is sent again only where it never reached the server. */
  async query<Result extends Row = Row>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Result[]> {
    const client = await this.#connect();
    let fault: unknown;
    try {
      return await runQuery<Result>(client, sql, values);
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      client.release(isUnreachable(fault));
    }
  }

  /**
   * Runs `work` in one transaction, which is undone where it rejects. `work` runs again where the transaction met another
   * one, or the connection broke before it was to be committed: it must change nothing but the database, and leave what
   * follows to `afterCommit`. Rejects with what `work` rejects with, or with PostgreSQL's error.
   */
  async transaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
    for (const delayMs of DELAYS_MS) {
      try {
        return await this.#tryTransaction(work);
      } catch (error) {
        if (!isConflict(error) && !(error instanceof BrokenBeforeCommit)) throw error;
      }
      await this.#wait(delayMs);
    }
    return this.#tryTransaction(work).catch((error: unknown) => {
      throw error instanceof BrokenBeforeCommit ? error.cause : error;
    });
  }

  /**
   * A connection of its own, for what lasts: listening, a lock. Whoever asks for it ends it, and listens to its `error`
   * and `end`. Tries once.
   */
  async connect(): Promise<pg.Client> {
    const client = new this.#Client(this.#settings);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Waits for what runs. A second call does nothing. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await this.#pool.end();
  }

  async #tryTransaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
    const client = await this.#connect();
    const transaction = new PooledTransaction(client);
    let isCommitting = false;
    let fault: unknown;
    let value: Value;
    try {
      await client.query('BEGIN');
      value = await work(transaction);
      isCommitting = true;
      await client.query('COMMIT');
    } catch (error) {
      fault = error;
      if (!isUnreachable(error)) {
        await client.query('ROLLBACK').catch((rollbackFault: unknown) => (fault = rollbackFault));
        throw error;
      }
      // Whether it was committed is not known where the connection broke meanwhile.
      throw isCommitting ? error : new BrokenBeforeCommit(error);
    } finally {
      client.release(isUnreachable(fault));
    }
    transaction.tellCommitted();
    return value;
  }

  /** Whoever starts a gateway is told at once that there is no server; one that starts beside it is waited for. */
  #firstConnection(): Promise<pg.PoolClient> {
    return this.#connectUnless((error) => !isStarting(error));
  }

  /** Waits for a server that restarts. */
  #connect(): Promise<pg.PoolClient> {
    return this.#connectUnless((error) => !isUnreachable(error));
  }

  async #connectUnless(isHopeless: (error: unknown) => boolean): Promise<pg.PoolClient> {
    for (const delayMs of DELAYS_MS) {
      try {
        return await this.#pool.connect();
      } catch (error) {
        if (isHopeless(error) || this.#closing.signal.aborted) throw error;
      }
      await this.#wait(delayMs);
    }
    return this.#pool.connect();
  }

  async #wait(delayMs: number): Promise<void> {
    await delay(delayMs * (0.5 + Math.random()), undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}

/** The connection broke while nothing of a transaction can have been kept. */
class BrokenBeforeCommit extends Error {
  override readonly name = 'BrokenBeforeCommit';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
