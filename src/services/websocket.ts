import { inject, Service, type Signal, type Type } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, map, type Observable, Subject } from 'rxjs';
import { merged } from './platform/combine-streams.ts';
import { v4 as uuidv4 } from 'uuid';

import type { PromptMessage, PromptOptions, ServerMessage, WelcomeMessage } from '../protocol/index.ts';
import type { AnyMessage, MessageOfType, OwnMessage, SentMessage, Unreadable } from './codec/codec.ts';
import { UserCode } from './identity/user-code.ts';
import { Inbox, type MessageStreams } from './inbound/inbox.ts';
import type { Delivery } from './outbox/outbox-entry.ts';
import { PROMPTS } from './outbox/prompts.ts';
import { callSafely } from './platform/call-safely.ts';
import type { ReceivedMessage } from './resume/received-message.ts';
import { RESUME } from './resume/resume.ts';
import { Session } from './session/session.ts';
import { type ConnectionState, problemText } from './socket/connection-state.ts';
import { Connection } from './socket/connection.ts';
import type { WebSocketStatus } from './socket/status.ts';
import { CODES } from './texts/codes.ts';
import { TEXTS } from './texts/texts.ts';

/**
 * The connection to a backend, as streams and signals that any part of the application may use. All streams are hot and
 * shared, and none ever errors or completes: how the connection fares is in `status`, `connection` and
 * `errorMessage$`. What is now is a signal and a stream; what happens is a stream.
 *
 * `Message` is the union of what the backend sends, each with a `type`, and `Sent` of what the application sends it
 * beside prompts; the codec that is provided promises both.
 */
@Service({ autoProvided: false })
class BackendService<Message extends AnyMessage, Sent> {
  readonly #socket = inject(Connection);
  readonly #code = inject(UserCode);
  readonly #inbox = inject(Inbox);
  readonly #streams = this.#inbox.streams as unknown as MessageStreams<Message>;
  readonly #outbox = inject(PROMPTS);
  readonly #session = inject(Session);
  readonly #resume = inject(RESUME);
  readonly #texts = inject(TEXTS);

  readonly #sent = new Subject<SentMessage<Sent>>();

