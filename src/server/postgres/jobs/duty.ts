import type { Database } from '../database/database.ts';

export interface DutyOptions {
  /** What is done by one process alone. */
  readonly duty: string;
  /** What this process is called; no two are called the same. */
  readonly process: string;
  /** How long it stays with a process that is not heard of, in milliseconds. */
  readonly heldMs: number;
}

/** What one process alone does for all; when it is not heard of any more, another does. */
export class Duty {
  readonly #database: Database;
  readonly #options: DutyOptions;

  constructor(database: Database, options: DutyOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Takes the duty, or says that it is still done; resolves with whether this process has it now. */
  async hold(): Promise<boolean> {
    const { duty, process, heldMs } = this.#options;
    const rows = await this.#database.query(
      `INSERT INTO duties (duty, process, held_until) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 ms')
       ON CONFLICT (duty) DO UPDATE SET process = excluded.process, held_until = excluded.held_until
       WHERE duties.process = excluded.process OR duties.held_until < now() RETURNING 1`,
      [duty, process, heldMs],
    );
    return rows.length > 0;
  }

  /** Leaves it to the next. */
  async leave(): Promise<void> {
    const { duty, process } = this.#options;
    await this.#database.query('DELETE FROM duties WHERE duty = $1 AND process = $2', [duty, process]);
  }
}
