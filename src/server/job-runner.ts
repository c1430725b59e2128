import type { ServerLogger } from './logger.ts';
import { Narration, ofJob } from './narration.ts';
import type {
  AbortReason,
  EngineRequest,
  EventLog,
  Job,
  JobHandler,
  MediaStore,
  MessageDraft,
  VideoEngine,
} from './ports/index.ts';

export interface JobRunnerOptions {
  readonly engine: VideoEngine;
  readonly log: EventLog;
  readonly media: MediaStore;
  readonly logger: ServerLogger;
  /** A clock that only goes forward, in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
}

/** Runs jobs on an engine, and tells the code of each job how it goes. A job gets exactly one last message. */
export class JobRunner implements JobHandler {
  readonly #options: Required<JobRunnerOptions>;

  constructor(options: JobRunnerOptions) {
    this.#options = { now: () => performance.now(), ...options };
  }

  async accepted(job: Job): Promise<void> {
    await this.#keep(job, {
      type: 'system', event: 'accepted', content: '已收到', prompt: job.prompt.content, ...ofJob(job),
    });
  }

  moved(job: Job, position: number): void {
    this.#options.log.publish(job.code, { type: 'system', event: 'queued', position, ...ofJob(job) });
  }

  async cancelled(job: Job): Promise<void> {
    await this.#keep(job, { type: 'system', event: 'cancelled', content: '已取消', ...ofJob(job) });
  }

  async run(job: Job, signal: AbortSignal): Promise<void> {
    const narration = new Narration(this.#options, job);
    try {
      await this.#keep(job, { type: 'system', event: 'started', content: '开始生成', ...ofJob(job) });
      await this.#generate(job, narration, signal);
    } catch (error) {
      await this.#stopped(job, narration, signal, error);
      return;
    }
    await this.#keep(job, { type: 'system', event: 'completed', content: '已完成', ...ofJob(job) });
  }

  /** Resolves once the clip has been told; throws where the engine failed or was stopped before that. */
  async #generate(job: Job, narration: Narration, signal: AbortSignal): Promise<void> {
    for await (const event of this.#options.engine.generate(engineRequest(job), signal)) {
      signal.throwIfAborted();
      await narration.tell(event);
      // A cancel that comes after the clip comes too late: the job is done.
      if (event.kind === 'video') return;
    }
    signal.throwIfAborted();
    throw new Error('the engine ended without a clip');
  }

  async #stopped(job: Job, narration: Narration, signal: AbortSignal, error: unknown): Promise<void> {
    const reason: unknown = signal.aborted ? signal.reason : undefined;
    // The job runs again after a restart: nothing of it is over.
    if (reason === ('shutdown' satisfies AbortReason)) return;
    if (reason === undefined) this.#options.logger.error({ err: error, jobId: job.id }, 'a job failed');
    await narration.endText();
    if (reason !== undefined) return this.cancelled(job);
    await this.#keep(job, {
      type: 'error',
      code: 'engine_failed',
      content: '视频生成失败，请稍后重试。',
      retryable: true,
      ...ofJob(job),
    });
  }

  async #keep(job: Job, draft: MessageDraft): Promise<void> {
    await this.#options.log.append(job.code, draft);
  }
}

function engineRequest({ id, prompt }: Job): EngineRequest {
  return {
    jobId: id,
    prompt: prompt.content,
    ...(prompt.options && { options: prompt.options }),
    ...(prompt.attachments && { attachments: prompt.attachments }),
  };
}
