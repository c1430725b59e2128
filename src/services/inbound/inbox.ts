import { inject, Service } from '@angular/core';
import { filter, map, type Observable, Subject, type Subscription } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import {
  CloseCode,
  decodeServerFrame,
  type ErrorMessage,
  faultText,
  type FrameFault,
  MESSAGE_TYPES,
  type MessageByType,
  type MessageType,
  type PongMessage,
  type ServerFrameContext,
  type ServerMessage,
} from '../../protocol/index.ts';
import { ConnectionLog } from '../diagnostics/connection-log.ts';
import { Outbox } from '../outbox/outbox.ts';
import type { Sequence } from '../resume/followed-log.ts';
import type { ReceivedMessage } from '../resume/received-message.ts';
import { ResumePosition } from '../resume/resume-position.ts';
import { type Frame, SocketClosed } from '../socket/open-socket.ts';

type SubjectByType = { readonly [Type in MessageType]: Subject<MessageByType[Type]> };

/**
 * One stream for all messages and one for each type.
 *
 * Each is hot, replays nothing, never errors and never completes. A message goes to the one subject of its
 * type by a table, rather than through a filter for each subscriber.
 */
export class MessageStreams {
  private readonly all = new Subject<ReceivedMessage>();
  private readonly byType = Object.fromEntries(
    MESSAGE_TYPES.map((type) => [type, new Subject<ServerMessage>()]),
  ) as unknown as SubjectByType;

  /** Every message, those of unknown types included, with its place in the log. */
  readonly received$: Observable<ReceivedMessage> = this.all.asObservable();
  /** Every message, those of unknown types included. */
  readonly messages$: Observable<ServerMessage> = this.received$.pipe(map(({ message }) => message));

  /** The messages of one type. */
  ofType<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.byType[type].asObservable();
  }

  /** Emits a message in the streams that it belongs to. */
  emit(received: ReceivedMessage): void {
    const { message } = received;
    this.all.next(received);
    if (message.type !== 'unknown') (this.byType[message.type] as Subject<ServerMessage>).next(message);
  }
}

const CONTEXT: ServerFrameContext = {
  newId: () => uuidv4(),
  now: () => Date.now(),
  mediaOrigin: 'http://localhost',
};

/** Turns frames into messages: decoded, with absolute addresses, each durable message once and in order. */
@Service({ autoProvided: false })
export class Inbox {
  private readonly followedLog = inject(ResumePosition).log;
  private readonly outbox = inject(Outbox);
  private readonly connectionLog = inject(ConnectionLog);
  private readonly messages = new Subject<ServerMessage>();
  private readonly missingRange = new Subject<SocketClosed>();
  /** The message before which others are missing, if the server has been asked for them. */
  private missingBefore: number | undefined;
  /** What the server goes on sending after it has been asked to replay comes again. */
  private awaitsReplay = false;
  private context = CONTEXT;

  /** What the application receives. */
  readonly streams = new MessageStreams();
  /**
   * Every new message, in order, after the application has received it; those too that are for the outbox only. Hot;
   * replays nothing; never errors or completes.
   */
  readonly messages$: Observable<ServerMessage> = this.messages.asObservable();
  /** Of these, the answers to pings. */
  readonly pongs$: Observable<PongMessage> = this.messages$.pipe(filter(isPong));
  /**
   * A durable message is missing: the socket is to be replaced, so that the log is read again. Hot; replays nothing;
   * never errors or completes.
   */
  readonly missingRange$: Observable<SocketClosed> = this.missingRange.asObservable();

  /** From now on, relative addresses in messages belong to this origin. */
  resolveMediaAt(origin: string): void {
    this.context = { ...CONTEXT, mediaOrigin: origin };
  }

  /** Receives what comes over a socket, for as long as the subscription lasts. */
  receiveFrames(frames$: Observable<Frame>): Subscription {
    return frames$.subscribe((frame) => this.receiveFrame(frame));
  }

  /** Decodes a frame, and emits its messages. What can't be decoded becomes an `error` message. */
  private receiveFrame(frame: Frame): void {
    for (const decoded of decodeServerFrame(frame, this.context)) {
      const message = decoded.ok ? decoded.value : unreadable(decoded.fault);
      if (message.type === 'system' && message.event === 'gap') this.recordMissedBefore(message.fromSeq);
      const sequence = this.followedLog.sequenceOf(message);
      if (decoded.ok) this.connectionLog.recordReceived({ message, sequence, frame });
      else this.connectionLog.recordUnreadable(decoded.fault, frame);
      this.receive(message, sequence);
    }
  }

  private receive(message: ServerMessage, sequence: Sequence): void {
    if (sequence === 'duplicate') return;
    if (sequence === 'early') {
      if (this.awaitsReplay) return;
      // The log has it: the server is asked once more. Where it is missing again, it is lost: a gap.
      if (this.missingBefore !== message.seq) return this.requestReplay(message);
      this.recordMissedBefore(message.seq ?? 0);
      this.emit(gapBefore(message));
    }
    this.emit(message);
  }

  private emit(message: ServerMessage): void {
    if (message.type === 'system' && message.event === 'welcome') this.awaitsReplay = false;
    const received = this.followedLog.receive(message);
    if (this.isNews(message)) this.streams.emit(received);
    this.messages.next(message);
  }

  /** Of the messages of a job only the first is an answer that the outbox waits for. */
  private isNews(message: ServerMessage): boolean {
    const isAwaited = message.replyTo !== undefined && this.outbox.unanswered.has(message.replyTo);
    return !isAwaited || this.outbox.handle(message) === 'news';
  }

  private requestReplay({ seq = 0 }: ServerMessage): void {
    this.connectionLog.recordMissingRange(this.followedLog.countMissingBefore(seq));
    this.missingBefore = seq;
    this.awaitsReplay = true;
    this.missingRange.next(new SocketClosed(CloseCode.AbnormalClosure, 'a message is missing'));
  }

  private recordMissedBefore(seq: number): void {
    this.connectionLog.recordMissed(this.followedLog.countMissingBefore(seq));
  }
}

function isPong(message: ServerMessage): message is PongMessage {
  return message.type === 'system' && message.event === 'pong';
}

function gapBefore({ seq = 1, ts }: ServerMessage): ServerMessage {
  return { type: 'system', event: 'gap', id: uuidv4(), ts, fromSeq: seq };
}

/** People read that something was lost, and why; the connection lives. */
function unreadable(fault: FrameFault): ErrorMessage {
  return {
    type: 'error',
    id: uuidv4(),
    ts: Date.now(),
    code: fault.code,
    content: `收到一条无法解析的消息（${faultText(fault)}）。`,
    retryable: false,
  };
}
