import { randomUUID } from 'node:crypto';
import {
  type ClientMessage,
  CloseCode,
  decodeClientFrame,
  type ErrorMessage,
  type FrameFault,
  JOIN_FEATURE,
  PROTOCOL_VERSION,
  type PromptMessage,
  type Result,
  type ServerMessage,
} from '../../protocol/index.ts';
import { acceptedMessage } from '../jobs/job-reporter.ts';
import { plannedWith } from '../jobs/made-with.ts';
import { withOwnAttachments } from '../media/attachments.ts';
import { hashedCode } from '../observe/hashed-code.ts';
import { envelope } from '../messages/envelope.ts';
import * as errorResponses from '../messages/error-responses.ts';
import { isDiskFull, type Job, type QueueFull } from '../ports/index.ts';
import { catchUp, durableAfter } from './catch-up.ts';
import { FrameWriter } from './frame-writer.ts';
import { replay } from './replay.ts';
import type { SessionClient, SessionContext } from './session-context.ts';

/** How many messages over its rate a client may send before it is closed. */
const MAX_STRIKES = 100;
/** Room for a clip and its poster, whatever engine makes it. */
const CLIP_BYTES = 10e6;
const FEATURES = ['replay', 'cancel', 'batch', 'preview', 'uploads', JOIN_FEATURE];

/** Connects one client with the log and the queue of its code. */
export class Session {
  readonly #context: SessionContext;
  readonly #client: SessionClient;
  readonly #writer: FrameWriter;
  readonly #unfollow: () => void;
  #strikes = 0;
  /** The prompt that has been refused last for a queue that is full. */
  #lastRefused: string | undefined;
  #isOver = false;
  /** The last `seq` that the client was sent: a log of several processes may tell of what a replay has sent already. */
  #sentSeq = 0;
  /** What the log has said while the client is still being greeted. */
  #arrived: ServerMessage[] | undefined = [];
  /** Settles when everything received so far has been handled: a cancel must not overtake its prompt. */
  #work: Promise<void>;

