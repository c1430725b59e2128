import { readAttachments } from '../media/attachments.ts';
import type { LiveJobs } from './live-jobs.ts';
import { acceptedMessage, jobFields, JobReporter } from './job-reporter.ts';
import type { EngineRequest, VideoEngine } from '../../engines/index.ts';
import type {
  AbortReason,
  EventLog,
  Job,
  JobHandler,
  JobRun,
  MediaStore,
  MessageDraft,
  ServerLogger,
} from '../ports/index.ts';

export interface JobRunnerOptions {
  readonly engine: VideoEngine;
  readonly log: EventLog;
  /** Publishes transient messages. */
  readonly live: LiveJobs;
  readonly media: MediaStore;
  readonly logger: ServerLogger;
  /** A clock that only goes forward, in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
}

/** Runs jobs on an engine, and reports each to the followers of its code. */
export class JobRunner implements JobHandler {
  readonly #options: Required<JobRunnerOptions>;

  constructor(options: JobRunnerOptions) {
    this.#options = { now: () => performance.now(), ...options };
  }

  accept(job: Job): MessageDraft {
    return acceptedMessage(job);
  }

  reportPosition(job: Job, position: number): void {
    this.#options.live.publish(job, { type: 'system', event: 'queued', position, ...jobFields(job) });
  }

  cancelWaiting(job: Job): MessageDraft {
    this.#options.live.forget(job);
    return cancelledMessage(job);
  }

  async run(job: Job, run: JobRun): Promise<readonly MessageDraft[] | undefined> {
    const { live, log } = this.#options;
    const reporter = new JobReporter(this.#options, job, run);
    // Its position in the queue no longer holds.
    live.forget(job);
    try {
      await log.append(job.code, { type: 'system', event: 'started', content: '开始生成', ...jobFields(job) });
      await this.#generate(job, reporter, run.signal);
    } catch (error) {
      await this.#discardMedia(reporter);
      return this.#lastMessages(job, reporter, run.signal, error);
    } finally {
      live.forget(job);
    }
    return [...reporter.resultMessages(), { type: 'system', event: 'completed', content: '已完成', ...jobFields(job) }];
  }

  /** Resolves once the clip has been reported; throws where the engine failed or was stopped before that. */
  async #generate(job: Job, reporter: JobReporter, signal: AbortSignal): Promise<void> {
    const request = await engineRequest(job, this.#options.media);
    for await (const event of this.#options.engine.generate(request, signal)) {
      signal.throwIfAborted();
      await reporter.report(event);
      // A cancel after the clip is too late: the job is done.
      if (event.kind === 'video') return;
    }
    signal.throwIfAborted();
    throw new Error('the engine ended without a clip');
  }

  async #discardMedia(reporter: JobReporter): Promise<void> {
    try {
      await reporter.discardMedia();
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'the media of a job without a result stay until the next start');
    }
  }

  #lastMessages(
    job: Job,
    reporter: JobReporter,
    signal: AbortSignal,
    error: unknown,
  ): readonly MessageDraft[] | undefined {
    const reason: unknown = signal.aborted ? signal.reason : undefined;
    // The job runs again after a restart, so it has no last message yet.
    if (reason === ('shutdown' satisfies AbortReason)) return undefined;
    if (reason !== undefined) return [...reporter.textMessages(), cancelledMessage(job)];
    this.#options.logger.error({ err: error, jobId: job.id }, 'a job failed');
    return [
      ...reporter.textMessages(),
      {
        type: 'error',
        code: 'engine_failed',
        content: '视频生成失败，请稍后重试。',
        retryable: true,
        ...jobFields(job),
      },
    ];
  }
}

function cancelledMessage(job: Job): MessageDraft {
  return { type: 'system', event: 'cancelled', content: '已取消', ...jobFields(job) };
}

async function engineRequest({ id, prompt }: Job, media: MediaStore): Promise<EngineRequest> {
  return {
    jobId: id,
    prompt: prompt.content,
    ...(prompt.options && { options: prompt.options }),
    ...(prompt.attachments && { attachments: await readAttachments(prompt.attachments, media) }),
  };
}
