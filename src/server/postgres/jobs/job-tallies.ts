import type { JobTally } from '../../ports/index.ts';
import type { Database } from '../database/database.ts';
import { IS_LEASED } from './job-rows.ts';

/** Counts the jobs of each engine, whichever process has them. An engine that has had one stays, with 0. */
export class JobTallies {
  readonly #database: Database;
  readonly #engines = new Map<string, JobTally>();

  constructor(database: Database) {
    this.#database = database;
  }

  async count(): Promise<readonly JobTally[]> {
    const rows = await this.#database.query(
      `SELECT engine, count(*) FILTER (WHERE ${IS_LEASED}) AS running, count(*) FILTER (WHERE NOT ${IS_LEASED}) AS waiting
       FROM jobs WHERE ended_at IS NULL AND NOT is_deferred GROUP BY engine`,
    );
    for (const engine of this.#engines.keys()) this.#engines.set(engine, { engine, waiting: 0, running: 0 });
    for (const row of rows) {
      const engine = String(row['engine']);
      this.#engines.set(engine, { engine, waiting: Number(row['waiting']), running: Number(row['running']) });
    }
    return [...this.#engines.values()];
  }
}
