import type { Bot, Decision } from '../../bot/index.ts';
import type {
  EventLog,
  Job,
  JobHandler,
  JobLane,
  JobOutcome,
  JobQueue,
  JobRun,
  MessageDraft,
  ServerLogger,
} from '../ports/index.ts';
import { BotReply } from './bot-reply.ts';
import { jobFields } from './job-reporter.ts';
import type { LiveJobs } from './live-jobs.ts';
import { pastTurns } from './past-turns.ts';
import { shotPrompt } from './shot-prompt.ts';

export interface BotHandlerOptions {
  readonly bot: Bot;
  /** Runs what the bot has read. */
  readonly engines: Required<JobHandler>;
  /** Takes the jobs of shots. */
  readonly queue: Pick<JobQueue, 'add'>;
  readonly log: EventLog;
  readonly live: LiveJobs;
  readonly logger: ServerLogger;
}

/** A bot mostly waits for its language model: nobody has to wait for somebody else's answer, nor for a clip. */
const BOT_LANE: JobLane = { id: 'bot', concurrency: 4, isPerWorker: true };

/**
 * Has a bot read each prompt before an engine does, in a run of its own. What the bot has decided is in the log before
 * anything comes of it, so that a job that was interrupted goes on with the same.
 */
export class BotHandler implements JobHandler {
  readonly #options: BotHandlerOptions;
  /** The prompts for the engine, by job id, of jobs that the bot has read. */
  readonly #prompts = new Map<string, string>();

  constructor(options: BotHandlerOptions) {
    this.#options = options;
  }

  accept(job: Job): MessageDraft {
    return this.#options.engines.accept(job);
  }

  laneOf(job: Job): JobLane {
    const isRead = job.prompt.verbatim === true || this.#prompts.has(job.id);
    return isRead ? this.#options.engines.laneOf(job) : BOT_LANE;
  }

  reportPosition(job: Job, position: number): void {
    this.#options.engines.reportPosition(job, position);
  }

  lanes(): readonly JobLane[] {
    return [BOT_LANE, ...this.#options.engines.lanes()];
  }

  forgetPosition(job: Job): void {
    this.#options.engines.forgetPosition(job);
  }

  cancelWaiting(job: Job): MessageDraft {
    this.#prompts.delete(job.id);
    return this.#options.engines.cancelWaiting(job);
  }

  async run(job: Job, run: JobRun): Promise<JobOutcome> {
    if (run.signal.aborted) return run.signal.reason === 'shutdown' ? undefined : [this.cancelWaiting(job)];
    const content = job.prompt.verbatim === true ? job.prompt.content : this.#prompts.get(job.id);
    if (content === undefined) return this.#read(job, run);
    const outcome = await this.#options.engines.run({ ...job, prompt: { ...job.prompt, content } }, run);
    this.#prompts.delete(job.id);
    return outcome;
  }

  /** Has the bot read the prompt, unless an earlier run has. */
  async #read(job: Job, run: JobRun): Promise<JobOutcome> {
    const { log, live } = this.#options;
    const reply = new BotReply(job, { live, isRepeat: run.isRepeat });
    live.forget(job);
    try {
      const known = run.isRepeat ? await reply.findStored(log) : undefined;
      const decision = known ?? (await this.#decide(job, run, reply));
      if (known === undefined && decision.kind !== 'answer')
        for (const draft of reply.messages(decision)) await run.append(draft);
      return await this.#follow(job, decision, reply);
    } catch (error) {
      if (!run.signal.aborted) throw error;
      if (run.signal.reason === 'shutdown') return undefined;
      return [...reply.messages(), this.#options.engines.cancelWaiting(job)];
    } finally {
      live.forget(job);
    }
  }

  /** What comes of a decision, which is stored by now, but for an answer. */
  async #follow(job: Job, decision: Decision, reply: BotReply): Promise<JobOutcome> {
    const end: MessageDraft = { type: 'system', event: 'completed', content: '已完成', ...jobFields(job) };
    if (decision.kind === 'answer') return [...reply.messages(decision), end];
    if (decision.kind === 'clip') {
      this.#prompts.set(job.id, decision.prompt);
      return 'go-on';
    }
    return [...(await this.#addShots(job, decision.prompts, reply)), end];
  }

  /** Makes a job of each shot; returns what is said where some had no room. */
  async #addShots(job: Job, prompts: readonly string[], reply: BotReply): Promise<readonly MessageDraft[]> {
    for (const [index, prompt] of prompts.entries()) {
      const receipt = await this.#options.queue.add(job, shotPrompt(job, index, prompt));
      if ('limit' in receipt) return reply.noticeOfShotsLeft(prompts, index, receipt);
    }
    return [];
  }

  async #decide(job: Job, { signal }: JobRun, reply: BotReply): Promise<Decision> {
    const { bot, log, logger } = this.#options;
    try {
      const { content, attachments } = job.prompt;
      const request = {
        content,
        ...(attachments !== undefined && { images: attachments.length }),
        past: await pastTurns(log, job),
      };
      for await (const event of bot.respond(request, signal)) {
        signal.throwIfAborted();
        if (event.kind === 'text') reply.add(event.delta);
        else return reply.end(event);
      }
      throw new Error('the bot ended without a decision');
    } catch (error) {
      signal.throwIfAborted();
      // The error of a request has the whole of what was said in it.
      logger.warn({ jobId: job.id, reason: reasonOf(error) }, 'the bot failed; the prompt goes to the engine as it is');
      return reply.end({ text: reply.noticeOfFailure(), decision: { kind: 'clip', prompt: job.prompt.content } });
    }
  }
}

function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'statusCode' in cause ? `${cause.name} ${String(cause.statusCode)}` : cause.name;
}
