import { readAttachments } from '../media/attachments.ts';
import type { LiveJobs } from './live-jobs.ts';
import type { ServerLogger } from '../ports/logger.ts';
import { acceptance, Narration, ofJob } from './narration.ts';
import type { EngineRequest, VideoEngine } from '../../engines/index.ts';
import type { AbortReason, EventLog, Job, JobHandler, JobRun, MediaStore, MessageDraft } from '../ports/index.ts';

export interface JobRunnerOptions {
  readonly engine: VideoEngine;
  readonly log: EventLog;
  /** Tells what passes. */
  readonly live: LiveJobs;
  readonly media: MediaStore;
  readonly logger: ServerLogger;
  /** A clock that only goes forward, in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
}

/** Runs jobs on an engine, and tells the code of each job how it goes. What a job leaves is kept with its end. */
export class JobRunner implements JobHandler {
  readonly #options: Required<JobRunnerOptions>;

  constructor(options: JobRunnerOptions) {
    this.#options = { now: () => performance.now(), ...options };
  }

  accepted(job: Job): MessageDraft {
    return acceptance(job);
  }

  moved(job: Job, position: number): void {
    this.#options.live.tell(job, { type: 'system', event: 'queued', position, ...ofJob(job) });
  }

  cancelled(job: Job): MessageDraft {
    this.#options.live.forget(job);
    return { type: 'system', event: 'cancelled', content: '已取消', ...ofJob(job) };
  }

  async run(job: Job, run: JobRun): Promise<readonly MessageDraft[] | undefined> {
    const { live, log } = this.#options;
    const narration = new Narration(this.#options, job, run);
    // It waits no more.
    live.forget(job);
    try {
      await log.append(job.code, { type: 'system', event: 'started', content: '开始生成', ...ofJob(job) });
      await this.#generate(job, narration, run.signal);
    } catch (error) {
      await this.#discard(narration);
      return this.#stopped(job, narration, run.signal, error);
    } finally {
      live.forget(job);
    }
    return [...narration.result(), { type: 'system', event: 'completed', content: '已完成', ...ofJob(job) }];
  }

  /** Resolves once the clip has been told; throws where the engine failed or was stopped before that. */
  async #generate(job: Job, narration: Narration, signal: AbortSignal): Promise<void> {
    const request = await engineRequest(job, this.#options.media);
    for await (const event of this.#options.engine.generate(request, signal)) {
      signal.throwIfAborted();
      await narration.tell(event);
      // A cancel that comes after the clip comes too late: the job is done.
      if (event.kind === 'video') return;
    }
    signal.throwIfAborted();
    throw new Error('the engine ended without a clip');
  }

  async #discard(narration: Narration): Promise<void> {
    try {
      await narration.discardMedia();
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'the media of a job without a result stay until the next start');
    }
  }

  #stopped(job: Job, narration: Narration, signal: AbortSignal, error: unknown): readonly MessageDraft[] | undefined {
    const reason: unknown = signal.aborted ? signal.reason : undefined;
    // The job runs again after a restart: nothing of it is over.
    if (reason === ('shutdown' satisfies AbortReason)) return undefined;
    if (reason !== undefined) return [...narration.text(), this.cancelled(job)];
    this.#options.logger.error({ err: error, jobId: job.id }, 'a job failed');
    return [
      ...narration.text(),
      {
        type: 'error',
        code: 'engine_failed',
        content: '视频生成失败，请稍后重试。',
        retryable: true,
        ...ofJob(job),
      },
    ];
  }
}

async function engineRequest({ id, prompt }: Job, media: MediaStore): Promise<EngineRequest> {
  return {
    jobId: id,
    prompt: prompt.content,
    ...(prompt.options && { options: prompt.options }),
    ...(prompt.attachments && { attachments: await readAttachments(prompt.attachments, media) }),
  };
}
