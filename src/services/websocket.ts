import { inject, Service } from '@angular/core';
import { distinctUntilChanged, map, merge, type Observable, Subject } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import type {
  ErrorMessage,
  ImageMessage,
  MessageByType,
  MessageType,
  PromptMessage,
  PromptOptions,
  ServerMessage,
  SystemMessage,
  TextMessage,
  VideoMessage,
  WelcomeMessage,
} from '../protocol/index.ts';
import { UserCode } from './identity/user-code.ts';
import { Inbox } from './inbound/inbox.ts';
import type { Delivery } from './outbox/outbox-entry.ts';
import { Outbox } from './outbox/outbox.ts';
import type { ReceivedMessage } from './resume/received-message.ts';
import { Session } from './session/session.ts';
import { type ConnectionState, problemText } from './socket/connection-state.ts';
import { Connection } from './socket/connection.ts';
import type { WebSocketStatus } from './socket/status.ts';

/**
 * The chat's connection to the video-generation bot, as streams that any part of the application may
 * subscribe to. All of them are hot and shared, and none ever errors or completes: how the connection
 * fares is in `status$`, `connection$` and `errorMessage$`.
 */
@Service({ autoProvided: false })
export class WebSocketService {
  private readonly connection = inject(Connection);
  private readonly userCode = inject(UserCode);
  private readonly streams = inject(Inbox).streams;
  private readonly outbox = inject(Outbox);
  private readonly session = inject(Session);

  private readonly sent = new Subject<PromptMessage>();

  /** The connection in full. Replays the current state. */
  readonly connection$: Observable<ConnectionState> = this.connection.state$;
  /** One of the guide's five states. Replays the current one. */
  readonly status$: Observable<WebSocketStatus> = this.connection$.pipe(
    map(({ status }) => status),
    distinctUntilChanged(),
  );
  /** What is wrong, in Chinese, for people; null while nothing is. Replays the current one. */
  readonly errorMessage$: Observable<string | null> = this.connection$.pipe(map(problemText), distinctUntilChanged());
  /** The socket's address without the user code, once it is known. Replays the current one. */
  readonly endpoint$: Observable<string> = this.connection.endpoint$;
  /** The user code in force. Replays it. */
  readonly userCode$: Observable<string> = this.userCode.code$;
  /** How the server introduced itself; null before it has, and with a basic server. Replays the current one. */
  readonly welcome$: Observable<WelcomeMessage | null> = this.session.welcome$;
  /** Every prompt, as soon as it is given to `send`, and those that an earlier page had not got through. Replays nothing. */
  readonly sent$: Observable<PromptMessage> = merge(this.sent, this.outbox.restored$);
  /** Of these, the ones that an earlier page had not got through; emitted here first. Replays nothing. */
  readonly restored$: Observable<PromptMessage> = this.outbox.restored$;

  /**
   * Every message, in order, with what it means for the place that this page has reached in the server's log. Replays
   * nothing, like those below, which emit for the same frame.
   */
  readonly received$: Observable<ReceivedMessage> = this.streams.received$;
  /** Every message, in order, those of unknown types included. */
  readonly messages$: Observable<ServerMessage> = this.streams.messages$;
  /** Text replies. */
  readonly text$: Observable<TextMessage> = this.message$('text');
  /** Finished clips. */
  readonly video$: Observable<VideoMessage> = this.message$('video');
  /** Stills: posters, and previews of clips in the making (`preview`). */
  readonly image$: Observable<ImageMessage> = this.message$('image');
  /** The state of jobs and of the connection. */
  readonly system$: Observable<SystemMessage> = this.message$('system');
  /** The server's errors, and frames of its that could not be read (`bad_frame`). */
  readonly error$: Observable<ErrorMessage> = this.message$('error');

  /** The messages of one type. Hot; replays nothing; never errors or completes. */
  message$<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.streams.ofType(type);
  }

  /**
   * Connects, or tries again at once where a retry waits. Resolves when the socket is open; rejects when this
   * attempt has failed, though retries may follow: see `status$`.
   */
  connect(): Promise<void> {
    return this.connection.connect();
  }

  /** Closes the socket with 1000 and stays closed until `connect` is called. */
  disconnect(): void {
    this.connection.disconnect();
  }

  /** Asks a full server for a sign of life now; `connection$` has how long it took. Elsewhere nothing happens. */
  ping(): void {
    this.session.ping();
  }

  /**
   * Sends a prompt now, or as soon as there is a connection; `attachments` are addresses of uploads. Returns its `id`
   * at once; `delivery$` has what becomes of it, and every message that answers it carries the `id` in `replyTo`.
   */
  send(content: string, options?: PromptOptions, attachments: readonly string[] = []): string {
    const prompt: PromptMessage = {
      type: 'text',
      id: uuidv4(),
      content,
      ...(options && { options }),
      ...(attachments.length > 0 && { attachments }),
    };
    this.outbox.add(prompt);
    this.sent.next(prompt);
    return prompt.id;
  }

  /** Withdraws a prompt: it is not sent, or its job stops. A job that has ended stays as it is. */
  cancel(promptId: string): void {
    this.outbox.cancel(promptId);
  }

  /**
   * How far a prompt has come. Hot; replays the current state; never errors or completes.
   * Emits nothing for one that this page has not sent.
   */
  delivery$(id: string): Observable<Delivery> {
    return this.outbox.delivery$(id);
  }

  /**
   * Makes a new user code, stores it, and reconnects under it, in every tab of this browser; returns it. The old socket
   * goes with the old code, and so do the messages that the server has stored for it.
   */
  refreshUserCode(): string {
    const code = this.userCode.refresh();
    this.connect().catch(() => undefined);
    return code;
  }
}
