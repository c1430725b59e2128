import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { PromptMessage } from '../../protocol/index.ts';
import type {
  Job,
  JobHandler,
  JobLane,
  JobQueue,
  JobReceipt,
  JobRun,
  MessageDraft,
  QueueFull,
} from '../ports/index.ts';
import { JobSchedule } from './job-schedule.ts';
import type { SqliteEventLog } from './sqlite-event-log.ts';
import { JobNotOpenError, type JobTable } from './sqlite-job-table.ts';

export interface SqliteJobQueueOptions {
  /** Jobs that run at once where the handler knows no lanes. Default 1: an engine uses all the cores it can. */
  readonly concurrency?: number;
  /** Jobs of one user code that may wait or run at once. Default 20. */
  readonly maxJobsPerCode?: number;
  /**
   * How long to wait before each further try to store the end of a job, in milliseconds. After the last of them the
   * job is deferred to the next start. Default: 1 s, 5 s, 20 s, 60 s.
   */
  readonly retryDelaysMs?: readonly number[];
  /** Called with what a handler rejected with, and why an end could not be stored. Default: a warning of the process. */
  readonly onHandlerFault?: (error: unknown) => void;
}

/** A full disk, or a file that another process has locked, has often recovered within a minute. */
const RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 20_000, 60_000];

/**
 * A queue that runs jobs in this process and stores them in a SQLite file, each change in one transaction with the
 * messages about it.
 */
export class SqliteJobQueue implements JobQueue {
  readonly #log: SqliteEventLog;
  readonly #table: JobTable;
  readonly #maxJobsPerCode: number;
  readonly #retryDelaysMs: readonly number[];
  readonly #onHandlerFault: (error: unknown) => void;
  readonly #schedule: JobSchedule;
  readonly #closing = new AbortController();
  /** The codes of the open jobs that wait for the next start, by job id: they don't count against their code's limit. */
  readonly #deferred = new Map<string, string>();
  #handler: JobHandler | undefined;

  /** The log and the table must be of one file, which is its owner's to close. */
  constructor(log: SqliteEventLog, table: JobTable, options: SqliteJobQueueOptions = {}) {
    this.#log = log;
    this.#table = table;
    this.#maxJobsPerCode = options.maxJobsPerCode ?? 20;
    this.#retryDelaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS;
    this.#onHandlerFault = options.onHandlerFault ?? ((error) => process.emitWarning(String(error)));
    const lane: JobLane = { id: '', concurrency: options.concurrency ?? 1 };
    this.#schedule = new JobSchedule({
      laneOf: (job) => this.#handler?.laneOf?.(job) ?? lane,
      run: (job, run) => this.#run(job, run),
      onPosition: (job, position) => this.#handler?.reportPosition(job, position),
    });
  }

  start(handler: JobHandler): void {
    this.#handler = handler;
    this.#schedule.addRepeats(this.#table.openJobs());
  }

  async add(code: string, prompt: PromptMessage): Promise<JobReceipt | QueueFull> {
    const handler = this.#requireHandler();
    const known = this.#table.find(code, prompt.id);
    if (known !== undefined) return { job: known, isNew: false };
    if (this.#countActive(code) >= this.#maxJobsPerCode) return { limit: this.#maxJobsPerCode };
    const job = { id: randomUUID(), code, prompt };
    this.#log.appendAll(code, [handler.accept(job)], () => this.#table.insert(job));
    this.#schedule.add(job);
    return { job, isNew: true };
  }

  async cancel(code: string, promptId: string): Promise<boolean> {
    const handler = this.#requireHandler();
    const job = this.#table.findOpen(code, promptId);
    if (job === undefined) return false;
    const isIdle = this.#deferred.has(job.id) || this.#schedule.isWaiting(job.id);
    if (!isIdle) return this.#schedule.abort(job.id);
    this.#log.appendAll(code, [handler.cancelWaiting(job)], () => this.#table.end(job));
    this.#deferred.delete(job.id);
    this.#schedule.remove(job.id);
    return true;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#schedule.close();
  }

  async #run(job: Job, run: Omit<JobRun, 'journal'>): Promise<boolean> {
    try {
      const last = await this.#handler?.run(job, { ...run, journal: this.#table.journalOf(job) });
      if (last === 'go-on') return true;
      if (last !== undefined) await this.#storeEnd(job, last);
    } catch (error) {
      if (!(error instanceof JobNotOpenError)) this.#deferred.set(job.id, job.code);
      this.#onHandlerFault(error);
    }
    return false;
  }

  /** Stores the end of a job, trying again where it fails; closing brings the last try forward. Throws why it gave up. */
  async #storeEnd(job: Job, last: readonly MessageDraft[]): Promise<void> {
    const { signal } = this.#closing;
    for (const delayMs of this.#retryDelaysMs) {
      try {
        return this.#tryToStoreEnd(job, last);
      } catch (error) {
        if (error instanceof JobNotOpenError || signal.aborted) throw error;
        this.#onHandlerFault(error);
      }
      await delay(delayMs, undefined, { signal }).catch(() => undefined);
    }
    this.#tryToStoreEnd(job, last);
  }

  #tryToStoreEnd(job: Job, last: readonly MessageDraft[]): void {
    this.#log.appendAll(job.code, last, () => this.#table.end(job));
  }

  /** How many jobs of a code wait or run. */
  #countActive(code: string): number {
    const deferred = [...this.#deferred.values()].filter((each) => each === code);
    return this.#table.countOpen(code) - deferred.length;
  }

  #requireHandler(): JobHandler {
    if (this.#handler === undefined || this.#closing.signal.aborted) throw new Error('the queue is not open');
    return this.#handler;
  }
}
