import type { AbortReason, Job, JobRun } from '../ports/index.ts';

export interface JobScheduleOptions {
  /** Jobs that run at once. */
  readonly concurrency: number;
  /** Runs a job to its end. Must not reject. */
  readonly run: (job: Job, run: JobRun) => Promise<void>;
  /** Called with the first and every new position of a waiting job: 1 is next. */
  readonly onPosition: (job: Job, position: number) => void;
}

interface Entry {
  readonly job: Job;
  readonly isRepeat: boolean;
  /** The position that was reported last; 0 before the first. */
  position: number;
}

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Decides which job runs when: first in, first out, so many at once. It forgets a job that has ended. */
export class JobSchedule {
  readonly #options: JobScheduleOptions;
  readonly #running = new Map<string, Running>();
  #waiting: Entry[] = [];
  #isClosed = false;

  constructor(options: JobScheduleOptions) {
    this.#options = options;
  }

  /** Adds a new job after all that wait. */
  add(job: Job): void {
    this.#waiting.push({ job, isRepeat: false, position: 0 });
    this.#advance();
  }

  /** Adds jobs that an earlier process has left open after all that wait. */
  addRepeats(jobs: readonly Job[]): void {
    for (const job of jobs) this.#waiting.push({ job, isRepeat: true, position: 0 });
    this.#advance();
  }

  isWaiting(jobId: string): boolean {
    return this.#waiting.some(({ job }) => job.id === jobId);
  }

  /** Removes a waiting job; the others move up. */
  remove(jobId: string): void {
    this.#waiting = this.#waiting.filter(({ job }) => job.id !== jobId);
    this.#reportPositions();
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
    this.#reportPositions();
  }

  async #run({ job, isRepeat }: Entry, signal: AbortSignal): Promise<void> {
    await this.#options.run(job, { signal, isRepeat });
    this.#running.delete(job.id);
    this.#advance();
  }

  #reportPositions(): void {
    for (const [index, entry] of this.#waiting.entries()) {
      if (entry.position === index + 1) continue;
      entry.position = index + 1;
      this.#options.onPosition(entry.job, entry.position);
    }
  }
}
