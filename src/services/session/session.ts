import { DestroyRef, inject, Service } from '@angular/core';
import { BehaviorSubject, filter, map, type Observable, Subject, Subscription, take, timer } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { CloseCode, DEFAULT_LIMITS, type WelcomeMessage } from '../../protocol/index.ts';
import { CODEC, encodeSent } from '../codec/codec.ts';
import { CONFIG_SOURCE } from '../config/config-source.ts';
import { DEFAULT_CONFIG } from '../config/config.ts';
import { CONNECTION_RECORDER } from '../diagnostics/connection-recorder.ts';
import { UserCode } from '../identity/user-code.ts';
import { Inbox } from '../inbound/inbox.ts';
import { merged } from '../platform/combine-streams.ts';
import type { OutboxSocket } from '../outbox/outbox-entry.ts';
import { PROMPTS } from '../outbox/prompts.ts';
import { ONLINE, PAGE_RETURNED } from '../platform/browser.ts';
import { RESUME } from '../resume/resume.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import { Connection } from '../socket/connection.ts';
import { type Frame, SocketClosed, type SocketOpened } from '../socket/open-socket.ts';
import { mediaOrigin } from '../config/endpoint.ts';
import { type Greeting, greeting, greetingTimeout } from './greeting.ts';
import { HEARTBEAT } from './heartbeat.ts';
import { ServerClock } from './server-clock.ts';

type Send = OutboxSocket['send'];

/** How a backend is pinged, and what comes back: the ids of the pings. */
interface Pings {
  readonly send: () => string;
  readonly pongs$: Observable<string>;
}

/**
 * What runs over each open socket, from its greeting to its end: frames go to the inbox, the outbox is attached to it
 * and, where the server is a full one, a heartbeat watches it.
 */
@Service({ autoProvided: false })
export class Session {
  readonly #connection = inject(Connection);
  readonly #inbox = inject(Inbox);
  readonly #outbox = inject(PROMPTS);
  readonly #resume = inject(RESUME);
  readonly #log = inject(CONNECTION_RECORDER);
  readonly #clock = inject(ServerClock);
  readonly #config = inject(CONFIG_SOURCE);
  readonly #codec = inject(CODEC);
  readonly #heartbeat = inject(HEARTBEAT);
  readonly #pageReturned$ = inject(PAGE_RETURNED);
  readonly #online$ = inject(ONLINE);

  readonly #welcome = new BehaviorSubject<WelcomeMessage | null>(null);
  readonly #pingRequests = new Subject<void>();
  #running = Subscription.EMPTY;
  /** When the server answered the newest ping, by its own clock. */
  #pongTime: number | undefined;
  /** How many sockets in a row have been open and silent, though this server has greeted before. */
  #silentTries = 0;
  /** Whether every socket since the connection was begun has been. */
  #isSilentServer = true;

  /**
   * How the server introduced itself; null before it has, and with a basic server. Hot; replays; never errors or
   * completes.
   */
  readonly welcome$: Observable<WelcomeMessage | null> = this.#welcome.asObservable();

