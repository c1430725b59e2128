import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../protocol/index.ts';
import type { Job, JobHandler, JobQueue, JobReceipt, JobRun, QueueFull } from '../ports/index.ts';
import { JobSchedule } from './job-schedule.ts';
import type { JobTable } from './job-table.ts';
import type { SqliteEventLog } from './sqlite-event-log.ts';

export interface SqliteJobQueueOptions {
  /** Jobs that run at once. Default 1: an engine uses all the cores it can. */
  readonly concurrency?: number;
  /** Jobs of one user code that may wait or run at once. Default 20. */
  readonly maxJobsPerCode?: number;
  /** Hears what a handler rejected with. Default: a warning of the process. */
  readonly onHandlerFault?: (error: unknown) => void;
}

/** A queue that runs jobs in this process and keeps them in a SQLite file, each change with what the log says of it. */
export class SqliteJobQueue implements JobQueue {
  readonly #log: SqliteEventLog;
  readonly #table: JobTable;
  readonly #maxJobsPerCode: number;
  readonly #onHandlerFault: (error: unknown) => void;
  readonly #schedule: JobSchedule;
  #handler: JobHandler | undefined;
  #isClosed = false;

  /** The log and the table must be of one file, which is its owner's to close. */
  constructor(log: SqliteEventLog, table: JobTable, options: SqliteJobQueueOptions = {}) {
    this.#log = log;
    this.#table = table;
    this.#maxJobsPerCode = options.maxJobsPerCode ?? 20;
    this.#onHandlerFault = options.onHandlerFault ?? ((error) => process.emitWarning(String(error)));
    this.#schedule = new JobSchedule({
      concurrency: options.concurrency ?? 1,
      run: (job, run) => this.#run(job, run),
      moved: (job, position) => this.#handler?.moved(job, position),
    });
  }

  start(handler: JobHandler): void {
    this.#handler = handler;
    this.#schedule.addRepeats(this.#table.open());
  }

  async add(code: string, prompt: PromptMessage): Promise<JobReceipt | QueueFull> {
    const handler = this.#requireHandler();
    const known = this.#table.find(code, prompt.id);
    if (known !== undefined) return { job: known, isNew: false };
    if (this.#table.countOpen(code) >= this.#maxJobsPerCode) return { limit: this.#maxJobsPerCode };
    const job = { id: randomUUID(), code, prompt };
    this.#log.keep(code, [handler.accepted(job)], () => this.#table.insert(job));
    this.#schedule.add(job);
    return { job, isNew: true };
  }

  async cancel(code: string, promptId: string): Promise<boolean> {
    const handler = this.#requireHandler();
    const job = this.#table.findOpen(code, promptId);
    if (job === undefined) return false;
    if (!this.#schedule.isWaiting(job.id)) return this.#schedule.abort(job.id);
    this.#log.keep(code, [handler.cancelled(job)], () => this.#table.end(job));
    this.#schedule.remove(job.id);
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#schedule.close();
  }

  async #run(job: Job, run: JobRun): Promise<void> {
    try {
      const last = await this.#handler?.run(job, run);
      if (last !== undefined) this.#log.keep(job.code, last, () => this.#table.end(job));
    } catch (error) {
      this.#onHandlerFault(error);
    }
  }

  #requireHandler(): JobHandler {
    if (this.#handler === undefined || this.#isClosed) throw new Error('the queue is not open');
    return this.#handler;
  }
}
