import type { AbortReason, Job, JobHandler, JobLane, JobOutcome, MessageDraft } from '../../ports/index.ts';
import { JobNotOpenError } from '../../schedule/job-not-open.ts';
import { storeEnd } from '../../schedule/store-end.ts';
import type { Database } from '../database/database.ts';
import { isUnreachable } from '../database/connection-faults.ts';
import { insist } from '../database/insist.ts';
import type { JobLeases } from './job-leases.ts';
import { keptWithJob } from './kept-with-job.ts';
import type { LeasedJob } from './leased-job.ts';

export interface JobRunsParts {
  readonly database: Database;
  readonly leases: JobLeases;
  readonly handler: JobHandler;
}

export interface JobRunsOptions {
  /** How long to wait before each further try to store an end, in milliseconds. */
  readonly retryDelaysMs: readonly number[];
  readonly laneOf: (job: Job) => JobLane;
  /** A job runs here no more. */
  readonly onEnd: () => void;
  readonly onFault: (error: unknown) => void;
}

interface Running {
  readonly leased: LeasedJob;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** The jobs that run in this process. Each is brought to its end, given back, or found to be another worker's by now. */
export class JobRuns {
  readonly #parts: JobRunsParts;
  readonly #options: JobRunsOptions;
  readonly #running = new Map<string, Running>();
  readonly #closing = new AbortController();

  constructor(parts: JobRunsParts, options: JobRunsOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  has(jobId: string): boolean {
    return this.#running.has(jobId);
  }

  /** Where they stand in the table. */
  get places(): readonly number[] {
    return [...this.#running.values()].map(({ leased }) => leased.place);
  }

  countIn(lane: string): number {
    return [...this.#running.values()].filter(({ leased }) => leased.lane === lane).length;
  }

  /** Runs a job that this worker has taken. */
  add(leased: LeasedJob): void {
    const controller = new AbortController();
    if (leased.isCancelled) controller.abort('cancelled' satisfies AbortReason);
    const ended = this.#run(leased, controller)
      .catch((error: unknown) => this.#giveUp(leased, error))
      .finally(() => {
        this.#running.delete(leased.job.id);
        this.#options.onEnd();
      });
    this.#running.set(leased.job.id, { leased, controller, ended });
  }

  cancel(jobId: string): void {
    this.#running.get(jobId)?.controller.abort('cancelled' satisfies AbortReason);
  }

  /** Says that all of them are alive, and stops what is cancelled, or another worker's by now. */
  async renew(): Promise<void> {
    const running = [...this.#running.values()];
    if (running.length === 0) return;
    const renewed = await this.#parts.leases.renew(running.map(({ leased }) => leased));
    for (const { leased, controller } of running) {
      const state = renewed.get(leased.place);
      // What has just ended is not renewed either, and has nothing left to abort.
      if (state === undefined) controller.abort('shutdown' satisfies AbortReason);
      else if (state.isCancelled) controller.abort('cancelled' satisfies AbortReason);
    }
  }

  /** Aborts all of them for a shutdown, and waits until they are stored or given back. */
  async close(): Promise<void> {
    this.#closing.abort();
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort('shutdown' satisfies AbortReason);
    await Promise.all(running.map(({ ended }) => ended));
  }

  async #run(leased: LeasedJob, controller: AbortController): Promise<void> {
    const { handler, leases, database } = this.#parts;
    const { job, lane } = leased;
    const run = {
      signal: controller.signal,
      isRepeat: leased.lease > 1,
      ...keptWithJob(database, leased),
      append: (draft: MessageDraft) => leases.append(leased, draft),
    };
    // Whoever had it before has got further with it than this process knows: it has its turn already.
    let isAhead = this.#options.laneOf(job).id !== lane;
    for (;;) {
      const outcome: JobOutcome = await handler.run(job, run);
      if (outcome === undefined) return insist(() => leases.giveBack(leased));
      if (outcome !== 'go-on') return this.#storeEnd(leased, outcome);
      const next = this.#options.laneOf(job).id;
      const hasTurn = isAhead && next === lane;
      isAhead = false;
      if (hasTurn) continue;
      if (!controller.signal.aborted) {
        const requeued = await insist(() => leases.requeue(leased, next));
        if (requeued !== 'cancelled') return;
        // For that it does not have to wait for its turn.
        controller.abort('cancelled' satisfies AbortReason);
      }
    }
  }

  #storeEnd(leased: LeasedJob, last: readonly MessageDraft[]): Promise<void> {
    const { retryDelaysMs: delaysMs, onFault } = this.#options;
    return storeEnd(() => this.#parts.leases.end(leased, last), { delaysMs, signal: this.#closing.signal, onFault });
  }

  async #giveUp(leased: LeasedJob, error: unknown): Promise<void> {
    this.#options.onFault(error);
    // Where the database was away for too long there is nothing wrong with the job: its lease ends, and a worker takes it.
    if (error instanceof JobNotOpenError || isUnreachable(error)) return;
    // Where that fails too, the same.
    await this.#parts.leases.defer(leased).catch(this.#options.onFault);
  }
}
