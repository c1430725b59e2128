import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../protocol/index.ts';
import type { AbortReason, Job, JobHandler, JobQueue, JobReceipt, QueueFull } from '../ports/index.ts';

export interface ProcessJobQueueOptions {
  /** Jobs that run at once. Default 1: an engine uses all the cores it can. */
  readonly concurrency?: number;
  /** Jobs of one user code that may wait or run at once. Default 20. */
  readonly maxJobsPerCode?: number;
  /** Hears what a handler rejected with. Default: a warning of the process. */
  readonly onHandlerFault?: (error: unknown) => void;
}

interface Entry {
  readonly job: Job;
  readonly accepted: Promise<void>;
  readonly controller: AbortController;
  isOver: boolean;
  /** The position last told; 0 before the first. */
  position: number;
}

/** A first-in-first-out queue that lives as long as its process. */
export class ProcessJobQueue implements JobQueue {
  readonly #concurrency: number;
  readonly #maxJobsPerCode: number;
  readonly #onHandlerFault: (error: unknown) => void;
  /** Every job ever added, by code and prompt id: a repeat is known long after its job is over. */
  readonly #entries = new Map<string, Map<string, Entry>>();
  readonly #activeJobs = new Map<string, number>();
  readonly #running = new Map<Entry, Promise<void>>();
  #waiting: Entry[] = [];
  #handler: JobHandler | undefined;
  #isClosed = false;

  constructor(options: ProcessJobQueueOptions = {}) {
    this.#concurrency = options.concurrency ?? 1;
    this.#maxJobsPerCode = options.maxJobsPerCode ?? 20;
    this.#onHandlerFault = options.onHandlerFault ?? ((error) => process.emitWarning(String(error)));
  }

  start(handler: JobHandler): void {
    this.#handler = handler;
  }

  async add(code: string, prompt: PromptMessage): Promise<JobReceipt | QueueFull> {
    const known = this.#entries.get(code)?.get(prompt.id);
    if (known !== undefined) {
      await known.accepted;
      return { job: known.job, isNew: false };
    }
    if ((this.#activeJobs.get(code) ?? 0) >= this.#maxJobsPerCode) return { limit: this.#maxJobsPerCode };
    const entry = this.#enter({ id: randomUUID(), code, prompt });
    try {
      await entry.accepted;
    } catch (error) {
      this.#finish(entry);
      this.#entries.get(code)?.delete(prompt.id);
      throw error;
    }
    this.#waiting.push(entry);
    this.#advance();
    return { job: entry.job, isNew: true };
  }

  async cancel(code: string, promptId: string): Promise<boolean> {
    const entry = this.#entries.get(code)?.get(promptId);
    if (entry === undefined || entry.isOver) return false;
    await entry.accepted;
    if (this.#running.has(entry)) {
      entry.controller.abort('cancelled' satisfies AbortReason);
      return true;
    }
    if (!this.#waiting.includes(entry)) return false;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#finish(entry);
    await this.#requireHandler().cancelled(entry.job);
    this.#tellPositions();
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting = [];
    for (const { controller } of this.#running.keys()) controller.abort('shutdown' satisfies AbortReason);
    await Promise.all(this.#running.values());
  }

  #enter(job: Job): Entry {
    const accepted = this.#requireHandler().accepted(job);
    const entry = { job, accepted, controller: new AbortController(), isOver: false, position: 0 };
    const ofCode = this.#entries.get(job.code) ?? new Map<string, Entry>();
    this.#entries.set(job.code, ofCode.set(job.prompt.id, entry));
    this.#activeJobs.set(job.code, (this.#activeJobs.get(job.code) ?? 0) + 1);
    return entry;
  }

  #finish(entry: Entry): void {
    entry.isOver = true;
    const left = (this.#activeJobs.get(entry.job.code) ?? 1) - 1;
    if (left === 0) this.#activeJobs.delete(entry.job.code);
    else this.#activeJobs.set(entry.job.code, left);
  }

  #advance(): void {
    while (!this.#isClosed && this.#running.size < this.#concurrency) {
      const entry = this.#waiting.shift();
      if (entry === undefined) return;
      this.#running.set(entry, this.#run(entry));
    }
    this.#tellPositions();
  }

  async #run(entry: Entry): Promise<void> {
    try {
      await this.#requireHandler().run(entry.job, entry.controller.signal);
    } catch (error) {
      this.#onHandlerFault(error);
    } finally {
      this.#running.delete(entry);
      this.#finish(entry);
      this.#advance();
    }
  }

  #tellPositions(): void {
    for (const [index, entry] of this.#waiting.entries()) {
      if (entry.position === index + 1) continue;
      entry.position = index + 1;
      this.#requireHandler().moved(entry.job, entry.position);
    }
  }

  #requireHandler(): JobHandler {
    if (this.#handler === undefined || this.#isClosed) throw new Error('the queue is not open');
    return this.#handler;
  }
}
