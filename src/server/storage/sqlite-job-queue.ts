import { randomUUID } from 'node:crypto';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { PromptMessage } from '../../protocol/index.ts';
import {
  type Job,
  type JobHandler,
  type JobLane,
  type JobOwner,
  type JobQueue,
  type JobReceipt,
  type JobRun,
  type JobTally,
  type MessageDraft,
  type QueueFull,
  type QuotaUsed,
} from '../ports/index.ts';
import { DAILY_LIMITS, type DailyLimits } from '../schedule/daily-limits.ts';
import { JobNotOpenError } from '../schedule/job-not-open.ts';
import { JobPace } from '../schedule/job-pace.ts';
import { JobSchedule } from '../schedule/job-schedule.ts';
import { beyondShare, fullQueue, JOB_LIMITS, type JobLimits, type OpenJobs } from '../schedule/open-job-limits.ts';
import { END_RETRY_DELAYS_MS, storeEnd } from '../schedule/store-end.ts';
import { DailyJobs } from './daily-jobs.ts';
import type { SqliteEventLog } from './sqlite-event-log.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { JobTable } from './sqlite-job-table.ts';

export interface SqliteJobQueueOptions {
  /** Jobs that run at once where the handler knows no lanes. Default 1: an engine uses all the cores it can. */
  readonly concurrency?: number;
  /** Jobs that may wait or run at once, and how many are remembered. Default {@link JOB_LIMITS}. */
  readonly jobLimits?: Partial<JobLimits>;
  /** Jobs that are accepted in a day. Default: as many as come. */
  readonly dailyLimits?: Partial<DailyLimits>;
  /**
   * How long to wait before each further try to store the end of a job, in milliseconds. After the last of them the
   * job is deferred to the next start, or as long again goes by where the disk is full. Default: 1 s, 5 s, 20 s, 60 s.
   */
  readonly retryDelaysMs?: readonly number[];
  /** Called with what a handler rejected with, and why an end could not be stored. Default: a warning of the process. */
  readonly onHandlerFault?: (error: unknown) => void;
}

/** A run without what is stored with its job. */
type BareRun = Omit<JobRun, 'journal' | 'append' | 'danger' | 'told'>;

/** Open jobs that are read at once at a start: with prompts of the largest size a few milliseconds' worth. */
const LOADED_AT_ONCE = 100;

/**
 * A queue that runs jobs in this process and stores them in a SQLite file, each change in one transaction with the
 * messages about it.
 */
export class SqliteJobQueue implements JobQueue {
  readonly #log: SqliteEventLog;
  readonly #table: JobTable;
  readonly #limits: JobLimits;
  readonly #daily: DailyJobs;
  readonly #retryDelaysMs: readonly number[];
  readonly #onHandlerFault: (error: unknown) => void;
  readonly #schedule: JobSchedule;
  readonly #closing = new AbortController();
  readonly #pace = new JobPace();
  /** The open jobs that wait for the next start, by their ids: they count against no limit. */
  readonly #deferred = new Map<string, Job>();
  /** Whether jobs that an earlier process left open are still being read; they come before what is added meanwhile. */
  #isLoading = false;
  #handler: JobHandler | undefined;

  /** The log and the table must be of one file, which is its owner's to close. */
  constructor(log: SqliteEventLog, table: JobTable, options: SqliteJobQueueOptions = {}) {
    this.#log = log;
    this.#table = table;
    this.#limits = { ...JOB_LIMITS, ...options.jobLimits };
    this.#daily = new DailyJobs(log.file, { ...DAILY_LIMITS, ...options.dailyLimits });
    this.#retryDelaysMs = options.retryDelaysMs ?? END_RETRY_DELAYS_MS;
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
    this.#isLoading = true;
    void this.#load(this.#table.lastPlace());
  }