  /** The connection in full. Replays the current state. */
  readonly connection$: Observable<ConnectionState> = this.#socket.state$;
  /** The connection in full. */
  readonly connection: Signal<ConnectionState> = toSignal(this.connection$, { requireSync: true });
  /** One of the guide's five states. Replays the current one. */
  readonly status$: Observable<WebSocketStatus> = this.connection$.pipe(
    map(({ status }) => status),
    distinctUntilChanged(),
  );
  /** One of the guide's five states. */
  readonly status: Signal<WebSocketStatus> = toSignal(this.status$, { requireSync: true });
  /** What is wrong, for people, in the words of `withTexts`; null while nothing is. Replays the current one. */
  readonly errorMessage$: Observable<string | null> = this.connection$.pipe(
    map((state) =>
      callSafely(
        () => problemText(state, this.#texts),
        () => problemText(state, CODES),
      ),
    ),
    distinctUntilChanged(),
  );
  /** The socket's address without the user code, once it is known. Replays the current one. */
  readonly endpoint$: Observable<string> = this.#socket.endpoint$;
  /** The user code in force. Replays it. */
  readonly userCode$: Observable<string> = this.#code.code$;
  /** The user code in force. */
  readonly userCode: Signal<string> = toSignal(this.userCode$, { requireSync: true });
  /** How the server introduced itself; null before it has, and with a basic server. Replays the current one. */
  readonly welcome$: Observable<WelcomeMessage | null> = this.#session.welcome$;
  /** How the server introduced itself; null before it has, and with a basic server. */
  readonly welcome: Signal<WelcomeMessage | null> = toSignal(this.welcome$, { requireSync: true });
  /** Every prompt or message, as soon as it is given to `send`, and those that an earlier page had not got through. Replays nothing. */
  readonly sent$: Observable<SentMessage<Sent>>;
  /** Of these, the ones that an earlier page had not got through; emitted here first. Replays nothing. */
  readonly restored$ = this.#outbox.restored$ as Observable<SentMessage<Sent>>;

  /**
   * Every message, in order, with what it means for this page's position in the server's log. Replays
   * nothing, like those below, which emit for the same frame.
   */
  readonly received$: Observable<ReceivedMessage<Message>> = this.#streams.received$;
  /** Every message, in order, those of unknown types included. Replays nothing. */
  readonly messages$: Observable<Message> = this.#streams.messages$;
  /** What could not be read, with its frame. Replays nothing. */
  readonly unreadable$: Observable<Unreadable> = this.#inbox.unreadable$;
  /** Text replies. Replays nothing. */
  readonly text$: Observable<MessageOfType<Message, 'text'>> = this.message$('text');
  /** Finished clips. Replays nothing. */
  readonly video$: Observable<MessageOfType<Message, 'video'>> = this.message$('video');
  /** Stills: posters, and previews of clips in the making (`preview`). Replays nothing. */
  readonly image$: Observable<MessageOfType<Message, 'image'>> = this.message$('image');
  /** The state of jobs and of the connection. Replays nothing. */
  readonly system$: Observable<MessageOfType<Message, 'system'>> = this.message$('system');
  /** The server's errors, and frames of a gateway's that could not be read (`bad_frame`). Replays nothing. */
  readonly error$: Observable<MessageOfType<Message, 'error'>> = this.message$('error');

  /** The messages of one type. Hot; replays nothing; never errors or completes. */
  message$<Type extends Message['type']>(type: Type): Observable<MessageOfType<Message, Type>> {
    return this.#streams.ofType(type);
  }

  /**
   * Connects, or tries again at once where a retry waits. Resolves when the socket is open; rejects when this
   * attempt has failed, though retries may follow: see `status$`. The promise may be left alone: a failure that nobody
   * waits for is no unhandled rejection.
   */
  connect(): Promise<void> {
    return this.#socket.connect();
  }

  /** Closes the socket with 1000 and stays closed until `connect` is called. */
  disconnect(): void {
    this.#socket.disconnect();
  }

  /** Asks a full server for a sign of life now; `connection$` has how long it took. Elsewhere nothing happens. */
  ping(): void {
    this.#session.ping();
  }

  constructor() {
    this.sent$ = merged(this.#sent, this.restored$);
  }

  /**
   * Sends a prompt now, or as soon as there is a connection; `attachments` are addresses of uploads, `follows` is the
   * `id` of the prompt before it in its conversation, which a bot that talks reads on from; where it is `verbatim`, no
   * bot reads it. Returns its `id` at once; `delivery$` has what becomes of it, and every message that answers it carries the `id` in `replyTo`.
   */
  send(
    content: string,
    options?: PromptOptions,
    attachments?: readonly string[],
    follows?: string,
    verbatim?: true,
  ): string;
  /** Sends a message of the application's own in the same way, as the codec writes it. Returns an `id` for `delivery$`. */
  send(message: Sent): string;
  send(
    given: unknown,
    options?: PromptOptions,
    attachments: readonly string[] = [],
    follows?: string,
    verbatim?: true,
  ): string {
    if (typeof given !== 'string') return this.#give({ type: 'own', id: uuidv4(), message: given });
    return this.#give({
      type: 'text',
      id: uuidv4(),
      content: given,
      ...(options && { options }),
      ...(attachments.length > 0 && { attachments }),
      ...(follows !== undefined && { follows }),
      ...(verbatim === true && { verbatim }),
    });
  }

  /** Withdraws a prompt: it is not sent, or its job stops. A job that has ended stays as it is. */
  cancel(promptId: string): void {
    this.#outbox.cancel(promptId);
    this.#socket.revive();
  }

  /**
   * How far a prompt has come that this page has sent, or has taken over from an earlier one (`restored$`). Hot; replays
   * the current state; never errors. What has come to its end (`accepted` or `failed`; with a basic server `sent`) is
   * remembered for the newest 1,000; for an older prompt, or one that this page never had, nothing is emitted.
   */
  delivery$(id: string): Observable<Delivery> {
    return this.#outbox.delivery$(id);
  }

  /**
   * Makes a new user code, stores it, and reconnects under it, in every tab of this browser; returns it. The old socket
   * goes with the old code, and so do the messages that the server has stored for it.
   */
  refreshUserCode(): string {
    const code = this.#code.refresh();
    void this.connect();
    return code;
  }

  /**
   * Goes over to another device's user code, in every tab of this browser: reconnects under it, and asks for all that the
   * server stores of its log, which is named `epoch`. The old code's messages no longer come.
   */
  joinUserCode(code: string, epoch: string): void {
    this.#resume.expect(code, epoch);
    this.#code.adopt(code);
    this.connect().catch(() => undefined);
  }

  #give(given: PromptMessage | OwnMessage): string {
    this.#outbox.add(given);
    this.#sent.next(given as SentMessage<Sent>);
    this.#socket.revive();
    return given.id;
  }
}

/**
 * The connection to a backend that sends these messages, and is sent these beside prompts. Default: those of the gateway,
 * which takes prompts alone.
 */
export type WebSocketService<Message extends AnyMessage = ServerMessage, Sent = never> = BackendService<Message, Sent>;

/** What `inject(WebSocketService)` is given: the unnamed backend that is nearest, taken for a gateway. */
export const WebSocketService: Type<WebSocketService> = BackendService;
