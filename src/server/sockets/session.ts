import { randomUUID } from 'node:crypto';
import {
  type ClientMessage,
  CloseCode,
  decodeClientFrame,
  type EngineInfo,
  type FrameFault,
  type Limits,
  type PromptMessage,
  type Result,
  type ServerMessage,
} from '../../protocol/index.ts';
import { withOwnAttachments } from '../media/attachments.ts';
import { catchUp, type ResumePoint, unseen } from './catch-up.ts';
import { FrameWriter } from './frame-writer.ts';
import type { ServerLogger } from '../ports/logger.ts';
import type { LiveJobs } from '../jobs/live-jobs.ts';
import type { Peer } from './peer.ts';
import type { EventLog, JobQueue, MediaStore } from '../ports/index.ts';
import {
  acceptedBefore,
  faulty,
  internalFault,
  nothingToCancel,
  pong,
  queueFull,
  rateLimited,
  strangeAttachment,
} from './replies.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { stamp } from '../messages/stamp.ts';

/** How many messages over its rate a client may send before it is closed. */
const MAX_STRIKES = 100;

/** What the sessions of a gateway share. */
export interface SessionContext {
  readonly log: EventLog;
  readonly queue: JobQueue;
  readonly live: LiveJobs;
  /** Knows the reference images that a prompt may name. */
  readonly media: Pick<MediaStore, 'has'>;
  readonly engine: EngineInfo;
  readonly limits: Limits;
  readonly rates: RateLimiter;
  /** How long a client lets its socket be silent before it pings, in milliseconds. */
  readonly heartbeatMs: number;
  readonly logger: ServerLogger;
}

/** Who a session is with. */
export interface SessionClient {
  readonly code: string;
  /** What its allowance is counted by besides its code. */
  readonly address: string;
  /** Absent on a first visit, which gets no history. */
  readonly resume?: ResumePoint;
  readonly peer: Peer;
}

/** One client's conversation with the log and the queue. */
export class Session {
  readonly #context: SessionContext;
  readonly #client: SessionClient;
  readonly #writer: FrameWriter;
  readonly #unfollow: () => void;
  #strikes = 0;
  #isOver = false;
  #hear: (message: ServerMessage) => void = () => undefined;
  /** Ends when everything received so far has been dealt with: a cancel must not overtake its prompt. */
  #work: Promise<void>;

  /** Begins at once: follows the code, greets, sends what was missed, and how far the jobs under way are. */
  constructor(context: SessionContext, client: SessionClient) {
    this.#context = context;
    this.#client = client;
    this.#writer = new FrameWriter(client.peer);
    this.#unfollow = context.log.follow(client.code, (message) => this.#hear(message));
    this.#work = this.#greet().catch((error: unknown) => {
      context.logger.error({ err: error }, 'a session could not begin');
      this.close(CloseCode.InternalError, 'internal');
    });
  }

  /** Takes a text frame. Never throws. */
  receive(frame: string): void {
    if (this.#isOver) return;
    const results = decodeClientFrame(frame, { newId: randomUUID, limits: this.#context.limits });
    if (results.length === 0) this.#admit(undefined);
    for (const result of results) this.#take(result);
  }

  /** Takes a binary frame, which no client has a reason to send. */
  receiveBinary(): void {
    this.#take({ ok: false, fault: { code: 'unsupported', reason: 'a client sends no binary frames' } });
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
    const { log, live, engine, limits, heartbeatMs } = this.#context;
    const heard: ServerMessage[] = [];
    this.#hear = (message) => heard.push(message);
    const { lastSeq, recovered, gapFrom, missed } = await catchUp(log, this.#client.code, this.#client.resume);
    const features = ['replay', 'cancel', 'batch', 'preview', 'uploads'];
    const { epoch } = log;
    this.#writer.write(
      stamp({
        type: 'system',
        event: 'welcome',
        epoch,
        lastSeq,
        recovered,
        heartbeatMs,
        features,
        limits,
        engine,
      }),
    );
    if (gapFrom !== undefined) this.#writer.write(stamp({ type: 'system', event: 'gap', fromSeq: gapFrom }));
    for (const message of [...missed, ...unseen(heard, lastSeq)]) this.#writer.write(message);
    for (const draft of live.current(this.#client.code)) this.#writer.writePassing(stamp(draft));
    this.#hear = (message) => this.#pass(message);
  }

  #pass(message: ServerMessage): void {
    if (message.seq === undefined) this.#writer.writePassing(message);
    else this.#writer.write(message);
  }

  #take(result: Result<ClientMessage, FrameFault>): void {
    const replyTo = repliedId(result);
    if (!this.#isOver && this.#admit(replyTo)) this.#inTurn(() => this.#handle(result), replyTo);
  }

  /** Spends a part of the client's allowance; false where there is none left. */
  #admit(replyTo: string | undefined): boolean {
    const waitMs = this.#context.rates.take(this.#client.code, this.#client.address);
    if (waitMs === 0) {
      this.#strikes = Math.max(0, this.#strikes - 1);
      return true;
    }
    this.#strikes += 1;
    this.#inTurn(() => this.#writer.write(rateLimited(waitMs, replyTo)), replyTo);
    if (this.#strikes > MAX_STRIKES) {
      this.#isOver = true;
      this.#inTurn(() => this.close(CloseCode.TooManyRequests, 'too many frames'), undefined);
    }
    return false;
  }

  #inTurn(task: () => void | Promise<void>, replyTo: string | undefined): void {
    this.#work = this.#work.then(task).catch((error: unknown) => {
      this.#context.logger.error({ err: error }, 'a message could not be dealt with');
      this.#writer.write(internalFault(replyTo));
    });
  }

  async #handle(result: Result<ClientMessage, FrameFault>): Promise<void> {
    if (!result.ok) return this.#writer.write(faulty(result.fault, this.#context.limits));
    const message = result.value;
    switch (message.type) {
      case 'text':
        return this.#prompt(message);
      case 'cancel':
        return this.#cancel(message.replyTo);
      case 'ping':
        return this.#writer.write(pong(message.id));
    }
  }

  async #prompt(prompt: PromptMessage): Promise<void> {
    const own = await withOwnAttachments(prompt, this.#context.media);
    if (own === undefined) return this.#writer.write(strangeAttachment(prompt.id));
    const receipt = await this.#context.queue.add(this.#client.code, own);
    if ('limit' in receipt) this.#writer.write(queueFull(receipt, prompt.id));
    else if (!receipt.isNew) this.#writer.write(acceptedBefore(receipt.job));
  }

  async #cancel(promptId: string): Promise<void> {
    const isCancelled = await this.#context.queue.cancel(this.#client.code, promptId);
    if (!isCancelled) this.#writer.write(nothingToCancel(promptId));
  }
}

/** The id that an answer to a message names. */
function repliedId(result: Result<ClientMessage, FrameFault>): string | undefined {
  if (!result.ok) return result.fault.id;
  return result.value.type === 'cancel' ? result.value.replyTo : result.value.id;
}
