import type { AbortReason, Job, JobLane, JobRun } from '../ports/index.ts';

export interface JobScheduleOptions {
  /** The lane of a job, and how many jobs of it run at once. */
  readonly laneOf: (job: Job) => JobLane;
  /** Runs a job. Resolves with whether it goes on by another run, when its turn comes again. Must not reject. */
  readonly run: (job: Job, run: Omit<JobRun, 'journal'>) => Promise<boolean>;
  /** Called with the first and every new position of a waiting job in its lane: 1 is next. */
  readonly onPosition: (job: Job, position: number) => void;
}

interface Entry {
  readonly job: Job;
  readonly isRepeat: boolean;
  readonly lane: JobLane;
  /** The position that was reported last; 0 before the first. */
  position: number;
}

interface Running {
  readonly lane: string;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Decides which job runs when: first in, first out in each lane, so many at once. It forgets a job that has ended. */
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
    this.#waiting.push({ job, isRepeat: false, lane: this.#options.laneOf(job), position: 0 });
    this.#advance();
  }

  /** Adds jobs that an earlier process has left open after all that wait. */
  addRepeats(jobs: readonly Job[]): void {
    for (const job of jobs) {
      this.#waiting.push({ job, isRepeat: true, lane: this.#options.laneOf(job), position: 0 });
    }
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
    while (!this.#isClosed) {
      const index = this.#waiting.findIndex(({ lane }) => this.#countRunning(lane.id) < lane.concurrency);
      const [entry] = index === -1 ? [] : this.#waiting.splice(index, 1);
      if (entry === undefined) break;
      const controller = new AbortController();
      const ended = this.#run(entry, controller.signal);
      this.#running.set(entry.job.id, { lane: entry.lane.id, controller, ended });
    }
    this.#reportPositions();
  }

  #countRunning(lane: string): number {
    return [...this.#running.values()].filter((running) => running.lane === lane).length;
  }

  async #run({ job, isRepeat }: Entry, signal: AbortSignal): Promise<void> {
    let goesOn = await this.#options.run(job, { signal, isRepeat });
    // Cancelled meanwhile: for that it does not have to wait for its turn.
    while (goesOn && signal.aborted && !this.#isClosed) goesOn = await this.#options.run(job, { signal, isRepeat });
    this.#running.delete(job.id);
    if (goesOn && !this.#isClosed) {
      this.#waiting.push({ job, isRepeat, lane: this.#options.laneOf(job), position: 0 });
    }
    this.#advance();
  }

  #reportPositions(): void {
    const lengths = new Map<string, number>();
    for (const entry of this.#waiting) {
      const position = (lengths.get(entry.lane.id) ?? 0) + 1;
      lengths.set(entry.lane.id, position);
      if (entry.position === position) continue;
      entry.position = position;
      this.#options.onPosition(entry.job, position);
    }
  }
}
