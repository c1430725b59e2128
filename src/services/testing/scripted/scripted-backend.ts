import { signal } from '@angular/core';
import {
  BehaviorSubject,
  combineLatest,
  distinctUntilChanged,
  filter,
  map,
  merge,
  type Observable,
  ReplaySubject,
  Subject,
} from 'rxjs';

import {
  type AnyMessage,
  CHINESE,
  type ConnectionState,
  type Delivery,
  type LogPosition,
  type MessageOfType,
  type OwnMessage,
  type PromptMessage,
  type PromptOptions,
  type SentMessage,
  type Unreadable,
  type WebSocketService,
  type WelcomeMessage,
} from '../../index.ts';
import { ReceivedMessages } from './received-messages.ts';
import { CONNECTED, connectionState, type ScriptedConnection } from './scripted-connection.ts';

type Surface<Message extends AnyMessage, Sent> = Pick<
  WebSocketService<Message, Sent>,
  keyof WebSocketService<Message, Sent>
>;

/**
 * The public surface of the service without a socket, for a backend that sends these messages: a spec scripts what arrives
 * and how the connection fares, and reads what the code under test has asked for. It begins connected, to no server in
 * particular. Its streams are hot like those of the real one, never error or complete, and pass the same contract suites
 * (`testing/contracts`): messages, what is sent, the connection. What a server would do, the spec says: no prompt comes
 * further by a message, and no connection by `connect` or `disconnect`.
 */
export class ScriptedBackend<Message extends AnyMessage, Sent = never> implements Surface<Message, Sent> {
  private readonly received = new ReceivedMessages<Message>();
  private readonly state = new BehaviorSubject<ConnectionState>(CONNECTED);
  private readonly problem = new BehaviorSubject<string | null>(null);
  private readonly address = new BehaviorSubject('wss://kitten.example/api/ws/video-generation');
  private readonly code = new BehaviorSubject('0f8fad5b-d9cb-469f-a165-70867728950e');
  private readonly greeting = new BehaviorSubject<WelcomeMessage | null>(null);
  private readonly deliveries = new Map<string, ReplaySubject<Delivery>>();
  private readonly given = new Subject<SentMessage<Sent>>();
  private readonly restored = new Subject<SentMessage<Sent>>();
  /** The ids of the prompts that are `queued`. */
  private readonly queued = new Set<string>();
  private readonly unread = new Subject<Unreadable>();

  /** The names of the calls so far, in order. */
  readonly calls: ('connect' | 'disconnect' | 'ping' | 'send' | 'cancel' | 'refreshUserCode' | 'joinUserCode')[] = [];
  /** The prompts given to `send`, in order. */
  readonly prompts: PromptMessage[] = [];
  /** The messages of the application's own given to `send`, in order. */
  readonly messages: Sent[] = [];
  /** The ids of the prompts given to `cancel`, in order. */
  readonly cancelled: string[] = [];

  readonly connection = signal<ConnectionState>(CONNECTED);
  readonly status = signal(CONNECTED.status as ConnectionState['status']);
  readonly userCode = signal(this.code.value);
  readonly welcome = signal(this.greeting.value);

  readonly connection$ = this.state.asObservable();
  readonly status$ = this.connection$.pipe(
    map(({ status }) => status),
    distinctUntilChanged(),
  );
  readonly errorMessage$ = this.problem.asObservable();
  readonly endpoint$ = this.address.asObservable();
  readonly userCode$ = this.code.asObservable();
  readonly welcome$ = this.greeting.asObservable();
  readonly received$ = this.received.received$;
  /** Every message, in order. Replays nothing. */
  readonly messages$ = this.received$.pipe(map(({ message }) => message));
  readonly unreadable$ = this.unread.asObservable();
  readonly sent$ = merge(this.given, this.restored);
  readonly restored$ = this.restored.asObservable();
  /** The messages of type `text`. Replays nothing. */
  readonly text$: Observable<MessageOfType<Message, 'text'>> = this.message$('text');
  /** The messages of type `video`. Replays nothing. */
  readonly video$: Observable<MessageOfType<Message, 'video'>> = this.message$('video');
  /** The messages of type `image`. Replays nothing. */
  readonly image$: Observable<MessageOfType<Message, 'image'>> = this.message$('image');
  /** The messages of type `system`. Replays nothing. */
  readonly system$: Observable<MessageOfType<Message, 'system'>> = this.message$('system');
  /** The messages of type `error`. Replays nothing. */
  readonly error$: Observable<MessageOfType<Message, 'error'>> = this.message$('error');

  constructor() {
    combineLatest([this.code, this.address]).subscribe((log) => this.received.begin(...log));
  }

  message$<Type extends Message['type']>(type: Type): Observable<MessageOfType<Message, Type>> {
    return this.messages$.pipe(filter((message): message is MessageOfType<Message, Type> => message.type === type));
  }

  /**
   * How far a prompt has come: `queued` once it is given to `send` or `restore`, then what `deliver` says. Hot; replays
   * the current state; never errors or completes. Emits nothing for one that none of them has named yet.
   */
  delivery$(id: string): Observable<Delivery> {
    return this.deliveryOf(id).asObservable();
  }

