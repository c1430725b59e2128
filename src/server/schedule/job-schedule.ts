import type { AbortReason, Job, JobLane, JobRun, JobTally } from '../ports/index.ts';
import { EngineTally } from './engine-tally.ts';
import { FairOrder, type Waiting } from './fair-order.ts';
import { type Positioned, PositionReports } from './position-reports.ts';

export interface JobScheduleOptions {
  /** The lane of a job, and how many jobs of it run at once. */
  readonly laneOf: (job: Job) => JobLane;
  /** Runs a job. Resolves with whether it goes on by another run, when its turn comes again. Must not reject. */
  readonly run: (job: Job, run: Omit<JobRun, 'journal' | 'append' | 'danger' | 'told'>) => Promise<boolean>;
  /** Called with the first and every new position of a waiting job in its lane: 1 is next. */
  readonly onPosition: (job: Job, position: number) => void;
}

interface Entry extends Waiting, Positioned {
  readonly job: Job;
  readonly isRepeat: boolean;
  readonly lane: Lane;
}

interface Lane {
  /** How many run at once, as it was said last. */
  limits: Pick<JobLane, 'concurrency' | 'capacity'>;
  running: number;
  readonly waiting: FairOrder<Entry>;
  /** Whether a change of its capacity is waited for. */
  isWatched: boolean;
}

interface Running {
  readonly job: Job;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Decides which job runs when: in each lane everybody in turn, so many at once. It forgets a job that has ended. */
export class JobSchedule {
  readonly #options: JobScheduleOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #running = new Map<string, Running>();
  readonly #waiting = new Map<string, Entry>();
  readonly #positions = new PositionReports<Entry>({
    count: () => this.#waiting.size,
    lanes: () => [...this.#lanes.values()].map(({ waiting }) => waiting.inOrder()),
    isWaiting: (entry) => this.#waiting.get(entry.job.id) === entry,
    report: ({ job }, position) => this.#options.onPosition(job, position),
  });
  readonly #tally = new EngineTally();
  readonly #closing = new AbortController();
  #lastPlace = 0;
  #isClosed = false;

  constructor(options: JobScheduleOptions) {
    this.#options = options;
  }

  /** Adds a new job. */
  add(job: Job): void {
    this.#enqueue({ job, isRepeat: false });
    this.#advance();
  }

  /** Adds jobs that an earlier process has left open. */
  addRepeats(jobs: readonly Job[]): void {
    for (const job of jobs) this.#enqueue({ job, isRepeat: true });
    this.#advance();
  }

  isRunning(jobId: string): boolean {
    return this.#running.has(jobId);
  }

  /** Removes a job where it waits; the others move up. */
  remove(jobId: string): void {
    const entry = this.#waiting.get(jobId);
    if (entry === undefined) return;
    this.#waiting.delete(jobId);
    entry.lane.waiting.remove(entry);
    this.#positions.update();
  }

  /** How many jobs of each engine that has had any wait and run. */
  tally(): readonly JobTally[] {
    return this.#tally.count([...this.#waiting.values()], [...this.#running.values()]);
  }

  /** How many addresses wait for a turn. */
  get waitingAddresses(): number {
    return new Set([...this.#waiting.values()].map(({ owner }) => owner.address)).size;
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
    this.#closing.abort();
    this.#positions.close();
    this.#waiting.clear();
    this.#lanes.clear();
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort('shutdown' satisfies AbortReason);
    await Promise.all(running.map(({ ended }) => ended));
  }

  #enqueue({ job, isRepeat }: Pick<Entry, 'job' | 'isRepeat'>): void {
    if (this.#isClosed) return;
    const lane = this.#laneOf(job);
    const entry: Entry = { owner: job, place: ++this.#lastPlace, job, isRepeat, lane, position: 0 };
    this.#waiting.set(job.id, entry);
    lane.waiting.add(entry);
  }

  #laneOf(job: Job): Lane {
    const { id, ...limits } = this.#options.laneOf(job);
    const lane = this.#lanes.get(id) ?? { limits, running: 0, waiting: new FairOrder<Entry>(), isWatched: false };
    lane.limits = limits;
    this.#lanes.set(id, lane);
    return lane;
  }

  #advance(): void {
    for (const lane of this.#lanes.values()) {
      while (!this.#isClosed && hasRoom(lane)) {
        const entry = lane.waiting.takeNext();
        if (entry === undefined) break;
        this.#waiting.delete(entry.job.id);
        const controller = new AbortController();
        lane.running += 1;
        const ended = this.#run(entry, controller.signal);
        this.#running.set(entry.job.id, { job: entry.job, controller, ended });
      }
      this.#watch(lane);
    }
    if (!this.#isClosed) this.#positions.update();
  }

  /** Goes on where a lane has no room that will have some later, when that is. */
  #watch(lane: Lane): void {
    const { concurrency, capacity } = lane.limits;
    const isHeldUp = lane.running < concurrency && !hasRoom(lane) && !lane.waiting.isEmpty;
    if (this.#isClosed || lane.isWatched || !isHeldUp || capacity === undefined) return;
    lane.isWatched = true;
    void capacity
      .change(this.#closing.signal)
      .catch(() => undefined)
      .then(() => {
        lane.isWatched = false;
        this.#advance();
      });
  }

  async #run({ job, isRepeat, lane }: Entry, signal: AbortSignal): Promise<void> {
    let goesOn = await this.#options.run(job, { signal, isRepeat });
    // Cancelled meanwhile: for that it does not have to wait for its turn.
    while (goesOn && signal.aborted && !this.#isClosed) goesOn = await this.#options.run(job, { signal, isRepeat });
    this.#running.delete(job.id);
    lane.running -= 1;
    if (goesOn) this.#enqueue({ job, isRepeat });
    this.#advance();
  }
}

/** Whether one more job of a lane can run now. */
function hasRoom({ running, limits: { concurrency, capacity } }: Lane): boolean {
  return running < Math.min(concurrency, capacity?.jobs ?? Infinity);
}
