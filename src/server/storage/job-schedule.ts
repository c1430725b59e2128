import type { AbortReason, Job, JobRun } from '../ports/index.ts';

export interface JobScheduleOptions {
  /** Jobs that run at once. */
  readonly concurrency: number;
  /** Runs a job to its end. Must not reject. */
  readonly run: (job: Job, run: JobRun) => Promise<void>;
  /** Hears the first and every new position of a job that waits: 1 is next. */
  readonly moved: (job: Job, position: number) => void;
}

interface Entry {
  readonly job: Job;
  readonly isRepeat: boolean;
  /** The position last told; 0 before the first. */
  position: number;
}

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Which job runs when: first in, first out, so many at once. It remembers nothing of a job that is over. */
export class JobSchedule {
  readonly #options: JobScheduleOptions;
  readonly #running = new Map<string, Running>();
  #waiting: Entry[] = [];
  #isClosed = false;

  constructor(options: JobScheduleOptions) {
    this.#options = options;
  }

  /** Puts a new job at the end of the line. */
  add(job: Job): void {
    this.#waiting.push({ job, isRepeat: false, position: 0 });
    this.#advance();
  }

  /** Puts jobs that another process has left open at the end of the line. */
  addRepeats(jobs: readonly Job[]): void {
    for (const job of jobs) this.#waiting.push({ job, isRepeat: true, position: 0 });
    this.#advance();
  }

  isWaiting(jobId: string): boolean {
    return this.#waiting.some(({ job }) => job.id === jobId);
  }

  /** Takes a job that waits out of the line; the others move up. */
  remove(jobId: string): void {
    this.#waiting = this.#waiting.filter(({ job }) => job.id !== jobId);
    this.#tellPositions();
  }

  /** Aborts a job that runs; false where it does not. */
  abort(jobId: string): boolean {
    const running = this.#running.get(jobId);
    running?.controller.abort('cancelled' satisfies AbortReason);
    return running !== undefined;
  }

  /** Starts nothing more, aborts what runs, and waits for its end. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting = [];
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort('shutdown' satisfies AbortReason);
    await Promise.all(running.map(({ ended }) => ended));
  }

  #advance(): void {
    while (!this.#isClosed && this.#running.size < this.#options.concurrency) {
      const entry = this.#waiting.shift();
      if (entry === undefined) return;
      const controller = new AbortController();
      this.#running.set(entry.job.id, { controller, ended: this.#run(entry, controller.signal) });
    }
    this.#tellPositions();
  }

  async #run({ job, isRepeat }: Entry, signal: AbortSignal): Promise<void> {
    await this.#options.run(job, { signal, isRepeat });
    this.#running.delete(job.id);
    this.#advance();
  }

  #tellPositions(): void {
    for (const [index, entry] of this.#waiting.entries()) {
      if (entry.position === index + 1) continue;
      entry.position = index + 1;
      this.#options.moved(entry.job, entry.position);
    }
  }
}