  /** Begins at once: follows the code, then sends the greeting, what was missed, and the state of the jobs under way. */
  constructor(context: SessionContext, client: SessionClient) {
    this.#context = context;
    this.#client = client;
    this.#writer = new FrameWriter(client.peer);
    this.#unfollow = context.log.follow(client.code, (message) => this.#onLogMessage(message));
    this.#work = this.#greet().catch((error: unknown) => {
      context.logger.error(this.#named({ err: error }), 'a session could not begin');
      this.close(CloseCode.InternalError, 'internal');
    });
  }

  /** Handles a text frame. Never throws. */
  receive(frame: string): void {
    if (this.#isOver) return;
    const results = decodeClientFrame(frame, { newId: randomUUID, limits: this.#context.limits });
    // An empty batch counts too.
    if (results.length === 0) this.#spendAllowance();
    for (const result of results) this.#enqueue(result);
  }

  /** Refuses a binary frame: no message of a client is one. */
  receiveBinary(): void {
    this.#enqueue({ ok: false, fault: { code: 'unsupported', reason: 'a client sends no binary frames' } });
  }

  /** Ends the session and closes the connection. */
  close(code: number, reason: string): void {
    this.#writer.close(code, reason);
    this.end();
  }

  /** Ends the session: the client is gone. Its jobs go on. */
  end(): void {
    this.#isOver = true;
    this.#unfollow();
    this.#writer.abandon();
  }

  async #greet(): Promise<void> {
    const { log, live, engines, profiles, limits, heartbeatMs, reconnectJitterMs } = this.#context;
    const { code, resume } = this.#client;
    const { lastSeq, recovered, gapFrom, after } = await catchUp(log, code, resume);
    const { name, isModel } = engines.default.profile;
    const facts = {
      epoch: log.epoch,
      lastSeq,
      recovered,
      heartbeatMs,
      reconnectJitterMs,
      version: PROTOCOL_VERSION,
      features: [...FEATURES, ...(this.#context.features ?? [])],
      limits,
      engine: { name, isModel },
      engines: profiles,
    };
    this.#writer.write(envelope({ type: 'system', event: 'welcome', ...facts }));
    if (gapFrom !== undefined) this.#writer.write(envelope({ type: 'system', event: 'gap', fromSeq: gapFrom }));
    const sent =
      after === lastSeq
        ? after
        : await replay(after, {
            log,
            code,
            turns: this.#context.replays,
            onRead: () => (this.#arrived = []),
            send: (page) => this.#writer.writeStored(page.map(({ text }) => text)),
            isOver: () => this.#isOver,
          });
    this.#sentSeq = sent;
    for (const message of durableAfter(this.#arrived ?? [], sent)) this.#writeDurable(message);
    for (const draft of live.snapshot(code)) this.#writer.writeTransient(envelope(draft));
    this.#arrived = undefined;
    live.askOthers(code);
  }

  #onLogMessage(message: ServerMessage): void {
    if (this.#arrived !== undefined) this.#arrived.push(message);
    else if (message.seq === undefined) this.#writer.writeTransient(message);
    else this.#writeDurable(message);
  }

  #writeDurable(message: ServerMessage): void {
    if (message.seq === undefined || message.seq <= this.#sentSeq) return;
    this.#sentSeq = message.seq;
    this.#writer.write(message);
  }

  #enqueue(result: Result<ClientMessage, FrameFault>): void {
    if (result.ok) this.#context.meter?.received(result.value.type);
    if (!this.#isOver && this.#spendAllowance(result)) this.#runInOrder(() => this.#answer(result), idToAnswer(result));
  }

  /** Spends a part of the client's allowance; where there is none left, says so and returns false. */
  #spendAllowance(result?: Result<ClientMessage, FrameFault>): boolean {
    const waitMs = this.#context.rates.spend(this.#client.code, this.#client.address);
    if (waitMs === 0) {
      this.#strikes = Math.max(0, this.#strikes - 1);
      return true;
    }
    this.#strikes += 1;
    const replyTo = result && idToAnswer(result);
    const error = errorResponses.rateLimited(waitMs, replyTo);
    const promptId = result?.ok === true && result.value.type === 'text' ? result.value.id : undefined;
    this.#runInOrder(
      () => (promptId === undefined ? this.#refuse(error) : this.#refuseUnlessKnown(promptId, error)),
      replyTo,
    );
    if (this.#strikes > MAX_STRIKES) {
      this.#isOver = true;
      this.#runInOrder(() => this.close(CloseCode.TooManyRequests, 'too many frames'), undefined);
    }
    return false;
  }

  #runInOrder(task: () => void | Promise<void>, replyTo: string | undefined): void {
    this.#work = this.#work.then(task).catch((error: unknown) => {
      this.#context.logger.error(this.#named({ err: error }), 'a message could not be handled');
      this.#refuse(
        isDiskFull(error) ? errorResponses.storageFull('disk', replyTo) : errorResponses.internalError(replyTo),
      );
    });
  }

  async #answer(result: Result<ClientMessage, FrameFault>): Promise<void> {
    if (!result.ok) return this.#refuse(errorResponses.frameFault(result.fault, this.#context.limits));
    const message = result.value;
    switch (message.type) {
      case 'text':
        return this.#acceptPrompt(message);
      case 'cancel':
        return this.#cancelJob(message.replyTo);
      case 'ping':
        return this.#writer.write(envelope({ type: 'system', event: 'pong', replyTo: message.id }));
    }
  }

  async #acceptPrompt(prompt: PromptMessage): Promise<void> {
    const { media, queue, engines, restrictions, basePath } = this.#context;
    const { isOwn } = this.#client;
    const refuse = (error: ErrorMessage) => this.#refuseUnlessKnown(prompt.id, error);
    if (restrictions.isPaused) return refuse(errorResponses.intakePaused(prompt.id));
    const engine = engines.find(prompt.options?.engine);
    if (engine === undefined) return refuse(errorResponses.unknownEngine(prompt.id));
    const known =
      prompt.attachments === undefined ? prompt : await withOwnAttachments(prompt, { media, basePath, isOwn });
    if (known === undefined) return refuse(errorResponses.unknownAttachment(prompt.id));
    const full = await this.#context.budget.findFull(this.#client.address, CLIP_BYTES);
    if (full !== undefined) return refuse(errorResponses.storageFull(full, prompt.id));
    // What is stored of a code for ever begins here.
    const waitMs = this.#sentSeq > 0 ? 0 : this.#context.newCodes.spend(this.#client.address);
    if (waitMs > 0) return refuse(errorResponses.rateLimited(waitMs, prompt.id));
    const receipt = await queue.add(this.#client, withEngine(known, engine.profile.id));
    this.#context.logger.info(
      this.#named({
        promptId: prompt.id,
        ...('job' in receipt ? { jobId: receipt.job.id } : { full: 'of' in receipt ? receipt.of : 'quota' }),
      }),
      'a prompt came',
    );
    if ('quotaOf' in receipt) this.#refuse(errorResponses.quotaUsed(receipt, prompt.id));
    else if ('limit' in receipt) this.#refuseForNow(receipt, prompt.id);
    // Of a new job the log has said so.
    else if (!receipt.isNew) this.#confirm(receipt.job);
  }

  /**
   * Refuses a prompt; or confirms it where it was accepted before, for then its client has only missed that, and what keeps
   * a new one out does not concern it.
   */
  async #refuseUnlessKnown(promptId: string, error: ErrorMessage): Promise<void> {
    const known = await this.#context.queue.find(this.#client.code, promptId);
    if (known === undefined) this.#refuse(error);
    else this.#confirm(known);
  }

  /** Says again that a prompt has been accepted, whatever has become of its job. */
  #confirm(job: Job): void {
    this.#writer.write(envelope(acceptedMessage(job, plannedWith(job, this.#context.engines))));
  }

  /** What ties a line of the log to the request and the code. */
  #named(details: object): object {
    return { reqId: this.#client.requestId, code: hashedCode(this.#client.code), ...details };
  }

  #refuse(error: ErrorMessage): void {
    this.#context.meter?.refused(error.code);
    this.#writer.write(error);
  }

  /** The client waits and retries the prompt automatically; a notice tells the person why, once for each prompt. */
  #refuseForNow(full: QueueFull, promptId: string): void {
    this.#refuse(errorResponses.queueFull(full, promptId));
    if (this.#lastRefused !== promptId) this.#writer.write(errorResponses.queueFullNotice(full));
    this.#lastRefused = promptId;
  }

  async #cancelJob(promptId: string): Promise<void> {
    const isCancelled = await this.#context.queue.cancel(this.#client.code, promptId);
    if (!isCancelled) this.#refuse(errorResponses.nothingToCancel(promptId));
  }
}

/** Made by the engine that it was accepted for, whichever is the default when its turn comes or after a restart. */
function withEngine(prompt: PromptMessage, engine: string): PromptMessage {
  return { ...prompt, options: { ...prompt.options, engine } };
}

/** The id that the answer to a message has in its `replyTo`. */
function idToAnswer(result: Result<ClientMessage, FrameFault>): string | undefined {
  if (!result.ok) return result.fault.id;
  return result.value.type === 'cancel' ? result.value.replyTo : result.value.id;
}
