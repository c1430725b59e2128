import type {
  Job,
  JobEnd,
  JobHandler,
  JobLane,
  JobOutcome,
  JobRun,
  MessageDraft,
  Meter,
  ServerLogger,
} from '../ports/index.ts';
import { hashedCode } from './hashed-code.ts';

export interface ObservedJobsOptions {
  readonly logger: ServerLogger;
  /** Each of them is told of every job. */
  readonly meters: readonly Pick<Meter, 'accepted' | 'ended'>[];
}

/** Tells the log and the meters what becomes of jobs, and leaves them as they are. */
export class ObservedJobs implements JobHandler {
  readonly #jobs: Required<JobHandler>;
  readonly #options: ObservedJobsOptions;

  constructor(jobs: Required<JobHandler>, options: ObservedJobsOptions) {
    this.#jobs = jobs;
    this.#options = options;
  }

  accept(job: Job): MessageDraft {
    const message = this.#jobs.accept(job);
    for (const meter of this.#options.meters) meter.accepted(engineOf(job));
    return message;
  }

  laneOf(job: Job): JobLane {
    return this.#jobs.laneOf(job);
  }

  lanes(): readonly JobLane[] {
    return this.#jobs.lanes();
  }

  forgetPosition(job: Job): void {
    this.#jobs.forgetPosition(job);
  }

  reportPosition(job: Job, position: number): void {
    this.#jobs.reportPosition(job, position);
  }

  cancelWaiting(job: Job): MessageDraft {
    this.#reportEnd(job, { outcome: 'cancelled', seconds: 0 });
    return this.#jobs.cancelWaiting(job);
  }

  async run(job: Job, run: JobRun): Promise<JobOutcome> {
    const startedAt = performance.now();
    const outcome = await this.#jobs.run(job, run);
    const end = Array.isArray(outcome) ? endIn(outcome as readonly MessageDraft[]) : undefined;
    if (end !== undefined) this.#reportEnd(job, { outcome: end, seconds: (performance.now() - startedAt) / 1_000 });
    return outcome;
  }

  #reportEnd(job: Job, end: Omit<JobEnd, 'engine'>): void {
    const engine = engineOf(job);
    const { outcome, seconds } = end;
    for (const meter of this.#options.meters) meter.ended({ engine, outcome, seconds });
    const names = { jobId: job.id, promptId: job.prompt.id, code: hashedCode(job.code) };
    this.#options.logger.info({ ...names, engine, outcome, seconds: Number(seconds.toFixed(3)) }, 'a job ended');
  }
}

/** What the last of a job's messages says; undefined where it is not over. */
function endIn(messages: readonly MessageDraft[]): string | undefined {
  const last = messages.at(-1);
  if (last?.type === 'error') return last.code;
  return last?.type === 'system' ? last.event : undefined;
}

function engineOf({ prompt }: Job): string {
  return prompt.options?.engine ?? '';
}
