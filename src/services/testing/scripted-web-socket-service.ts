import type { Provider } from '@angular/core';
import { BehaviorSubject, combineLatest, distinctUntilChanged, filter, map, type Observable, Subject } from 'rxjs';

import {
  type ConnectionState,
  type Delivery,
  type ErrorMessage,
  type ImageMessage,
  type LogPosition,
  type MessageByType,
  type MessageType,
  type PromptMessage,
  type PromptOptions,
  type ServerMessage,
  type SystemMessage,
  type TextMessage,
  type VideoMessage,
  WebSocketService,
  WebSocketStatus,
  type WelcomeMessage,
} from '../index.ts';
import { ReceivedMessages } from './received-messages.ts';

type Surface = Pick<WebSocketService, keyof WebSocketService>;

/** A connection that stands, with nothing else known of it. */
const CONNECTED: ConnectionState = {
  status: WebSocketStatus.CONNECTED,
  attempt: 0,
  maxAttempts: 5,
  nextAttemptAt: null,
  lastCloseCode: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

/**
 * The service's public surface without a socket: a spec scripts what arrives and how the connection fares, and reads what
 * the code under test has asked for. Its streams pass the same contract suite as those of the real one.
 */
export class ScriptedWebSocketService implements Surface {
  private readonly received = new ReceivedMessages();
  private readonly state = new BehaviorSubject(CONNECTED);
  private readonly error = new BehaviorSubject<string | null>(null);
  private readonly endpoint = new BehaviorSubject('wss://kitten.example/api/ws/video-generation');
  private readonly code = new BehaviorSubject('0f8fad5b-d9cb-469f-a165-70867728950e');
  private readonly greeting = new BehaviorSubject<WelcomeMessage | null>(null);
  private readonly deliveries = new Map<string, BehaviorSubject<Delivery>>();
  private readonly sent = new Subject<PromptMessage>();
  private readonly restored = new Subject<PromptMessage>();

  /** The names of the calls so far, in order. */
  readonly calls: ('connect' | 'disconnect' | 'ping' | 'send' | 'cancel' | 'refreshUserCode')[] = [];
  /** The prompts given to `send`, in order. */
  readonly prompts: PromptMessage[] = [];
  /** The ids of the prompts given to `cancel`, in order. */
  readonly cancelled: string[] = [];

  readonly connection$ = this.state.asObservable();
  readonly status$ = this.connection$.pipe(
    map(({ status }) => status),
    distinctUntilChanged(),
  );
  readonly errorMessage$ = this.error.asObservable();
  readonly endpoint$ = this.endpoint.asObservable();
  readonly userCode$ = this.code.asObservable();
  readonly welcome$ = this.greeting.asObservable();
  readonly received$ = this.received.received$;
  readonly messages$ = this.received$.pipe(map(({ message }) => message));
  readonly sent$ = this.sent.asObservable();
  readonly restored$ = this.restored.asObservable();
  readonly text$: Observable<TextMessage> = this.message$('text');
  readonly video$: Observable<VideoMessage> = this.message$('video');
  readonly image$: Observable<ImageMessage> = this.message$('image');
  readonly system$: Observable<SystemMessage> = this.message$('system');
  readonly error$: Observable<ErrorMessage> = this.message$('error');

  constructor() {
    combineLatest([this.code, this.endpoint]).subscribe((log) => this.received.begin(...log));
  }

  message$<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.messages$.pipe(filter((message): message is MessageByType[Type] => message.type === type));
  }

  delivery$(id: string): Observable<Delivery> {
    return this.deliveryOf(id).asObservable();
  }

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

  /** Returns `prompt-1`, `prompt-2` …; the prompt is `queued` until the spec delivers it. */
  send(content: string, options?: PromptOptions, attachments: readonly string[] = []): string {
    const id = `prompt-${this.prompts.length + 1}`;
    const pictures = attachments.length === 0 ? {} : { attachments };
    const prompt: PromptMessage = { type: 'text', id, content, ...(options && { options }), ...pictures };
    this.calls.push('send');
    this.prompts.push(prompt);
    this.deliver(id, { state: 'queued' });
    this.sent.next(prompt);
    return id;
  }

  cancel(promptId: string): void {
    this.calls.push('cancel');
    this.cancelled.push(promptId);
  }

  /** Makes the same code each time, another than at the beginning. */
  refreshUserCode(): string {
    this.calls.push('refreshUserCode');
    this.code.next('7c9e6679-7425-40de-944b-e07fc1f90ae7');
    return this.code.value;
  }

  /** Lets messages arrive. */
  receive(...messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'system' && message.event === 'welcome') this.greeting.next(message);
      this.received.receive(message);
    }
  }

  /** Has the application have saved all messages up to a place in the server's log, before the first one arrives. */
  resume(position: LogPosition): void {
    this.received.resume(position);
  }

  /** Has the outbox of an earlier page hand a prompt over. */
  restore(prompt: PromptMessage): void {
    this.restored.next(prompt);
    this.sent.next(prompt);
  }

  /** Lets the connection change. `problem` is the sentence of `errorMessage$`. */
  become(change: Partial<ConnectionState>, problem: string | null = null): void {
    this.state.next({ ...this.state.value, ...change });
    this.error.next(problem);
  }

  /** Lets a prompt come further. */
  deliver(id: string, delivery: Delivery): void {
    this.deliveryOf(id).next(delivery);
  }

  private deliveryOf(id: string): BehaviorSubject<Delivery> {
    const delivery = this.deliveries.get(id) ?? new BehaviorSubject<Delivery>({ state: 'queued' });
    this.deliveries.set(id, delivery);
    return delivery;
  }
}

/** Puts a scripted service in the place of `WebSocketService`; it is found by its own name too. */
export function provideScriptedWebSocket(): Provider[] {
  return [ScriptedWebSocketService, { provide: WebSocketService, useExisting: ScriptedWebSocketService }];
}
