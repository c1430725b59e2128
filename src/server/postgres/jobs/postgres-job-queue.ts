import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../../protocol/index.ts';
import type {
  Bus,
  Job,
  JobHandler,
  JobLane,
  JobOwner,
  JobQueue,
  JobReceipt,
  JobTally,
  QueueFull,
  QuotaUsed,
} from '../../ports/index.ts';
import { DAILY_LIMITS, type DailyLimits } from '../../schedule/daily-limits.ts';
import { JOB_LIMITS, type JobLimits } from '../../schedule/open-job-limits.ts';
import { END_RETRY_DELAYS_MS } from '../../schedule/store-end.ts';
import type { Database } from '../database/database.ts';
import { JobIntake } from './job-intake.ts';
import type { TransactionalLog } from './job-leases.ts';
import { JobNews } from './job-news.ts';
import { trimShare, type TrimmingLog } from './job-share.ts';
import { JobTallies } from './job-tallies.ts';
import { JobWorker, type JobWorkerOptions } from './job-worker.ts';

export interface PostgresJobQueueOptions extends Partial<Omit<JobWorkerOptions, 'worker' | 'onlyLane' | 'onFault'>> {
  /** Whether this process runs jobs. Default true; otherwise it takes them in, and others run them. */
  readonly isWorker?: boolean;
  /** Jobs that run at once where the handler knows no lanes. Default 1. */
  readonly concurrency?: number;
  /** Jobs that may wait or run at once, and how many are remembered. Default {@link JOB_LIMITS}. */
  readonly jobLimits?: Partial<JobLimits>;
  /** Jobs that are accepted in a day. Default: as many as come. */
  readonly dailyLimits?: Partial<DailyLimits>;
  /** Called with what a handler rejected with, and what could not be stored. Default: a warning of the process. */
  readonly onHandlerFault?: (error: unknown) => void;
}

export interface PostgresJobQueueParts {
  readonly database: Database;
  readonly log: TransactionalLog & TrimmingLog;
  readonly bus: Bus;
}

/** A worker that dies is noticed after that, and its jobs are another's within 30 seconds. */
const LEASE_MS = 20_000;
/** A worker that lives has failed to say so as often before it loses anything. */
const RENEWALS_A_LEASE = 4;
const POLL_MS = 2_000;

/**
 * A queue in PostgreSQL, for any number of processes: each takes jobs in, and those that are workers run them. A job is a
 * worker's for the time of a lease, which it renews for as long as it lives; whatever it stores of a job counts only while
 * that lease is the newest one.
 */
export class PostgresJobQueue implements JobQueue {
  readonly #parts: PostgresJobQueueParts;
  readonly #options: PostgresJobQueueOptions;
  readonly #onlyLane: JobLane;
  readonly #onFault: (error: unknown) => void;
  readonly #news: JobNews;
  readonly #intake: JobIntake;
  readonly #tallies: JobTallies;
  #handler: JobHandler | undefined;
  #worker: JobWorker | undefined;
  #endNews: (() => void) | undefined;
  readonly #jobLimits: JobLimits;
  /** Settles once nothing is being trimmed. */
  #trimming: Promise<void> = Promise.resolve();

  /** The parts must be of one database, and are their owner's to close. */
  constructor(parts: PostgresJobQueueParts, options: PostgresJobQueueOptions = {}) {
    this.#parts = parts;
    this.#options = options;
    this.#onlyLane = { id: '', concurrency: options.concurrency ?? 1 };
    this.#onFault = options.onHandlerFault ?? ((error) => process.emitWarning(String(error)));
    this.#jobLimits = { ...JOB_LIMITS, ...options.jobLimits };
    this.#news = new JobNews(parts.bus);
    this.#tallies = new JobTallies(parts.database);
    this.#intake = new JobIntake(parts.database, parts.log, {
      jobLimits: this.#jobLimits,
      dailyLimits: { ...DAILY_LIMITS, ...options.dailyLimits },
      news: this.#news,
      laneOf: (job: Job) => this.#handler?.laneOf?.(job) ?? this.#onlyLane,
    });
  }

  start(handler: JobHandler): void {
    this.#handler = handler;
    if (this.#options.isWorker === false) return;
    const { leaseMs = LEASE_MS, pollMs = POLL_MS, retryDelaysMs = END_RETRY_DELAYS_MS } = this.#options;
    const { renewalMs = leaseMs / RENEWALS_A_LEASE } = this.#options;
    const { database, log } = this.#parts;
    const worker = new JobWorker(
      { database, log, news: this.#news, handler },
      {
        ...{ leaseMs, renewalMs, pollMs, retryDelaysMs },
        worker: randomUUID(),
        onlyLane: this.#onlyLane,
        now: this.#options.now,
        onFault: this.#onFault,
      },
    );
    this.#worker = worker;
    this.#endNews = this.#news.watch({ onMoved: () => worker.wake(), onCancelled: (id) => worker.cancel(id) });
    worker.start();
  }

  async add(owner: JobOwner, prompt: PromptMessage): Promise<JobReceipt | QueueFull | QuotaUsed> {
    const receipt = await this.#intake.add(owner, prompt, this.#requireHandler());
    if ('isNew' in receipt && receipt.isNew) this.#trimShare(owner.address);
    return receipt;
  }

  find(code: string, promptId: string): Promise<Job | undefined> {
    return this.#intake.find(code, promptId);
  }

  async cancel(code: string, promptId: string): Promise<boolean> {
    return this.#intake.cancel(code, promptId, this.#requireHandler());
  }

  tally(): Promise<readonly JobTally[]> {
    return this.#tallies.count();
  }

  async close(): Promise<void> {
    this.#handler = undefined;
    await this.#worker?.close();
    this.#endNews?.();
    await this.#trimming;
  }

  /** In the background, for one address after the other. */
  #trimShare(address: string): void {
    // A prompt may be taken while the queue is closed; the database is closed after that, and the next prompt trims.
    if (this.#handler === undefined) return;
    const { database, log } = this.#parts;
    this.#trimming = this.#trimming
      .then(() => trimShare(database, log, { address, limits: this.#jobLimits }))
      .catch(this.#onFault);
  }

  #requireHandler(): JobHandler {
    if (this.#handler === undefined) throw new Error('the queue is not open');
    return this.#handler;
  }
}
