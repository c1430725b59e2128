import type { Database } from '../database/database.ts';

/** How much is stored by all processes. */
export interface Totals {
  /** Bytes of media and of the database. */
  readonly bytes: number;
  readonly messages: number;
}

/** How long it may be since they were counted, in milliseconds; and how many times as long as that took. */
const GOOD_FOR_MS = 15_000;
const GOOD_FOR_COUNTS = 50;

/**
 * Counts what is stored, now and then: limits by it are for the disk's sake, and may be a little late. To count a hundred million
 * messages takes a minute: meanwhile what was counted before is good, and it is done so seldom that it costs little.
 */
export class StoredTotals {
  readonly #database: Pick<Database, 'transaction'>;
  #last: Totals | undefined;
  #goodUntil = -Infinity;
  #counting: Promise<Totals> | undefined;

  constructor(database: Pick<Database, 'transaction'>) {
    this.#database = database;
  }

  /** Rejects where it was never counted, and can't be now. */
  read(): Promise<Totals> {
    if (this.#last === undefined) return this.#count();
    // What goes wrong now does so the next time, too.
    if (performance.now() > this.#goodUntil) void this.#count().catch(() => undefined);
    return Promise.resolve(this.#last);
  }

  #count(): Promise<Totals> {
    this.#counting ??= this.#countAll().finally(() => (this.#counting = undefined));
    return this.#counting;
  }

  async #countAll(): Promise<Totals> {
    const startedAt = performance.now();
    const rows = await this.#database.transaction(async (transaction) => {
      await transaction.liftLimit();
      return transaction.query<{ bytes: number; messages: number }>(
        `SELECT (SELECT coalesce(sum(bytes), 0) FROM stored_media) + pg_database_size(current_database()) AS bytes,
           (SELECT count(*) FROM messages) AS messages`,
      );
    });
    const countedAt = performance.now();
    this.#goodUntil = countedAt + Math.max(GOOD_FOR_MS, (countedAt - startedAt) * GOOD_FOR_COUNTS);
    return (this.#last = rows[0] ?? { bytes: 0, messages: 0 });
  }
}
