import type { Provider } from '@angular/core';
import { BehaviorSubject, combineLatest, filter, map, type Observable, Subject } from 'rxjs';

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
} from '../../services/index.ts';
import { ReceivedMessages } from '../../services/testing/received-messages.ts';

type Surface = Pick<WebSocketService, keyof WebSocketService>;

/** A connection that stands, with nothing else known of it. */
export const CONNECTED: ConnectionState = {
  status: WebSocketStatus.CONNECTED,
  attempt: 0,
  maxAttempts: 5,
  nextAttemptAt: null,
  lastCloseCode: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

/** The service's public surface over subjects that a spec feeds, without a socket. */
export class FakeWebSocketService implements Surface {
  private readonly received = new ReceivedMessages();
  private readonly connection = new BehaviorSubject(CONNECTED);
  private readonly deliveries = new Map<string, BehaviorSubject<Delivery>>();
  private readonly sent = new Subject<PromptMessage>();
  private readonly restored = new Subject<PromptMessage>();

  readonly error = new BehaviorSubject<string | null>(null);
  readonly endpoint = new BehaviorSubject('ws://127.0.0.1:9943/api/ws/video-generation');
  readonly userCode = new BehaviorSubject('0f8fad5b-d9cb-469f-a165-70867728950e');
  readonly welcome = new BehaviorSubject<WelcomeMessage | null>(null);

  readonly connection$ = this.connection.asObservable();
  readonly status$ = this.connection$.pipe(map(({ status }) => status));
  readonly errorMessage$ = this.error.asObservable();
  readonly endpoint$ = this.endpoint.asObservable();
  readonly userCode$ = this.userCode.asObservable();
  readonly welcome$ = this.welcome.asObservable();
  readonly received$ = this.received.received$;
  readonly messages$ = this.received$.pipe(map(({ message }) => message));
  readonly sent$ = this.sent.asObservable();
  readonly restored$ = this.restored.asObservable();
  readonly text$: Observable<TextMessage> = this.message$('text');
  readonly video$: Observable<VideoMessage> = this.message$('video');
  readonly image$: Observable<ImageMessage> = this.message$('image');
  readonly system$: Observable<SystemMessage> = this.message$('system');
  readonly error$: Observable<ErrorMessage> = this.message$('error');

  readonly connect = jasmine.createSpy<Surface['connect']>('connect').and.resolveTo();
  readonly disconnect = jasmine.createSpy<Surface['disconnect']>('disconnect');
  readonly ping = jasmine.createSpy<Surface['ping']>('ping');
  readonly cancel = jasmine.createSpy<Surface['cancel']>('cancel');

  constructor() {
    combineLatest([this.userCode, this.endpoint]).subscribe((log) => this.received.begin(...log));
  }

  message$<Type extends MessageType>(type: Type): Observable<MessageByType[Type]> {
    return this.messages$.pipe(filter((message): message is MessageByType[Type] => message.type === type));
  }

  delivery$(id: string): Observable<Delivery> {
    return this.deliveryOf(id).asObservable();
  }

  send(content: string, options?: PromptOptions, attachments: readonly string[] = []): string {
    const id = `sent-${this.deliveries.size + 1}`;
    this.deliver(id, { state: 'queued' });
    const pictures = attachments.length === 0 ? {} : { attachments };
    this.sent.next({ type: 'text', id, content, ...(options && { options }), ...pictures });
    return id;
  }

  refreshUserCode(): string {
    this.userCode.next('7c9e6679-7425-40de-944b-e07fc1f90ae7');
    return this.userCode.value;
  }

  /** Lets a message arrive. */
  receive(...messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'system' && message.event === 'welcome') this.welcome.next(message);
      this.received.receive(message);
    }
  }

  /** Has an application have saved all messages up to a place in the server's log, before the first one arrives. */
  resume(position: LogPosition): void {
    this.received.resume(position);
  }

  /** Has the outbox of an earlier page hand a prompt over. */
  restore(prompt: PromptMessage): void {
    this.restored.next(prompt);
    this.sent.next(prompt);
  }

  /** Lets the connection change. */
  become(change: Partial<ConnectionState>): void {
    this.connection.next({ ...this.connection.value, ...change });
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

/** Puts a fake in the service's place; it is found by its own name too. */
export function provideFakeWebSocket(): Provider[] {
  return [FakeWebSocketService, { provide: WebSocketService, useExisting: FakeWebSocketService }];
}
