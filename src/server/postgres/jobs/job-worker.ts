import type { Job, JobHandler, JobLane } from '../../ports/index.ts';
import type { Database } from '../database/database.ts';
import { Duty } from './duty.ts';
import { JobClaims } from './job-claims.ts';
import { JobLeases, type TransactionalLog } from './job-leases.ts';
import type { JobNews } from './job-news.ts';
import { JobRuns } from './job-runs.ts';
import { LaneWatch } from './lane-watch.ts';
import { ToldPositions } from './told-positions.ts';
import { UnknownLanes } from './unknown-lanes.ts';

export interface JobWorkerOptions {
  /** What this worker is called; no two are called the same. */
  readonly worker: string;
  /** How long what it has is its own when it is not heard of, in milliseconds. */
  readonly leaseMs: number;
  /** How often it says that it is alive, in milliseconds. */
  readonly renewalMs: number;
  /** How often it looks for jobs without having heard of any, in milliseconds. */
  readonly pollMs: number;
  /** The lane of every job, where the handler knows none. */
  readonly onlyLane: JobLane;
  readonly retryDelaysMs: readonly number[];
  /** A clock that only goes forward, in milliseconds. Default: the process's. */
  readonly now?: (() => number) | undefined;
  readonly onFault: (error: unknown) => void;
}

export interface JobWorkerParts {
  readonly database: Database;
  readonly log: TransactionalLog;
  readonly news: JobNews;
  readonly handler: JobHandler;
}

/** Runs the jobs that wait, in whatever process they were taken in, and everybody's in turn. */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #handler: JobHandler;
  readonly #claims: JobClaims;
  readonly #leases: JobLeases;
  readonly #runs: JobRuns;
  readonly #positions: ToldPositions;
  readonly #duty: Duty;
  readonly #watch = new LaneWatch(() => this.wake());
  readonly #unknown: UnknownLanes;
  #timers: readonly NodeJS.Timeout[] = [];
  /** Settles when nobody is being told that it is alive. */
  #beating: Promise<void> | undefined;
  #hasDuty = false;
  #isClosed = false;
  #isToLookAgain = false;
  /** Settles when nothing is being looked for. */
  #looking: Promise<void> | undefined;

  constructor({ database, log, news, handler }: JobWorkerParts, options: JobWorkerOptions) {
    const { worker, leaseMs, onFault, retryDelaysMs } = options;
    this.#options = options;
    this.#handler = handler;
    this.#unknown = new UnknownLanes(options.now);
    this.#claims = new JobClaims(database, { worker, leaseMs });
    this.#leases = new JobLeases(database, log, leaseMs);
    this.#runs = new JobRuns(
      { database, leases: this.#leases, handler },
      { retryDelaysMs, onFault, laneOf: (job) => this.#laneOf(job), onEnd: () => news.tellMoved() },
    );
    this.#positions = new ToldPositions(database, handler, {
      isRunningHere: (id) => this.#runs.has(id),
      onDue: () => this.wake(),
    });
    this.#duty = new Duty(database, { duty: 'positions', process: worker, heldMs: leaseMs });
  }

  /** Begins to look for jobs, what was deferred to this start among them. */
  start(): void {
    const { renewalMs, pollMs } = this.#options;
    this.#timers = [
      setInterval(() => void (this.#beating = this.#beat()), renewalMs).unref(),
      setInterval(() => this.wake(), pollMs).unref(),
    ];
    this.#looking = this.#begin().finally(() => {
      this.#looking = undefined;
      this.wake();
    });
  }

  /** Looks for jobs now. */
  wake(): void {
    this.#isToLookAgain = true;
    if (this.#isClosed) return;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#isToLookAgain) this.wake();
    });
  }

  /** Aborts a job where it runs here. */
  cancel(jobId: string): void {
    this.#runs.cancel(jobId);
  }

  /** Starts no further job, aborts those that run for a shutdown, and waits for them; others take them at once. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#watch.close();
    await this.#looking;
    await this.#runs.close();
    await this.#beating;
    this.#positions.stop();
    await this.#duty.leave().catch(this.#options.onFault);
  }

  async #begin(): Promise<void> {
    try {
      await this.#leases.takeUpDeferred();
      this.#hasDuty = await this.#duty.hold();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  async #look(): Promise<void> {
    this.#isToLookAgain = false;
    try {
      const waiting = new Set(await this.#claims.waitingLanes());
      const lanes = this.#handler.lanes?.() ?? [this.#options.onlyLane];
      await this.#takeOverUnknown(waiting, lanes);
      for (const lane of lanes) if (waiting.has(lane.id)) await this.#fill(lane);
      if (this.#hasDuty && !this.#isClosed) await this.#positions.update();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  /** Takes jobs of a lane as long as there are any, and room for them. */
  async #fill(lane: JobLane): Promise<void> {
    while (!this.#isClosed && this.#watch.hasRoom(lane, this.#runs.countIn(lane.id))) {
      const leased = await this.#claims.takeNext(lane.id, {
        most: lane.isPerWorker === true ? undefined : lane.concurrency,
        running: this.#runs.places,
      });
      if (leased === undefined) return;
      this.#runs.add(leased);
    }
  }

  /** Jobs whose lane nobody has known for long run in the lane of jobs without an engine, and so come to an end. */
  async #takeOverUnknown(waiting: ReadonlySet<string>, lanes: readonly JobLane[]): Promise<void> {
    const known = new Set(lanes.map(({ id }) => id));
    for (const id of this.#unknown.notedForLong(waiting, known)) await this.#claims.moveLane(id, '');
  }

  async #beat(): Promise<void> {
    try {
      await this.#runs.renew();
      const had = this.#hasDuty;
      this.#hasDuty = !this.#isClosed && (await this.#duty.hold());
      if (had && !this.#hasDuty) this.#positions.stop();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #laneOf(job: Job): JobLane {
    return this.#handler.laneOf?.(job) ?? this.#options.onlyLane;
  }
}
