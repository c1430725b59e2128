import type { Queryable } from '../database/transaction.ts';

/** How much is stored by all processes. */
export interface Totals {
  /** Bytes of media and of the database. */
  readonly bytes: number;
  readonly messages: number;
}

/** How long it may be since they were counted, in milliseconds: to count a million messages takes a moment. */
const GOOD_FOR_MS = 15_000;

/** Counts what is stored, now and then: limits by it are for the disk's sake, and may be a little late. */
export class StoredTotals {
  readonly #database: Queryable;
  #counting: Promise<Totals> | undefined;
  #countedAt = -Infinity;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** Rejects where it can't be counted. */
  read(): Promise<Totals> {
    if (this.#counting !== undefined && performance.now() - this.#countedAt < GOOD_FOR_MS) return this.#counting;
    this.#countedAt = performance.now();
    this.#counting = this.#count().catch((error: unknown) => {
      this.#counting = undefined;
      throw error;
    });
    return this.#counting;
  }

  async #count(): Promise<Totals> {
    const [row] = await this.#database.query<{ bytes: number; messages: number }>(
      `SELECT (SELECT coalesce(sum(bytes), 0) FROM stored_media) + pg_database_size(current_database()) AS bytes,
         (SELECT count(*) FROM messages) AS messages`,
    );
    return row ?? { bytes: 0, messages: 0 };
  }
}
