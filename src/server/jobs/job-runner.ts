import { readAttachments } from '../media/attachments.ts';
import type { LiveJobs } from './live-jobs.ts';
import { acceptedMessage, jobFields, JobReporter } from './job-reporter.ts';
import { madeWith, optionsAsked, plannedWith } from './made-with.ts';
import { DangerousReferences } from './dangerous-references.ts';
import { sceneBefore } from './scene-before.ts';
import {
  EngineFault,
  type EngineRegistry,
  type EngineRequest,
  fitOptions,
  type RegisteredEngine,
} from '../../engines/index.ts';
import { hashedCode } from '../observe/hashed-code.ts';
import { engineFaultMessage } from '../messages/engine-faults.ts';
import type { ClipOptions } from '../../protocol/index.ts';
import type {
  AbortReason,
  EventLog,
  Job,
  JobHandler,
  JobLane,
  JobRun,
  MediaStore,
  MessageDraft,
  ServerLogger,
} from '../ports/index.ts';

/** Answers in words that are told at the same time. */
const ANSWERS_AT_ONCE = 4;
/** Of jobs whose engine is gone: each ends at once. */
const GONE_LANE: JobLane = { id: '', concurrency: 1, isPerWorker: true };

export interface JobRunnerOptions {
  readonly engines: EngineRegistry;
  /** Whether a bot may have made the prompts of what was asked: then each clip says what it was. Default false. */
  readonly isBehindBot?: boolean;
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
    this.#options = { now: () => performance.now(), isBehindBot: false, ...options };
  }

  accept(job: Job): MessageDraft {
    return acceptedMessage(job, plannedWith(job, this.#options.engines));
  }

  laneOf({ prompt }: Job): JobLane {
    const registered = this.#options.engines.find(prompt.options?.engine);
    if (registered === undefined) return GONE_LANE;
    // What is answered in words waits for no clip.
    const request = { prompt: prompt.content, ...(prompt.options && { options: prompt.options }) };
    return registered.engine.answersAtOnce?.(request) ? answerLane(registered) : clipLane(registered);
  }

  lanes(): readonly JobLane[] {
    const { engines } = this.#options;
    const registered = engines.profiles.flatMap(({ id }) => engines.find(id) ?? []);
    return [GONE_LANE, ...registered.flatMap((each) => [answerLane(each), clipLane(each)])];
  }

  reportPosition(job: Job, position: number): void {
    this.#options.live.publish(job, { type: 'system', event: 'queued', position, ...jobFields(job) });
  }

  forgetPosition(job: Job): void {
    this.#options.live.forget(job);
  }

  cancelWaiting(job: Job): MessageDraft {
    this.#options.live.forget(job);
    return cancelledMessage(job);
  }

  async run(job: Job, run: JobRun): Promise<readonly MessageDraft[] | undefined> {
    const { live, log, isBehindBot } = this.#options;
    const plan = this.#planOf(job);
    const reporter = new JobReporter(this.#options, job, {
      isRepeat: run.isRepeat,
      told: run.told,
      madeWith: plan && {
        ...madeWith(plan.registered, plan.options),
        ...(isBehindBot && { prompt: job.prompt.content }),
      },
    });
    // Its position in the queue no longer holds.
    live.forget(job);
    try {
      await log.append(job.code, { type: 'system', event: 'started', content: '开始生成', ...jobFields(job) });
      reporter.resume();
      await this.#generate(job, plan, reporter, run);
    } catch (error) {
      await this.#discardMedia(reporter);
      return this.#lastMessages(job, reporter, run.signal, error);
    } finally {
      live.forget(job);
    }
    return [...reporter.resultMessages(), { type: 'system', event: 'completed', content: '已完成', ...jobFields(job) }];
  }

  /** Resolves once the clip, or that there is none to make, has been reported; throws where the engine failed or was stopped before that. */
  async #generate(job: Job, plan: Plan | undefined, reporter: JobReporter, run: JobRun): Promise<void> {
    const { signal } = run;
    if (plan === undefined) throw goneEngineFault(run);
    const danger = await DangerousReferences.enter(job, run);
    try {
      const request = await this.#request(job, plan);
      for await (const event of plan.registered.engine.generate(request, signal, danger.journal)) {
        signal.throwIfAborted();
        // The first picture, or text, is made with the references, as is what another machine is asked for.
        if (event.kind !== 'progress') await danger.leave();
        await reporter.report(event);
        // A cancel after the clip is too late: the job is done.
        if (event.kind === 'video' || event.kind === 'answered') return;
      }
      signal.throwIfAborted();
      throw new Error('the engine ended without a clip');
    } finally {
      await danger.leave();
    }
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
    this.#options.logger.error({ err: error, jobId: job.id, code: hashedCode(job.code) }, 'a job failed');
    return [...reporter.textMessages(), { ...engineFaultMessage(error), ...jobFields(job) }];
  }

  #planOf({ prompt }: Job): Plan | undefined {
    const registered = this.#options.engines.find(prompt.options?.engine);
    return registered && { registered, options: fitOptions(prompt.options, registered.profile) };
  }

  async #request(job: Job, { registered, options }: Plan): Promise<EngineRequest> {
    const { id, prompt } = job;
    const { images } = registered.profile;
    const { attachments = [] } = prompt;
    if (images !== undefined && attachments.length > images) {
      throw new EngineFault('options_refused', {
        detail: `reference images: ${attachments.length}, at most ${images}`,
      });
    }
    const before = registered.profile.scene && (await sceneBefore(this.#options.log, job));
    return {
      jobId: id,
      prompt: prompt.content,
      ...(optionsAsked(prompt) && { options }),
      ...(before && { before }),
      ...(prompt.attachments && { attachments: await readAttachments(attachments, this.#options.media) }),
    };
  }
}

function answerLane({ profile }: RegisteredEngine): JobLane {
  return { id: `${profile.id}/answers`, concurrency: ANSWERS_AT_ONCE, isPerWorker: true };
}

function clipLane({ profile, concurrency, isPerProcess, engine }: RegisteredEngine): JobLane {
  return { id: profile.id, concurrency, isPerWorker: isPerProcess, capacity: engine.capacity };
}

/** What a job runs on, and the options as the engine takes them. */
interface Plan {
  readonly registered: RegisteredEngine;
  readonly options: ClipOptions;
}

/** The engine of a job has been taken out of the configuration; what it may have begun, nobody can ask any more. */
function goneEngineFault({ journal }: JobRun): EngineFault {
  return new EngineFault(journal.entry === undefined ? 'engine_unavailable' : 'engine_uncertain');
}

function cancelledMessage(job: Job): MessageDraft {
  return { type: 'system', event: 'cancelled', content: '已取消', ...jobFields(job) };
}
