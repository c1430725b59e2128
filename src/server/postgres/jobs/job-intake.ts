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
import { estimateMs } from '../../schedule/job-pace.ts';
import { fullQueue, type JobLimits } from '../../schedule/open-job-limits.ts';
import type { Database } from '../database/database.ts';
import { insist } from '../database/insist.ts';
import type { Transaction } from '../database/transaction.ts';
import { ENDED, type TransactionalLog } from './job-leases.ts';
import type { JobNews } from './job-news.ts';
import { recentPace } from './recent-pace.ts';
import { IS_LEASED, IS_WAITING, JOB_COLUMNS, JOBS, jobOf, SERVER_MS } from './job-rows.ts';

export interface JobIntakeOptions {
  readonly jobLimits: JobLimits;
  readonly dailyLimits: DailyLimits;
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
    const { jobLimits, dailyLimits, news, laneOf } = this.#options;
    const { code } = job;
    const counted = countedAs(job);
    // One prompt of a code and of an address after the other, so that none comes twice and no limit is passed by two at once.
    // The day is the server's, too: where gateways' clocks differ, one of them would end it for all.
    const [{ now } = { now: 0 }] = await transaction.query<{ now: number }>(
      `SELECT pg_advisory_xact_lock(hashtextextended($1, 0)), pg_advisory_xact_lock(hashtextextended($2, 0)), ${SERVER_MS} AS now`,
      [counted.code, counted.address],
    );
    const { known, ...counts } = await lookUp(transaction, job, dayOf(now));
    if (known !== undefined) return { job: known, isNew: false };
    const used = usedQuota(counts.ofDay, dailyLimits, now);
    if (used !== undefined) return used;
    const full = fullQueue(counts.open, jobLimits);
    if (full !== undefined) {
      const turns = full.of === 'everybody' ? 1 : Math.max(1, counts.waitingAddresses);
      return { ...full, retryAfterMs: estimateMs(turns, await recentPace(transaction, now)) };
    }
    await this.#log.appendAll(transaction, code, [accept()]);
    await this.#insert(transaction, job, { lane: laneOf(job).id, day: dayOf(now) });
    transaction.afterCommit(() => news.tellMoved());
    return { job, isNew: true };
  }

  /** Stores a job, and counts it for the day. */
  async #insert(
    transaction: Transaction,
    job: Job,
    { lane, day }: { readonly lane: string; readonly day: number },
  ): Promise<void> {
    if (day > this.#trimmedOn) await transaction.query('DELETE FROM daily_jobs WHERE day < $1', [day]);
    this.#trimmedOn = day;
    const { id, code, address, prompt } = job;
    const counted = countedAs(job);
    await transaction.query(
      `WITH counted AS (
         INSERT INTO daily_jobs (owner, day, jobs) VALUES ($8, $10, 1), ($9, $10, 1)
         ON CONFLICT (owner, day) DO UPDATE SET jobs = daily_jobs.jobs + 1
       )
       INSERT INTO jobs (id, prompt_id, prompt, address, lane, engine, code_id)
       SELECT $1, $2, $3, $4, $5, $6, codes.id FROM codes WHERE code = $7`,
      [
        ...[id, prompt.id, JSON.stringify(prompt), address, lane, prompt.options?.engine ?? '', code],
        ...[counted.code, counted.address, day],
      ],
    );
  }

  /** The job that a prompt has become. */
  find(code: string, promptId: string): Promise<Job | undefined> {
    return insist(async () => {
      const sql = `SELECT ${JOB_COLUMNS} FROM ${JOBS} WHERE codes.code = $1 AND jobs.prompt_id = $2`;
      const [row] = await this.#database.query(sql, [code, promptId]);
      return row && jobOf(row);
    });
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
        const sql = `UPDATE jobs SET ${ENDED}, lease = lease + 1 WHERE id = $1`;
        await transaction.query(sql, [job.id]);
        await this.#log.appendAll(transaction, code, [(last ??= handler.cancelWaiting(job))]);
        transaction.afterCommit(() => news.tellMoved());
        return true;
      }),
    );
  }
}

/** What decides whether a job is taken in: the one that its prompt has already, or how many there are. */
async function lookUp(transaction: Transaction, job: Job, day: number) {
  const counted = countedAs(job);
  const [row = {}] = await transaction.query(
    `SELECT known.*,
       (SELECT count(*) FROM ${JOBS} WHERE codes.code = $1 AND ended_at IS NULL AND NOT is_deferred) AS of_code,
       (SELECT count(*) FROM jobs WHERE address = $2 AND ended_at IS NULL AND NOT is_deferred) AS of_address,
       (SELECT count(*) FROM jobs WHERE ended_at IS NULL AND NOT is_deferred) AS total,
       (SELECT count(DISTINCT address) FROM jobs WHERE ${IS_WAITING}) AS waiting_addresses,
       (SELECT jobs FROM daily_jobs WHERE owner = $3 AND day = $5) AS today_of_code,
       (SELECT jobs FROM daily_jobs WHERE owner = $4 AND day = $5) AS today_of_address
     FROM (VALUES (1)) AS always
     LEFT JOIN (SELECT ${JOB_COLUMNS} FROM ${JOBS} WHERE codes.code = $1 AND jobs.prompt_id = $6) AS known ON true`,
    [job.code, job.address, counted.code, counted.address, day, job.prompt.id],
  );
  const count = (name: string): number => Number(row[name] ?? 0);
  return {
    known: typeof row['id'] === 'string' ? jobOf(row) : undefined,
    open: { ofCode: count('of_code'), ofAddress: count('of_address'), total: count('total') },
    waitingAddresses: count('waiting_addresses'),
    ofDay: { ofCode: count('today_of_code'), ofAddress: count('today_of_address') },
  };
}
