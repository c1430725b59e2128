import { inject, Service } from '@angular/core';
import {
  BehaviorSubject,
  defer,
  EMPTY,
  filter,
  firstValueFrom,
  from,
  merge,
  type Observable,
  of,
  Subject,
  type Subscription,
  switchMap,
  take,
  throwError,
} from 'rxjs';

import { CloseCode } from '../../protocol/index.ts';
import { ONLINE, PAGE_RETURNED, PAGE_URL, WEB_SOCKET } from '../platform/browser.ts';
import type { WebSocketConfig } from '../config/config.ts';
import { ConfigFile } from '../config/config-file.ts';
import {
  type ConnectionChange,
  type ConnectionFinding,
  type ConnectionState,
  INITIAL_STATE,
  nextState,
} from './connection-state.ts';
import { isLoopback, socketEndpoint } from './endpoint.ts';
import { ResumePosition } from '../resume/resume-position.ts';
import { openSocket, SocketClosed, type SocketOpened, socketUrl } from './open-socket.ts';
import { type ConnectionEvent, ConnectionLost, reconnecting } from './reconnect.ts';
import { WebSocketStatus } from './status.ts';
import { UserCode } from '../identity/user-code.ts';

/** Owns the one connection: starts it, has it mended, ends it, and knows its state. */
@Service({ autoProvided: false })
export class Connection {
  private readonly configFile = inject(ConfigFile);
  private readonly userCode = inject(UserCode);
  private readonly position = inject(ResumePosition);
  private readonly pageUrl = inject(PAGE_URL);
  private readonly WebSocketCtor = inject(WEB_SOCKET);
  private readonly online$ = inject(ONLINE);
  private readonly pageReturned$ = inject(PAGE_RETURNED);

  private readonly state = new BehaviorSubject<ConnectionState>(INITIAL_STATE);
  private readonly endpoint = new BehaviorSubject<string | null>(null);
  private readonly changes = new Subject<ConnectionChange>();
  private readonly retryNow = new Subject<void>();
  private readonly faults = new Subject<SocketClosed>();
  private running: Subscription | undefined;

  /** What is known of the connection. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionState> = this.state.asObservable();
  /** The socket's address without the user code, once it is known. Hot; replays it; never errors or completes. */
  readonly endpoint$: Observable<string> = this.endpoint.pipe(filter((endpoint) => endpoint !== null));
  /** What happens to the connection. Hot; replays nothing; never errors or completes. */
  readonly changes$: Observable<ConnectionChange> = this.changes.asObservable();

  /**
   * Connects, or tries again at once where a retry waits.
   * Settles with the first outcome: rejects with a {@link SocketClosed} when that attempt fails, though
   * retries may follow, and with a {@link ConnectionLost} when none will.
   */
  connect(): Promise<void> {
    if (this.state.value.status === WebSocketStatus.CONNECTED) return Promise.resolve();
    const outcome = firstValueFrom(this.changes.pipe(switchMap(outcomeOf), take(1)));
    if (this.running === undefined) this.start();
    else this.retryNow.next();
    return outcome;
  }

  /** Closes the socket and stays closed. */
  disconnect(): void {
    this.stop();
    this.applyChange({ kind: 'disconnect' });
  }

  /** Gives the socket up for lost, as if it had closed so; retries follow as after any loss. */
  replace(closed: SocketClosed): void {
    this.faults.next(closed);
  }

  /** Adds to the state what is learnt of the connection from what comes over it. */
  applyFinding(finding: ConnectionFinding): void {
    this.state.next(nextState(this.state.value, finding));
  }

  /**
   * Leaves the socket behind and opens another, under the code and position that now hold; after `disconnect`, does
   * nothing.
   */
  restart(): void {
    if (this.state.value.status === WebSocketStatus.DISCONNECTED) return;
    this.stop();
    this.start();
  }

  private start(): void {
    const connection$ = from(this.configFile.load()).pipe(switchMap((config) => this.openSockets(config)));
    this.applyChange({ kind: 'begin', maxAttempts: this.state.value.maxAttempts });
    this.running = connection$.subscribe({
      next: (event) => this.applyChange(event),
      error: (lost: ConnectionLost) => {
        this.running = undefined;
        this.applyChange({ kind: 'lost', lost });
      },
    });
  }

  private stop(): void {
    this.running?.unsubscribe();
    this.running = undefined;
  }

  private openSockets(config: WebSocketConfig): Observable<ConnectionEvent> {
    const { WebSocketCtor } = this;
    const endpoint = socketEndpoint(config.baseUrl, this.pageUrl);
    this.applyChange({ kind: 'begin', maxAttempts: config.maxReconnectAttempts });
    if (endpoint === undefined) return throwError(() => new ConnectionLost('invalid-url', new SocketClosed()));
    this.endpoint.next(endpoint);
    if (WebSocketCtor === undefined) return throwError(() => new ConnectionLost('no-websocket', new SocketClosed()));

    // The address is made for each attempt: the user code and the position may have changed since the last one.
    const socket$: Observable<SocketOpened> = defer(() => {
      const url = socketUrl(endpoint, this.userCode.current, this.position.log.position);
      const fault$ = this.faults.pipe(switchMap((closed) => throwError(() => closed)));
      return merge(openSocket({ url, WebSocketCtor, connectTimeout: config.connectTimeout }), fault$);
    });
    // A server on this machine is there without a network.
    const online$ = isLoopback(endpoint) ? of(true) : this.online$;
    const wake$ = merge(this.retryNow, this.pageReturned$);
    return defer(() => this.position.restore(endpoint)).pipe(
      switchMap(() => reconnecting(socket$, { ...config, online$, wake$ })),
    );
  }

  private applyChange(change: ConnectionChange): void {
    this.state.next(nextState(this.state.value, change));
    this.changes.next(change);
  }
}

/** What a change means to whoever waits for `connect`: nothing yet, success, or why not. */
function outcomeOf(change: ConnectionChange): Observable<void> {
  switch (change.kind) {
    case 'open':
      return of(undefined);
    case 'waiting':
      return throwError(() => change.closed);
    case 'lost':
      return throwError(() => change.lost);
    case 'disconnect':
      return throwError(() => new SocketClosed(CloseCode.NormalClosure, 'disconnected'));
    default:
      return EMPTY;
  }
}