  constructor() {
    const connection = this.#connection;
    const inbox = this.#inbox;
    const subscription = connection.changes$.subscribe((change) => this.#handleChange(change));
    subscription.add(inbox.missingRange$.subscribe((closed) => connection.replace(closed)));
    subscription.add(connection.endpoint$.subscribe((endpoint) => inbox.resolveMediaAt(mediaOrigin(endpoint))));
    subscription.add(inject(UserCode).refreshed$.subscribe(() => this.#moveToNewCode()));
    inject(DestroyRef).onDestroy(() => {
      connection.disconnect();
      subscription.unsubscribe();
    });
  }

  /** Pings a full server now, to know whether the connection lives. Elsewhere nothing happens. */
  ping(): void {
    this.#pingRequests.next();
  }

  #handleChange(change: ConnectionChange): void {
    this.#log.recordChange(change);
    switch (change.kind) {
      case 'open':
        return this.#begin(change);
      case 'waiting':
        if (change.closed.code === CloseCode.MessageTooBig) this.#outbox.failSent();
        this.#judgeSilence(change.closed);
        this.#end();
        if (change.closed.code === CloseCode.TooManyRequests) this.#outbox.releaseToOtherTabs();
        return;
      case 'lost':
        this.#judgeSilence(change.lost.closed);
        // All were open and none was greeted: what is here now is another server than the one that greeted once.
        if (this.#isSilentServer) this.#forgetGreeting();
        this.#end();
        return this.#outbox.releaseToOtherTabs();
      case 'disconnect':
        return this.#end();
      case 'begin':
        this.#isSilentServer = true;
        return;
      case 'connecting':
        return;
    }
  }

  /** Nothing is sent before it is known whether the server greets: only one that does acknowledges. */
  #begin({ send: sendFrame, frames$ }: SocketOpened): void {
    const send = this.#log.recordSends(sendFrame);
    const frameRead = new Subject<void>();
    const { greetingTimeout: patience, keepAlives } = this.#config.current;
    const deadline$ = timer(greetingTimeout(patience, this.#silentTries));
    const greeting$ = greeting({ messages$: this.#inbox.messages$, frameRead$: frameRead, deadline$ });
    this.#running = new Subscription();
    // What usual servers send may mean something else to a backend with a protocol of its own.
    const isMeant = this.#codec.isGateway === true || keepAlives !== DEFAULT_CONFIG.keepAlives;
    this.#inbox.begin(isMeant ? keepAlives : []);
    if (this.#codec.isGateway === true) {
      this.#running.add(greeting$.subscribe((first) => this.#applyGreeting(first, send, frames$)));
    }
    this.#running.add(this.#inbox.receiveFrames(frames$));
    // The first frame says what kind of server it is; those behind it have nothing to add.
    this.#running.add(frames$.pipe(take(1)).subscribe(() => frameRead.next()));
    if (this.#codec.isGateway !== true) this.#beginWithoutGreeting(send, frames$);
  }

  /** Of a backend with a protocol of its own nothing has to be known. */
  #beginWithoutGreeting(send: Send, frames$: Observable<Frame>): void {
    this.#applyGreeting('other', send, frames$);
    const { ping, isPong = () => false } = this.#heartbeat?.backend ?? {};
    if (ping === undefined) return;
    this.#inbox.setPongs(isPong);
    let id = '';
    const pings = {
      send: () => {
        id = uuidv4();
        send({ type: 'ping', id }, ping());
        return id;
      },
      pongs$: this.#inbox.foreignPongs$.pipe(map(() => id)),
    };
    this.#running.add(this.#watch(this.#config.current.heartbeatInterval, pings, frames$));
  }

  #end(): void {
    this.#running.unsubscribe();
    this.#outbox.detach();
  }

  /** The old socket goes with the old code, and so does the position in its log. What is disconnected stays so. */
  #moveToNewCode(): void {
    this.#log.recordNewCode();
    this.#end();
    this.#resume.reset();
    this.#silentTries = 0;
    this.#connection.restart();
  }

  #judgeSilence(closed: SocketClosed): void {
    if (closed instanceof NoGreeting) this.#silentTries += 1;
    else this.#isSilentServer = false;
  }

  #forgetGreeting(): void {
    this.#silentTries = 0;
    this.#resume.forgetGreeting();
  }

  #applyGreeting(first: Greeting, send: Send, frames$: Observable<Frame>): void {
    // A server that has greeted before and is silent now: the connection has died, or the server is slow today.
    if (first === 'silence' && this.#resume.hasGreeted) return this.#connection.replace(new NoGreeting());
    const welcome = first === 'silence' || first === 'other' ? null : first;
    this.#silentTries = 0;
    this.#connection.markServerKnown();
    this.#welcome.next(welcome);
    // Limits of length are the gateway's: a backend with another protocol has its own.
    const basicLimits = this.#codec.isGateway === true ? DEFAULT_LIMITS : { maxFrameBytes: Infinity };
    this.#outbox.attach({ send, acknowledges: welcome !== null, limits: welcome?.limits ?? basicLimits });
    if (welcome === null) return;
    this.#resume.recordGreeting(welcome.epoch);
    this.#clock.set(welcome.ts);
    const { recovered: hasRecovered, reconnectJitterMs } = welcome;
    this.#connection.applyFinding({
      kind: 'greeted',
      hasRecovered,
      ...(reconnectJitterMs !== undefined && { reconnectJitterMs }),
    });
    this.#running.add(this.#watch(welcome.heartbeatMs, this.#gatewayPings(send), frames$));
  }

  #gatewayPings(send: Send): Pings {
    const pongs$ = this.#inbox.pongs$.pipe(
      map(({ ts, replyTo = '' }) => {
        this.#pongTime = ts;
        return replyTo;
      }),
    );
    return { send: () => this.#sendPing(send), pongs$ };
  }

  #sendPing(send: Send): string {
    const ping = { type: 'ping', id: uuidv4() } as const;
    const frame = encodeSent(this.#codec, ping);
    if (frame !== undefined) send(ping, frame);
    return ping.id;
  }

  /** Measures each round trip, and replaces the socket when nothing comes over it any more. */
  #watch(interval: number, pings: Pings, frames$: Observable<Frame>): Subscription {
    const heartbeat = this.#heartbeat;
    if (heartbeat === null) return Subscription.EMPTY;
    const beat$ = heartbeat.run({
      interval,
      timeout: this.#config.current.heartbeatTimeout,
      activity$: frames$,
      pongs$: pings.pongs$,
      // A page that wakes up may hold a socket that died in its sleep.
      nudge$: merged(this.#pingRequests, this.#pageReturned$, this.#online$.pipe(filter((isOnline) => isOnline))),
      ping: pings.send,
    });
    return beat$.subscribe({
      next: (milliseconds) => {
        if (this.#pongTime !== undefined) this.#clock.set(this.#pongTime, milliseconds);
        this.#log.recordRoundTrip(milliseconds);
        this.#connection.applyFinding({ kind: 'round-trip', milliseconds });
      },
      error: (error: unknown) => {
        // What the application has thrown is its own fault, and nothing of the connection's: it is told as any other.
        if (!(error instanceof SocketClosed)) throw error;
        this.#connection.replace(error);
      },
    });
  }
}

/** A socket is open, and its server, which has greeted before, says nothing. */
class NoGreeting extends SocketClosed {
  constructor() {
    super(CloseCode.HeartbeatTimeout, 'no greeting');
  }
}
