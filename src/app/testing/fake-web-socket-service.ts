import { type Provider, signal } from '@angular/core';
import { BehaviorSubject, combineLatest, filter, map, NEVER, type Observable, Subject } from 'rxjs';

import {
  type ConnectionProblem,
  type ConnectionState,
  type Delivery,
  type ErrorMessage,
  type ImageMessage,
  type LogPosition,
  type MessageOfType,
  type PromptMessage,
  type PromptOptions,
  type ServerMessage,
  type SteadyState,
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
export const CONNECTED: SteadyState = {
  status: WebSocketStatus.CONNECTED,
  attempt: 0,
  maxAttempts: 5,
  nextAttemptAt: null,
  lastCloseCode: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

/** What changes of a connection's state. */
export type StateChange = Partial<Record<keyof ConnectionState, unknown>> & {
  readonly status?: WebSocketStatus;
  readonly problem?: ConnectionProblem | null;
};

/** A state of a connection: what goes with its status stays, the rest of a state that was before does not. */
export function connectionState(change: StateChange): ConnectionState {
  const { status, problem, nextAttemptAt, ...known } = { ...CONNECTED, ...change };
  const state = {
    ...known,
    status,
    problem: status === WebSocketStatus.ERROR ? (problem ?? 'exhausted') : null,
    nextAttemptAt: status === WebSocketStatus.RECONNECTING ? nextAttemptAt : null,
  };
  // The fields that are left have one type whatever the status.
  return state as ConnectionState;
}

/** The service's public surface over subjects that a spec feeds, without a socket. */
export class FakeWebSocketService implements Surface {
  private readonly received = new ReceivedMessages();
  private readonly state = new BehaviorSubject<ConnectionState>(CONNECTED);
  private readonly deliveries = new Map<string, BehaviorSubject<Delivery>>();
  private readonly sent = new Subject<PromptMessage>();
  private readonly restored = new Subject<PromptMessage>();

  readonly error = new BehaviorSubject<string | null>(null);
  readonly endpoint = new BehaviorSubject('ws://127.0.0.1:9943/api/ws/video-generation');
  private readonly code = new BehaviorSubject('0f8fad5b-d9cb-469f-a165-70867728950e');
  private readonly greeting = new BehaviorSubject<WelcomeMessage | null>(null);
  readonly userCode = signal(this.code.value);
  readonly welcome = signal(this.greeting.value);
  readonly status = signal<WebSocketStatus>(CONNECTED.status);
  readonly connection = signal<ConnectionState>(CONNECTED);

  readonly connection$ = this.state.asObservable();
  readonly status$ = this.connection$.pipe(map(({ status }) => status));
  readonly errorMessage$ = this.error.asObservable();
  readonly endpoint$ = this.endpoint.asObservable();
  readonly userCode$ = this.code.asObservable();
  readonly welcome$ = this.greeting.asObservable();
  readonly received$ = this.received.received$;
  readonly messages$ = this.received$.pipe(map(({ message }) => message));
  readonly sent$ = this.sent.asObservable();
  readonly restored$ = this.restored.asObservable();
  readonly unreadable$ = NEVER;
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
    combineLatest([this.code, this.endpoint]).subscribe((log) => this.received.begin(...log));
  }

  message$<Type extends ServerMessage['type']>(type: Type): Observable<MessageOfType<ServerMessage, Type>> {
    return this.messages$.pipe(
      filter((message): message is MessageOfType<ServerMessage, Type> => message.type === type),
    );
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
    this.setUserCode('7c9e6679-7425-40de-944b-e07fc1f90ae7');
    return this.code.value;
  }

  /** Lets a message arrive. */
  receive(...messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'system' && message.event === 'welcome') this.greet(message);
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
  become(change: StateChange): void {
    const state = connectionState({ ...this.state.value, ...change });
    this.connection.set(state);
    this.status.set(state.status);
    this.state.next(state);
  }

  /** Lets another user code be in force. */
  setUserCode(code: string): void {
    this.userCode.set(code);
    this.code.next(code);
  }

  /** Lets a server have introduced itself so. */
  greet(welcome: WelcomeMessage | null): void {
    this.welcome.set(welcome);
    this.greeting.next(welcome);
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
