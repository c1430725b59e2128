import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../../protocol/index.ts';
import type {
  Job,
  JobHandler,
  JobLane,
  JobOwner,
  JobReceipt,
  MessageDraft,
  QueueFull,
  QuotaUsed,
} from '../../ports/index.ts';
import { countedAs, type DailyLimits, dayOf, usedQuota } from '../../schedule/daily-limits.ts';
import type { JobPace } from '../../schedule/job-pace.ts';
import { fullQueue, type JobLimits } from '../../schedule/open-job-limits.ts';
import type { Database } from '../database/database.ts';
import { insist } from '../database/insist.ts';
import type { Transaction } from '../database/transaction.ts';
import { ENDED, type TransactionalLog } from './job-leases.ts';
import type { JobNews } from './job-news.ts';
import { IS_LEASED, IS_WAITING, JOB_COLUMNS, JOBS, jobOf } from './job-rows.ts';

export interface JobIntakeOptions {
  readonly jobLimits: JobLimits;
  readonly dailyLimits: DailyLimits;
  readonly pace: JobPace;
  /** Tells the workers. */
  readonly news: JobNews;
  readonly laneOf: (job: Job) => JobLane;
}

/** Takes jobs in, and cancels them, whichever process runs them. */
export class JobIntake {
  readonly #database: Database;
  readonly #log: TransactionalLog;
  readonly #options: JobIntakeOptions;
  #trimmedOn = 0;

  constructor(database: Database, log: TransactionalLog, options: JobIntakeOptions) {
    this.#database = database;
    this.#log = log;
    this.#options = options;
  }

  /** What it does it may do twice: a prompt is known by its id. */
  add(owner: JobOwner, prompt: PromptMessage, handler: JobHandler): Promise<JobReceipt | QueueFull | QuotaUsed> {
    const job: Job = { id: randomUUID(), code: owner.code, address: owner.address, prompt };
    let first: MessageDraft | undefined;
    const accept = (): MessageDraft => (first ??= handler.accept(job));
    return insist(() => this.#database.transaction((transaction) => this.#tryToAdd(transaction, job, accept)));
  }

  async #tryToAdd(
    transaction: Transaction,
    job: Job,
    accept: () => MessageDraft,
  ): Promise<JobReceipt | QueueFull | QuotaUsed> {
    const { jobLimits, dailyLimits, pace, news, laneOf } = this.#options;
    const { code, prompt } = job;
    const counted = countedAs(job);
    // One prompt of a code and of an address after the other, so that none comes twice and no limit is passed by two at once.
    await transaction.query(
      'SELECT pg_advisory_xact_lock(hashtextextended($1, 0)), pg_advisory_xact_lock(hashtextextended($2, 0))',
      [counted.code, counted.address],
    );
    const sql = `SELECT ${JOB_COLUMNS} FROM ${JOBS} WHERE codes.code = $1 AND jobs.prompt_id = $2`;
    const [known] = await transaction.query(sql, [code, prompt.id]);
    if (known !== undefined) return { job: jobOf(known), isNew: false };
    const now = Date.now();
    const counts = await countsOf(transaction, job, dayOf(now));
    const used = usedQuota(counts.ofDay, dailyLimits, now);
    if (used !== undefined) return used;
    const full = fullQueue(counts.open, jobLimits);
    if (full !== undefined) {
      const turns = full.of === 'everybody' ? 1 : Math.max(1, counts.waitingAddresses);
      return { ...full, retryAfterMs: pace.estimateMs(turns) };
    }
    await this.#log.appendAll(transaction, code, [accept()]);
    await this.#insert(transaction, job, laneOf(job).id);
    await this.#countToday(transaction, job, dayOf(now));
    transaction.afterCommit(() => news.tellMoved());
    return { job, isNew: true };
  }

  async #insert(transaction: Transaction, { id, code, address, prompt }: Job, lane: string): Promise<void> {
    await transaction.query(
      `INSERT INTO jobs (id, prompt_id, prompt, address, lane, engine, code_id)
       SELECT $1, $2, $3, $4, $5, $6, codes.id FROM codes WHERE code = $7`,
      [id, prompt.id, JSON.stringify(prompt), address, lane, prompt.options?.engine ?? '', code],
    );
  }

  async #countToday(transaction: Transaction, job: Job, day: number): Promise<void> {
    if (day > this.#trimmedOn) await transaction.query('DELETE FROM daily_jobs WHERE day < $1', [day]);
    this.#trimmedOn = day;
    const { code, address } = countedAs(job);
    await transaction.query(
      `INSERT INTO daily_jobs (owner, day, jobs) VALUES ($1, $3, 1), ($2, $3, 1)
       ON CONFLICT (owner, day) DO UPDATE SET jobs = daily_jobs.jobs + 1`,
      [code, address, day],
    );
  }

  /** Ends a job that waits; has the worker of one that runs end it. */
  cancel(code: string, promptId: string, handler: JobHandler): Promise<boolean> {
    let last: MessageDraft | undefined;
    const { news } = this.#options;
    return insist(() =>
      this.#database.transaction(async (transaction) => {
        const [row] = await transaction.query(
          `SELECT ${JOB_COLUMNS}, ${IS_LEASED} AS is_leased FROM ${JOBS}
           WHERE codes.code = $1 AND jobs.prompt_id = $2 AND jobs.ended_at IS NULL FOR UPDATE OF jobs`,
          [code, promptId],
        );
        if (row === undefined) return false;
        const job = jobOf(row);
        if (row['is_leased'] === true) {
          await transaction.query('UPDATE jobs SET is_cancelled = true WHERE id = $1', [job.id]);
          transaction.afterCommit(() => news.tellCancelled(job.id));
          return true;
        }
        // Another lease, for a worker that was not heard of may still have it.
        const sql = `UPDATE jobs SET ${ENDED}, lease = lease + $2 WHERE id = $1`;
        await transaction.query(sql, [job.id, 1, Date.now()]);
        await this.#log.appendAll(transaction, code, [(last ??= handler.cancelWaiting(job))]);
        transaction.afterCommit(() => news.tellMoved());
        return true;
      }),
    );
  }
}

async function countsOf(transaction: Transaction, job: Job, day: number) {
  const counted = countedAs(job);
  const [row = {}] = await transaction.query(
    `SELECT
       (SELECT count(*) FROM ${JOBS} WHERE codes.code = $1 AND ended_at IS NULL AND NOT is_deferred) AS of_code,
       (SELECT count(*) FROM jobs WHERE address = $2 AND ended_at IS NULL AND NOT is_deferred) AS of_address,
       (SELECT count(*) FROM jobs WHERE ended_at IS NULL AND NOT is_deferred) AS total,
       (SELECT count(DISTINCT address) FROM jobs WHERE ${IS_WAITING}) AS waiting_addresses,
       (SELECT jobs FROM daily_jobs WHERE owner = $3 AND day = $5) AS today_of_code,
       (SELECT jobs FROM daily_jobs WHERE owner = $4 AND day = $5) AS today_of_address`,
    [job.code, job.address, counted.code, counted.address, day],
  );
  const count = (name: string): number => Number(row[name] ?? 0);
  return {
    open: { ofCode: count('of_code'), ofAddress: count('of_address'), total: count('total') },
    waitingAddresses: count('waiting_addresses'),
    ofDay: { ofCode: count('today_of_code'), ofAddress: count('today_of_address') },
  };
}
