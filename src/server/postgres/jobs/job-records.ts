import type { Job } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';
import type { OpenJobs } from '../../schedule/open-job-limits.ts';
import { JOB_COLUMNS, JOBS, jobOf } from './job-rows.ts';

/** What an operator, and the trimming, has to do with jobs. */
export class JobRecords {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** A job by its own id, unless it has ended. */
  async findOpenById(id: string): Promise<Job | undefined> {
    const [row] = await this.#open('jobs.id = $1', id);
    return row;
  }

  /** The open jobs of a code, in the order in which they were added. */
  openJobsOf(code: string): Promise<readonly Job[]> {
    return this.#open('codes.code = $1', code);
  }

  /** All open jobs, in the order in which they were added. */
  openJobs(): Promise<readonly Job[]> {
    return this.#open('$1', true);
  }

  /** How many jobs are open: of an address, and over all. */
  async countOpen(address: string): Promise<Pick<OpenJobs, 'ofAddress' | 'total'>> {
    const [row] = await this.#database.query(
      'SELECT count(*) FILTER (WHERE address = $1) AS of_address, count(*) AS total FROM jobs WHERE ended_at IS NULL',
      [address],
    );
    return { ofAddress: Number(row?.['of_address']), total: Number(row?.['total']) };
  }

  /** Forgets the jobs of a code that have ended. */
  async removeEnded(code: string): Promise<void> {
    await this.#database.query(
      'DELETE FROM jobs USING codes WHERE codes.id = jobs.code_id AND codes.code = $1 AND jobs.ended_at IS NOT NULL',
      [code],
    );
  }

  /** Forgets jobs that ended before a time, in milliseconds since the Unix epoch. */
  async trimEnded(before: number): Promise<void> {
    await this.#database.query('DELETE FROM jobs WHERE ended_at < $1', [before]);
  }

  async #open(which: string, value: string | boolean): Promise<readonly Job[]> {
    const sql = `SELECT ${JOB_COLUMNS} FROM ${JOBS} WHERE ${which} AND jobs.ended_at IS NULL ORDER BY jobs.place`;
    return (await this.#database.query(sql, [value])).map(jobOf);
  }
}
