import { inject, Service } from '@angular/core';
import { filter, map, type Observable, Subject, type Subscription } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { CloseCode, type PongMessage, type ServerMessage } from '../../protocol/index.ts';
import { type AnyMessage, type Codec, CODEC, type MessageOfType, Unreadable } from '../codec/codec.ts';
import { CONNECTION_RECORDER } from '../diagnostics/connection-recorder.ts';
import { PROMPTS } from '../outbox/prompts.ts';
import { callSafely } from '../platform/call-safely.ts';
import { isWelcome, type Sequence } from '../resume/log-cursor.ts';
import type { ReceivedMessage } from '../resume/received-message.ts';
import { RESUME } from '../resume/resume.ts';
import { type Frame, SocketClosed } from '../socket/open-socket.ts';
import { TEXTS } from '../texts/texts.ts';
import { KeepAlives } from './keep-alives.ts';
import { MessageIds } from './message-ids.ts';

/**
 * One stream for all messages and one for each type.
 *
 * Each is hot, replays nothing, never errors and never completes. A message goes to the one subject of its
 * type by a table, rather than through a filter for each subscriber.
 */
export class MessageStreams<Message extends AnyMessage = ServerMessage> {
  readonly #all = new Subject<ReceivedMessage<Message>>();
  readonly #byType = new Map<string, Subject<Message>>();

  /** Every message, those of unknown types included, with its position in the log. */
  readonly received$: Observable<ReceivedMessage<Message>> = this.#all.asObservable();
  /** Every message, those of unknown types included. */
  readonly messages$: Observable<Message> = this.received$.pipe(map(({ message }) => message));

  /** The messages of one type. */
  ofType<Type extends Message['type']>(type: Type): Observable<MessageOfType<Message, Type>> {
    const subject = this.#byType.get(type) ?? new Subject<Message>();
    this.#byType.set(type, subject);
    return subject.asObservable() as unknown as Observable<MessageOfType<Message, Type>>;
  }

  /** Emits a message in the streams that it belongs to. */
  emit(received: ReceivedMessage<Message>): void {
    // Each message passes here, and who takes those of one type may be all there is.
    if (this.#all.observed) this.#all.next(received);
    this.#byType.get(received.message.type)?.next(received.message);
  }
}

/** Turns frames into messages: decoded, with absolute addresses, each durable message once and in order. */
@Service({ autoProvided: false })
export class Inbox {
  readonly #serverLog = inject(RESUME).log;
  readonly #outbox = inject(PROMPTS);
  readonly #connectionLog = inject(CONNECTION_RECORDER);
  readonly #codec = inject(CODEC);
  readonly #texts = inject(TEXTS);
  readonly #messages = new Subject<ServerMessage>();
  readonly #unreadable = new Subject<Unreadable>();
  readonly #missingRange = new Subject<SocketClosed>();
  readonly #foreignPongs = new Subject<void>();
  /** The message before which others are missing, if the server has been asked for them. */
  #missingBefore: number | undefined;
  /** What the server goes on sending after it has been asked to replay comes again. */
  #awaitsReplay = false;
  #keepAlives = new KeepAlives([]);
  #isPong: (message: AnyMessage) => boolean = () => false;
  /** What is known of a basic server's ids. */
  readonly #basicIds = new MessageIds();
  /** A full server, which has greeted, has no id twice. */
  #isBasic = true;
  #mediaOrigin = 'http://localhost';

  /** What the application receives. */
  readonly streams = new MessageStreams();
  /**
   * Every new message, in order, after the application has received it; those too that are for the outbox only. Hot;
   * replays nothing; never errors or completes.
   */
  readonly messages$: Observable<ServerMessage> = this.#messages.asObservable();
  /** What could not be read. Hot; replays nothing; never errors or completes. */
  readonly unreadable$: Observable<Unreadable> = this.#unreadable.asObservable();
  /** Of these, the answers to pings. */
  readonly pongs$: Observable<PongMessage> = this.messages$.pipe(filter(isPong));
  /** Answers to pings of a backend that is no gateway. Hot; replays nothing; never errors or completes. */
  readonly foreignPongs$: Observable<void> = this.#foreignPongs.asObservable();
  /**
   * A durable message is missing: the socket is to be replaced, so that the log is read again. Hot; replays nothing;
   * never errors or completes.
   */
  readonly missingRange$: Observable<SocketClosed> = this.#missingRange.asObservable();

  /** From now on, relative addresses in messages belong to this origin. */
  resolveMediaAt(origin: string): void {
    this.#mediaOrigin = origin;
  }

