import { DestroyRef, inject, Service } from '@angular/core';
import {
  BehaviorSubject,
  defer,
  filter,
  map,
  merge,
  type Observable,
  race,
  shareReplay,
  skip,
  Subject,
  Subscription,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { CloseCode, DEFAULT_LIMITS, encode, type ServerMessage, type WelcomeMessage } from '../../protocol/index.ts';
import { ConfigFile } from '../config/config-file.ts';
import { ConnectionLog } from '../diagnostics/connection-log.ts';
import { UserCode } from '../identity/user-code.ts';
import { Inbox } from '../inbound/inbox.ts';
import type { OutboxSocket } from '../outbox/outbox-entry.ts';
import { Outbox } from '../outbox/outbox.ts';
import { ONLINE, PAGE_RETURNED } from '../platform/browser.ts';
import { ResumePosition } from '../resume/resume-position.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import { Connection } from '../socket/connection.ts';
import { type Frame, SocketClosed, type SocketOpened } from '../socket/open-socket.ts';
import { mediaOrigin } from '../socket/endpoint.ts';
import { heartbeat } from './heartbeat.ts';
import { ServerClock } from './server-clock.ts';

type Send = OutboxSocket['send'];

/** How long a server may take to say `welcome` before it counts as a basic one, in milliseconds. */
const GREETING_TIMEOUT = 2_000;

/**
 * What runs over each open socket, from its greeting to its end: frames go to the inbox, the outbox is attached to it
 * and, where the server is a full one, a heartbeat watches it.
 */
@Service({ autoProvided: false })
export class Session {
  private readonly connection = inject(Connection);
  private readonly inbox = inject(Inbox);
  private readonly outbox = inject(Outbox);
  private readonly position = inject(ResumePosition);
  private readonly log = inject(ConnectionLog);
  private readonly clock = inject(ServerClock);
  private readonly configFile = inject(ConfigFile);
  private readonly pageReturned$ = inject(PAGE_RETURNED);
  private readonly online$ = inject(ONLINE);

  private readonly welcome = new BehaviorSubject<WelcomeMessage | null>(null);
  private readonly pingRequests = new Subject<void>();
  /** Read with the first session, and the same for all. */
  private readonly config$ = defer(() => this.configFile.load()).pipe(shareReplay(1));
  private running = Subscription.EMPTY;

  /**
   * How the server introduced itself; null before it has, and with a basic server. Hot; replays; never errors or
   * completes.
   */
  readonly welcome$: Observable<WelcomeMessage | null> = this.welcome.asObservable();

  constructor() {
    const { connection, inbox } = this;
    const subscription = connection.changes$.subscribe((change) => this.handleChange(change));
    subscription.add(inbox.missingRange$.subscribe((closed) => connection.replace(closed)));
    subscription.add(connection.endpoint$.subscribe((endpoint) => inbox.resolveMediaAt(mediaOrigin(endpoint))));
    // The first code is the one that it begins with; each further one was refreshed, here or in another tab.
    subscription.add(
      inject(UserCode)
        .code$.pipe(skip(1))
        .subscribe(() => this.moveToNewCode()),
    );
    inject(DestroyRef).onDestroy(() => {
      connection.disconnect();
      subscription.unsubscribe();
    });
  }

  /** Pings a full server now, to know whether the connection lives. Elsewhere nothing happens. */
  ping(): void {
    this.pingRequests.next();
  }

  private handleChange(change: ConnectionChange): void {
    this.log.recordChange(change);
    switch (change.kind) {
      case 'open':
        return this.begin(change);
      case 'waiting':
        if (change.closed.code === CloseCode.MessageTooBig) this.outbox.failSent();
        return this.end();
      case 'lost':
      case 'disconnect':
        return this.end();
      case 'begin':
      case 'connecting':
        return;
    }
  }

  /** Nothing is sent before it is known whether the server greets: only one that does acknowledges. */
  private begin({ send: sendFrame, frames$ }: SocketOpened): void {
    const send = this.log.recordSends(sendFrame);
    this.running = new Subscription();
    this.running.add(greeting(this.inbox.messages$).subscribe((welcome) => this.applyGreeting(welcome, send, frames$)));
    this.running.add(this.inbox.receiveFrames(frames$));
  }

  private end(): void {
    this.running.unsubscribe();
    this.outbox.detach();
  }

  /** The old socket goes with the old code, and so does the position in its log. What is disconnected stays so. */
  private moveToNewCode(): void {
    this.log.recordNewCode();
    this.end();
    this.position.reset();
    this.connection.restart();
  }

  private applyGreeting(welcome: WelcomeMessage | null, send: Send, frames$: Observable<Frame>): void {
    // A server that has greeted before and is silent now is no basic one: the connection has died.
    if (welcome === null && this.position.hasGreeted) {
      return this.connection.replace(new SocketClosed(CloseCode.HeartbeatTimeout, 'no greeting'));
    }
    this.welcome.next(welcome);
    this.outbox.attach({ send, acknowledges: welcome !== null, limits: welcome?.limits ?? DEFAULT_LIMITS });
    if (welcome === null) return;
    this.clock.set(welcome.ts);
    this.connection.applyFinding({ kind: 'greeted', hasRecovered: welcome.recovered });
    this.running.add(this.watch(welcome.heartbeatMs, send, frames$));
  }

  /** Measures each round trip, and replaces the socket when nothing comes over it any more. */
  private watch(interval: number, send: Send, frames$: Observable<Frame>): Subscription {
    let serverTime = 0;
    const beat$ = this.config$.pipe(
      switchMap(({ heartbeatTimeout: timeout }) =>
        heartbeat({
          interval,
          timeout,
          activity$: frames$,
          pongs$: this.inbox.pongs$.pipe(
            tap(({ ts }) => (serverTime = ts)),
            map(({ replyTo = '' }) => replyTo),
          ),
          // A page that wakes up may hold a socket that died in its sleep.
          nudge$: merge(this.pingRequests, this.pageReturned$, this.online$.pipe(filter((isOnline) => isOnline))),
          ping: () => sendPing(send),
        }),
      ),
    );
    return beat$.subscribe({
      next: (milliseconds) => {
        this.clock.set(serverTime, milliseconds);
        this.log.recordRoundTrip(milliseconds);
        this.connection.applyFinding({ kind: 'round-trip', milliseconds });
      },
      error: (closed: SocketClosed) => this.connection.replace(closed),
    });
  }
}

function sendPing(send: Send): string {
  const ping = { type: 'ping', id: uuidv4() } as const;
  const frame = encode(ping);
  if (frame.ok) send(ping, frame.value);
  return ping.id;
}

/**
 * Learns from the first message of a new socket what kind of server it has: a full one says `welcome`
 * before anything else, a basic one never does.
 *
 * Emits the `welcome`, and completes. Emits null where another message comes first or nothing comes within
 * {@link GREETING_TIMEOUT}; a `welcome` that is only late follows. Never errors.
 * Cold, and subscribed to before the socket's first frame is read.
 */
export function greeting(messages$: Observable<ServerMessage>): Observable<WelcomeMessage | null> {
  const welcome$ = messages$.pipe(filter(isWelcome), take(1));
  const basic$ = race(messages$, timer(GREETING_TIMEOUT)).pipe(
    take(1),
    map(() => null),
    takeUntil(welcome$),
  );
  return merge(basic$, welcome$);
}

/** Whether a message is a full server's greeting. */
function isWelcome(message: ServerMessage): message is WelcomeMessage {
  return message.type === 'system' && message.event === 'welcome';
}