  /** Resolves; the state stays what the spec has made it. */
  connect(): Promise<void> {
    this.calls.push('connect');
    return Promise.resolve();
  }

  disconnect(): void {
    this.calls.push('disconnect');
  }

  ping(): void {
    this.calls.push('ping');
  }

  /** Returns `sent-1`, `sent-2` …; the prompt is `queued` until the spec delivers it. */
  send(
    content: string,
    options?: PromptOptions,
    attachments?: readonly string[],
    follows?: string,
    verbatim?: true,
  ): string;
  /** The same for a message of the application's own. */
  send(message: Sent): string;
  send(
    given: unknown,
    options?: PromptOptions,
    attachments: readonly string[] = [],
    follows?: string,
    verbatim?: true,
  ): string {
    const id = `sent-${this.prompts.length + this.messages.length + 1}`;
    if (typeof given !== 'string') {
      this.messages.push(given as Sent);
      return this.give({ type: 'own', id, message: given });
    }
    const pictures = attachments.length === 0 ? {} : { attachments };
    const place = { ...(follows !== undefined && { follows }), ...(verbatim === true && { verbatim }) };
    const prompt: PromptMessage = {
      type: 'text',
      id,
      content: given,
      ...(options && { options }),
      ...pictures,
      ...place,
    };
    this.prompts.push(prompt);
    return this.give(prompt);
  }

  /** A prompt that is `queued` has failed with it, as `cancelled`; any other stays as it is. */
  cancel(promptId: string): void {
    this.calls.push('cancel');
    this.cancelled.push(promptId);
    if (!this.queued.has(promptId)) return;
    this.deliver(promptId, { state: 'failed', reason: 'cancelled', cause: CHINESE.failures.cancelled });
  }

  /** Makes the same code each time, another than at the beginning. */
  refreshUserCode(): string {
    this.calls.push('refreshUserCode');
    this.setUserCode('7c9e6679-7425-40de-944b-e07fc1f90ae7');
    return this.code.value;
  }

  /** Has this code from now on. */
  joinUserCode(code: string): void {
    this.calls.push('joinUserCode');
    this.setUserCode(code);
  }

  /** Lets messages arrive. A `welcome` among them is the server's introduction too, as soon as it has been emitted. */
  receive(...messages: readonly Message[]): void {
    for (const message of messages) {
      this.received.receive(message);
      if (isWelcome(message)) this.introduce(message);
    }
  }

  /** Lets a frame arrive that can't be read. */
  receiveUnreadable(unreadable: Unreadable): void {
    this.unread.next(unreadable);
  }

  /** Has the application have saved all messages up to a position in the server's log, before the first one arrives. */
  resume(position: LogPosition): void {
    this.received.resume(position);
  }

  /** Has the outbox of an earlier page hand a prompt over. */
  restore(prompt: SentMessage<Sent>): void {
    this.deliver(prompt.id, { state: 'queued' });
    this.restored.next(prompt);
  }

  /** Lets a prompt come further. */
  deliver(id: string, delivery: Delivery): void {
    if (delivery.state === 'queued') this.queued.add(id);
    else this.queued.delete(id);
    this.deliveryOf(id).next(delivery);
  }

  /** Lets the connection change; what is not said stays. `errorMessage` is the sentence of `errorMessage$`. */
  setConnection(change: ScriptedConnection, errorMessage: string | null = null): void {
    this.changeState(change);
    this.problem.next(errorMessage);
  }

  /** Lets another user code be in force. */
  setUserCode(code: string): void {
    this.userCode.set(code);
    this.code.next(code);
  }

  /** Lets the socket lead elsewhere. */
  setEndpoint(endpoint: string): void {
    this.address.next(endpoint);
  }

  /** Lets a server have introduced itself so; null where it is a basic one. */
  setWelcome(welcome: WelcomeMessage | null): void {
    this.welcome.set(welcome);
    this.greeting.next(welcome);
  }

  private give(given: PromptMessage | OwnMessage): string {
    this.calls.push('send');
    this.deliver(given.id, { state: 'queued' });
    this.given.next(given as SentMessage<Sent>);
    return given.id;
  }

  private introduce(welcome: WelcomeMessage): void {
    this.setWelcome(welcome);
    this.changeState({ hasRecovered: welcome.recovered });
  }

  private changeState(change: ScriptedConnection): void {
    const state = connectionState({ ...this.state.value, ...change });
    this.connection.set(state);
    this.status.set(state.status);
    this.state.next(state);
  }

  private deliveryOf(id: string): ReplaySubject<Delivery> {
    const delivery = this.deliveries.get(id) ?? new ReplaySubject<Delivery>(1);
    this.deliveries.set(id, delivery);
    return delivery;
  }
}

function isWelcome(message: AnyMessage): message is WelcomeMessage {
  return message.type === 'system' && 'event' in message && message.event === 'welcome';
}