  /** Receives what comes over a socket, for as long as the subscription lasts. */
  receiveFrames(frames$: Observable<Frame>): Subscription {
    return frames$.subscribe((frame) => this.#receiveFrame(frame));
  }

  /** Decodes a frame, and emits its messages. What can't be read goes to `unreadable$`. */
  #receiveFrame(frame: Frame): void {
    if (this.#keepAlives.isText(frame)) return;
    this.#connectionLog.recordFrame(frame);
    const decoded = this.#decode(frame);
    if (decoded instanceof Unreadable) return this.#receiveUnreadable(decoded);
    for (const message of decoded) {
      if (message instanceof Unreadable) this.#receiveUnreadable(message);
      // Of a backend's own messages nothing is read but a `seq`, and that only where a log is followed.
      else this.#receiveMessage(message as ServerMessage);
    }
  }

  /** A socket is open, whose server may be another one than before. These texts and types are signs of life only. */
  begin(keepAlives: readonly string[]): void {
    this.#basicIds.beginSocket();
    this.#isBasic = true;
    this.#keepAlives = new KeepAlives(keepAlives);
  }

  /** From now on, these messages of a backend that is no gateway answer pings, and are no messages for the application. */
  setPongs(isPong: (message: AnyMessage) => boolean): void {
    this.#isPong = (message) =>
      callSafely(
        () => isPong(message),
        () => false,
      );
  }

  /** A codec of the application's that throws must not end the connection. */
  #decode(frame: Frame): ReturnType<Codec['decode']> {
    try {
      return this.#codec.decode(frame, this.#mediaOrigin);
    } catch (error) {
      return new Unreadable(frame, `the codec has thrown: ${String(error)}`);
    }
  }

  #receiveUnreadable(unreadable: Unreadable): void {
    if (this.#keepAlives.isNamedIn(unreadable.raw)) return;
    this.#connectionLog.recordUnreadable(unreadable);
    this.#unreadable.next(unreadable);
    const message = callSafely(
      () => this.#codec.report?.(unreadable, this.#texts),
      () => undefined,
    );
    if (message !== undefined) this.#receive(message as ServerMessage, 'next');
  }

  #receiveMessage(message: ServerMessage): void {
    if (this.#codec.isGateway !== true) return this.#receiveOfAnyBackend(message);
    // What has a meaning is none, and that is nearly everything.
    const mayKeepAlive = message.type === 'unknown' || (message.type === 'system' && message.event === 'notice');
    if (mayKeepAlive && this.#keepAlives.isMessage(message)) return;
    if (message.type === 'system' && message.event === 'gap') this.#recordMissedBefore(message.fromSeq);
    if (isWelcome(message)) this.#isBasic = false;
    const sequence = this.#serverLog.sequenceOf(message);
    this.#connectionLog.recordReceived(message, sequence);
    this.#receive(this.#isBasic ? this.#basicIds.ownOf(message) : message, sequence);
  }

  #receiveOfAnyBackend(message: ServerMessage): void {
    if (this.#keepAlives.isMessage(message)) return;
    this.#connectionLog.recordForeign();
    if (this.#isPong(message)) this.#foreignPongs.next();
    else this.#receive(message, 'next');
  }

  #receive(message: ServerMessage, sequence: Sequence): void {
    if (sequence === 'duplicate') return;
    if (sequence === 'early') {
      if (this.#awaitsReplay) return;
      // The log has it: the server is asked once more. Where it is missing again, it is lost: a gap.
      if (this.#missingBefore !== message.seq) return this.#requestReplay(message);
      this.#recordMissedBefore(message.seq ?? 0);
      this.#emit(gapBefore(message));
    }
    this.#emit(message);
  }

  #emit(message: ServerMessage): void {
    if (isWelcome(message)) this.#awaitsReplay = false;
    const received = this.#serverLog.receive(message);
    if (this.#isForApplication(message)) this.streams.emit(received);
    if (this.#messages.observed) this.#messages.next(message);
  }

  /** Of the messages of a job only the first is an answer that the outbox waits for. */
  #isForApplication(message: ServerMessage): boolean {
    const isAwaited = message.replyTo !== undefined && this.#outbox.unanswered.has(message.replyTo);
    return !isAwaited || this.#outbox.receiveAnswer(message) === 'pass on';
  }

  #requestReplay({ seq = 0 }: ServerMessage): void {
    this.#connectionLog.recordMissingRange(this.#serverLog.countMissingBefore(seq));
    this.#missingBefore = seq;
    this.#awaitsReplay = true;
    this.#missingRange.next(new SocketClosed(CloseCode.AbnormalClosure, 'a message is missing'));
  }

  #recordMissedBefore(seq: number): void {
    this.#connectionLog.recordMissed(this.#serverLog.countMissingBefore(seq));
  }
}

function isPong(message: ServerMessage): message is PongMessage {
  return message.type === 'system' && message.event === 'pong';
}

function gapBefore({ seq = 1, ts }: ServerMessage): ServerMessage {
  return { type: 'system', event: 'gap', id: uuidv4(), ts, fromSeq: seq };
}