  async add(owner: JobOwner, prompt: PromptMessage): Promise<JobReceipt | QueueFull | QuotaUsed> {
    const receipt = await retryWhileBusy(() => this.#tryToAdd(owner, prompt));
    if ('isNew' in receipt && receipt.isNew)
      void retryWhileBusy(() => this.#trimShare(owner)).catch(this.#onHandlerFault);
    return receipt;
  }

  /** What an address has stored first goes first where it has more than its share. */
  #trimShare({ address }: JobOwner): void {
    // The file may be closed by now; the next prompt trims.
    if (this.#closing.signal.aborted) return;
    const count = beyondShare(this.#table.countEnded(address), this.#limits);
    if (count > 0) this.#log.trimWith(() => this.#table.removeOldest(address, count));
  }

  #tryToAdd(owner: JobOwner, prompt: PromptMessage): JobReceipt | QueueFull | QuotaUsed {
    const handler = this.#requireHandler();
    const known = this.#table.find(owner.code, prompt.id);
    if (known !== undefined) return { job: known, isNew: false };
    const used = this.#daily.findUsed(owner);
    if (used !== undefined) return used;
    const full = fullQueue(this.#countOpen(owner), this.#limits);
    if (full !== undefined) return { ...full, retryAfterMs: this.#pace.estimateMs(this.#turnsUntilRoom(full)) };
    const job = { id: randomUUID(), code: owner.code, address: owner.address, prompt };
    this.#log.appendAll(job.code, [handler.accept(job)], () => {
      this.#table.insert(job);
      this.#daily.add(owner);
    });
    // Else it is read with the others.
    if (!this.#isLoading) this.#schedule.add(job);
    return { job, isNew: true };
  }

  find(code: string, promptId: string): Promise<Job | undefined> {
    return Promise.resolve(this.#table.find(code, promptId));
  }

  async cancel(code: string, promptId: string): Promise<boolean> {
    return retryWhileBusy(() => this.#tryToCancel(code, promptId));
  }

  #tryToCancel(code: string, promptId: string): boolean {
    const handler = this.#requireHandler();
    const job = this.#table.findOpen(code, promptId);
    if (job === undefined) return false;
    if (this.#schedule.isRunning(job.id)) return this.#schedule.abort(job.id);
    this.#log.appendAll(code, [handler.cancelWaiting(job)], () => this.#table.end(job));
    this.#deferred.delete(job.id);
    this.#schedule.remove(job.id);
    return true;
  }

  tally(): Promise<readonly JobTally[]> {
    return Promise.resolve(this.#schedule.tally());
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#schedule.close();
  }

  /** Reads the open jobs in steps: ten thousand of them at once would keep everybody waiting. */
  async #load(lastPlace: number): Promise<void> {
    try {
      // Those that another machine is at work on take up its places already: what is new must not come before them.
      const begun = this.#table.begunJobs();
      this.#schedule.addRepeats(begun);
      const ids = new Set(begun.map(({ id }) => id));
      let after = 0;
      for (;;) {
        const page = this.#table.openJobs(after, LOADED_AT_ONCE);
        const [left, added] = [
          page.filter(({ place }) => place <= lastPlace),
          page.filter(({ place }) => place > lastPlace),
        ];
        this.#schedule.addRepeats(left.map(({ job }) => job).filter(({ id }) => !ids.has(id)));
        for (const { job } of added) this.#schedule.add(job);
        if (page.length < LOADED_AT_ONCE) break;
        after = page.at(-1)?.place ?? after;
        await turnOfLoop();
        if (this.#closing.signal.aborted) return;
      }
    } catch (error) {
      this.#onHandlerFault(error);
    }
    this.#isLoading = false;
  }

  #countOpen({ code, address }: JobOwner): OpenJobs {
    // Those wait for the next start, and nobody has to wait for them.
    const idle = [...this.#deferred.values()];
    return {
      ofCode: this.#table.countOpen(code) - idle.filter((job) => job.code === code).length,
      ofAddress: this.#table.countOpenOfAddress(address) - idle.filter((job) => job.address === address).length,
      total: this.#table.countAllOpen() - idle.length,
    };
  }

  /** About how many jobs have to end before there is room for another one of this owner. */
  #turnsUntilRoom({ of }: Pick<QueueFull, 'of'>): number {
    return of === 'everybody' ? 1 : Math.max(1, this.#schedule.waitingAddresses);
  }

  async #run(job: Job, run: BareRun): Promise<boolean> {
    const startedAt = performance.now();
    try {
      const last = await this.#handler?.run(job, {
        ...run,
        journal: this.#table.journalOf(job),
        append: (draft) => this.#append(job, draft),
        danger: this.#table.dangerOf(job),
        told: this.#table.toldOf(job),
      });
      if (last === 'go-on') return true;
      if (last === undefined) return false;
      this.#pace.add(performance.now() - startedAt);
      const end = () => this.#log.appendAll(job.code, last, () => this.#table.end(job));
      // Who writes for a moment is no fault to tell of.
      await storeEnd(() => retryWhileBusy(end, [20]), {
        delaysMs: this.#retryDelaysMs,
        signal: this.#closing.signal,
        onFault: this.#onHandlerFault,
      });
    } catch (error) {
      if (!(error instanceof JobNotOpenError)) this.#deferred.set(job.id, job);
      this.#onHandlerFault(error);
    }
    return false;
  }

  /** Stores a message of a job, as long as it is open. */
  async #append(job: Job, draft: MessageDraft): Promise<void> {
    await retryWhileBusy(() =>
      this.#log.appendAll(job.code, [draft], () => {
        if (this.#table.findOpenById(job.id) === undefined) throw new JobNotOpenError();
      }),
    );
  }

  #requireHandler(): JobHandler {
    if (this.#handler === undefined || this.#closing.signal.aborted) throw new Error('the queue is not open');
    return this.#handler;
  }
}
