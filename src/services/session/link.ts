import { inject, Service } from '@angular/core';
import {
  BehaviorSubject,
  filter,
  from,
  map,
  merge,
  type Observable,
  Subject,
  Subscription,
  switchMap,
  tap,
} from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import {
  CloseCode,
  DEFAULT_LIMITS,
  encode,
  type PongMessage,
  type ServerMessage,
  type WelcomeMessage,
} from '../../protocol/index.ts';
import { ONLINE, PAGE_RETURNED } from '../platform/browser.ts';
import { ConfigFile } from '../config/config-file.ts';
import { Connection } from '../socket/connection.ts';
import { greeting } from './greeting.ts';
import { heartbeat } from './heartbeat.ts';
import { Inbox } from '../inbound/inbox.ts';
import { ResumePosition } from '../resume/resume-position.ts';
import { Outbox } from '../outbox/outbox.ts';
import { ServerClock } from './server-clock.ts';
import { SocketClosed } from '../socket/socket-closed.ts';

type Send = (frame: string) => void;

/**
 * What runs over an open socket, from its greeting to its end: the outbox is attached to it and, where
 * the server is a full one, a heartbeat watches it.
 */
@Service()
export class Link {
  private readonly connection = inject(Connection);
  private readonly inbox = inject(Inbox);
  private readonly outbox = inject(Outbox);
  private readonly position = inject(ResumePosition);
  private readonly clock = inject(ServerClock);
  private readonly configFile = inject(ConfigFile);
  private readonly pageReturned$ = inject(PAGE_RETURNED);
  private readonly online$ = inject(ONLINE);

  private readonly welcome = new BehaviorSubject<WelcomeMessage | null>(null);
  private readonly frames = new Subject<void>();
  private readonly wanted = new Subject<void>();
  private running = Subscription.EMPTY;

  /**
   * How the server introduced itself; null before it has, and with a basic server. Hot; replays; never errors or
   * completes.
   */
  readonly welcome$: Observable<WelcomeMessage | null> = this.welcome.asObservable();

  /**
   * A socket is open. Nothing is sent before it is known whether its server greets: only one that does acknowledges.
   */
  open(send: Send): void {
    this.running = new Subscription();
    this.running.add(greeting(this.inbox.messages$).subscribe((welcome) => this.begin(send, welcome)));
  }

  /** A frame has arrived: the socket lives. */
  touch(): void {
    this.frames.next();
  }

  /** Somebody wants to know how it fares. */
  ping(): void {
    this.wanted.next();
  }

  /** The socket is over. */
  close(): void {
    this.running.unsubscribe();
    this.outbox.detach();
  }

  private begin(send: Send, welcome: WelcomeMessage | null): void {
    // A server that has greeted before and is silent now is no basic one: the connection has died.
    if (welcome === null && this.position.hasGreeted) {
      return this.connection.replace(new SocketClosed(CloseCode.HeartbeatTimeout, 'no greeting'));
    }
    this.welcome.next(welcome);
    this.outbox.attach({ send, acknowledges: welcome !== null, limits: welcome?.limits ?? DEFAULT_LIMITS });
    if (welcome === null) return;
    this.clock.set(welcome.ts);
    this.connection.learn({ kind: 'greeted', hasRecovered: welcome.recovered });
    this.running.add(this.watch(send, welcome.heartbeatMs));
  }

  private watch(send: Send, interval: number): Subscription {
    let serverTime = 0;
    const beat$ = from(this.configFile.load()).pipe(
      switchMap(({ heartbeatTimeout: timeout }) =>
        heartbeat({
          interval,
          timeout,
          activity$: this.frames,
          pongs$: this.inbox.messages$.pipe(
            filter(isPong),
            tap(({ ts }) => (serverTime = ts)),
            map(({ replyTo = '' }) => replyTo),
          ),
          // A page that wakes up may hold a socket that died in its sleep.
          nudge$: merge(this.wanted, this.pageReturned$, this.online$.pipe(filter((isOnline) => isOnline))),
          ping: () => sendPing(send),
        }),
      ),
    );
    return beat$.subscribe({
      next: (milliseconds) => {
        this.clock.set(serverTime, milliseconds);
        this.connection.learn({ kind: 'round-trip', milliseconds });
      },
      error: (closed: SocketClosed) => this.connection.replace(closed),
    });
  }
}

function isPong(message: ServerMessage): message is PongMessage {
  return message.type === 'system' && message.event === 'pong';
}

function sendPing(send: Send): string {
  const id = uuidv4();
  const frame = encode({ type: 'ping', id });
  if (frame.ok) send(frame.value);
  return id;
}
