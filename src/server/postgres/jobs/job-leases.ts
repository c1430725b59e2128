import type { MessageDraft } from '../../ports/index.ts';
import { JobNotOpenError } from '../../schedule/job-not-open.ts';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { SERVER_MS } from './job-rows.ts';
import type { LeasedJob } from './leased-job.ts';

/** What the log does within a transaction: it stores messages, and has followers hear of them once that is committed. */
export interface TransactionalLog {
  appendAll(transaction: Transaction, code: string, drafts: readonly MessageDraft[]): Promise<unknown>;
  /** Stores a message once, after what has to hold, in one transaction. */
  append(code: string, draft: MessageDraft, condition: (transaction: Transaction) => Promise<void>): Promise<unknown>;
}

/** What became of a job that is to wait for its next run. */
export type Requeued =
  | 'waits'
  /** Its client has cancelled it meanwhile: it is still the worker's, who ends it. */
  | 'cancelled'
  /** It had been given to another worker, or is over. */
  | 'lost';

const FREE = 'leased_until = NULL, worker = NULL';
const IS_MINE = 'place = $1 AND lease = $2 AND ended_at IS NULL';

/** Keeps, gives back and ends the jobs of a worker, each only as long as it is still the worker's. */
export class JobLeases {
  readonly #database: Database;
  readonly #log: TransactionalLog;
  readonly #leaseMs: number;

  constructor(database: Database, log: TransactionalLog, leaseMs: number) {
    this.#database = database;
    this.#log = log;
    this.#leaseMs = leaseMs;
  }

  /** Says that the worker is alive. Resolves with the places of its jobs that are still its own, and whether each is cancelled. */
  async renew(jobs: readonly LeasedJob[]): Promise<ReadonlyMap<number, { readonly isCancelled: boolean }>> {
    const rows = await this.#database.query(
      `UPDATE jobs SET leased_until = clock_timestamp() + $3 * interval '1 ms'
       FROM unnest($1::bigint[], $2::integer[]) AS mine (place, lease)
       WHERE jobs.place = mine.place AND jobs.lease = mine.lease AND jobs.ended_at IS NULL
       RETURNING jobs.place, jobs.is_cancelled`,
      [jobs.map(({ place }) => place), jobs.map(({ lease }) => lease), this.#leaseMs],
    );
    return new Map(rows.map((row) => [Number(row['place']), { isCancelled: row['is_cancelled'] === true }]));
  }

  /** Gives a job back, which then waits where it did. */
  async giveBack({ place, lease }: LeasedJob): Promise<void> {
    await this.#database.query(`UPDATE jobs SET ${FREE} WHERE ${IS_MINE}`, [place, lease]);
  }

  /** Has a job wait behind the others of its code in a lane, for its next run. */
  async requeue({ place, lease }: LeasedJob, lane: string): Promise<Requeued> {
    const [requeued] = await this.#database.query(
      `UPDATE jobs SET ${FREE}, lane = $3, turn = nextval('job_turns') WHERE ${IS_MINE} AND NOT is_cancelled RETURNING place`,
      [place, lease, lane],
    );
    if (requeued !== undefined) return 'waits';
    const [kept] = await this.#database.query(`SELECT 1 FROM jobs WHERE ${IS_MINE}`, [place, lease]);
    return kept === undefined ? 'lost' : 'cancelled';
  }

  /** Gives a job back that could not be brought to its end: it waits for the next start of a worker. */
  async defer({ place, lease }: LeasedJob): Promise<void> {
    const sql = `UPDATE jobs SET ${FREE}, is_deferred = true WHERE ${IS_MINE}`;
    await this.#database.query(sql, [place, lease]);
  }

  /** Has what was deferred wait for its turn again. */
  async takeUpDeferred(): Promise<void> {
    await this.#database.query('UPDATE jobs SET is_deferred = false WHERE is_deferred AND ended_at IS NULL');
  }

  /** Stores a message of a job before its end, as long as it is the worker's; rejects with a {@link JobNotOpenError} otherwise. */
  async append({ job, place, lease }: LeasedJob, draft: MessageDraft): Promise<void> {
    await this.#log.append(job.code, draft, async (transaction) => {
      const rows = await transaction.query(`SELECT 1 FROM jobs WHERE ${IS_MINE} FOR UPDATE`, [place, lease]);
      if (rows.length === 0) throw new JobNotOpenError();
    });
  }

  /**
   * Ends a job with its last messages, both or neither. Rejects with a {@link JobNotOpenError} where it is not the worker's any
   * more, so that no job has two ends.
   */
  async end({ job, place, lease }: LeasedJob, last: readonly MessageDraft[]): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      const sql = `UPDATE jobs SET ${ENDED} WHERE ${IS_MINE} RETURNING place`;
      const [ended] = await transaction.query(sql, [place, lease]);
      if (ended === undefined) throw new JobNotOpenError();
      await this.#log.appendAll(transaction, job.code, last);
    });
  }
}

/** What the end of a job sets. */
export const ENDED = `ended_at = ${SERVER_MS}, journal = NULL, leased_until = NULL, worker = NULL`;
