import { inject, Injector, runInInjectionContext, Service } from '@angular/core';
import {
  BehaviorSubject,
  catchError,
  defer,
  EMPTY,
  filter,
  firstValueFrom,
  from,
  map,
  merge,
  type Observable,
  of,
  skip,
  Subject,
  type Subscription,
  switchMap,
  take,
  tap,
  throwError,
  timer,
} from 'rxjs';

import { CloseCode } from '../../protocol/index.ts';
import { ONLINE, PAGE_RETURNED, PAGE_URL, WEB_SOCKET } from '../platform/browser.ts';
import { CONFIG_SOURCE, type LoadedConfig } from '../config/config-source.ts';
import {
  type ConnectionChange,
  type ConnectionFinding,
  type ConnectionState,
  INITIAL_STATE,
  nextState,
} from './connection-state.ts';
import { isLoopback, serverName, socketEndpoint } from '../config/endpoint.ts';
import { RESUME } from '../resume/resume.ts';
import { openSocket, SocketClosed, type SocketOpened, type SocketOptions, socketUrl } from './open-socket.ts';
import { type ConnectionEvent, ConnectionLost, RECONNECTING } from './reconnect.ts';
import { connectingOnce } from './connecting-once.ts';
import { WebSocketStatus } from './status.ts';
import { ServerStorage } from '../identity/server-storage.ts';
import { UserCode } from '../identity/user-code.ts';

/** Owns the one connection: starts it, has it mended, ends it, and knows its state. */
@Service({ autoProvided: false })
export class Connection {
  private readonly injector = inject(Injector);
  private readonly configSource = inject(CONFIG_SOURCE);
  private readonly reconnecting = inject(RECONNECTING);
  private readonly serverStorage = inject(ServerStorage);
  private readonly userCode = inject(UserCode);
  private readonly resume = inject(RESUME);
  private readonly pageUrl = inject(PAGE_URL);
  private readonly WebSocketCtor = inject(WEB_SOCKET);
  private readonly online$ = inject(ONLINE);
  private readonly pageReturned$ = inject(PAGE_RETURNED);

  private readonly state = new BehaviorSubject<ConnectionState>(INITIAL_STATE);
  private readonly endpoint = new BehaviorSubject<string | null>(null);
  private readonly changes = new Subject<ConnectionChange>();
  private readonly retryNow = new Subject<void>();
  private readonly faults = new Subject<SocketClosed>();
  private readonly serverKnown = new Subject<void>();
  private readonly networkReturned$ = this.online$.pipe(
    skip(1),
    filter((isOnline) => isOnline),
  );
  private running: Subscription | undefined;
  /** What waits for a reason to try again, after the last attempt. */
  private revival: Subscription | undefined;
  private serverJitter = 0;
  /** The address that was asked for last, and what it means: mostly the next attempt has the same. */
  private resolved: { readonly address: string; readonly endpoint: string | undefined } | undefined;
  /** Whether the server is on this machine: it is there without a network. */
  private isLocal = false;

  /** What is known of the connection. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionState> = this.state.asObservable();
  /** The socket's address without the user code, once it is known. Hot; replays it; never errors or completes. */
  readonly endpoint$: Observable<string> = this.endpoint.pipe(filter((endpoint) => endpoint !== null));
  /** What happens to the connection. Hot; replays nothing; never errors or completes. */
  readonly changes$: Observable<ConnectionChange> = this.changes.asObservable();

  /**
   * Connects, or tries again at once where a retry waits, whatever the browser believes of its network.
   * Settles with the first outcome: rejects with a {@link SocketClosed} when that attempt fails, though
   * retries may follow, and with a {@link ConnectionLost} when none will.
   */
  connect(): Promise<void> {
    if (this.state.value.status === WebSocketStatus.CONNECTED) return Promise.resolve();
    const outcome = firstValueFrom(this.changes.pipe(switchMap(outcomeOf), take(1)));
    // Whoever does not wait for it learns of a failure by the state.
    outcome.catch(() => undefined);
    if (this.running === undefined || this.state.value.status === WebSocketStatus.ERROR) this.startAnew();
    else this.retryNow.next();
    return outcome;
  }

  /** Tries again where the attempts were used up. Elsewhere nothing happens. */
  revive(): void {
    if (this.revival !== undefined) this.startAnew();
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
    if (finding.kind === 'greeted') this.serverJitter = finding.reconnectJitterMs ?? 0;
    this.state.next(nextState(this.state.value, finding));
  }

  /** It is known what kind of server the open socket has: from now on the connection can prove itself. */
  markServerKnown(): void {
    this.serverKnown.next();
  }

  /**
   * Leaves the socket behind and opens another, under the code and position that now hold; after `disconnect`, does
   * nothing.
   */
  restart(): void {
    if (this.state.value.status === WebSocketStatus.DISCONNECTED) return;
    this.startAnew();
  }

  /** With all attempts to spend. */
  private startAnew(): void {
    this.stop();
    const connection$ = from(this.configSource.load()).pipe(
      switchMap((config) => {
        this.applyChange({ kind: 'begin', maxAttempts: config.maxReconnectAttempts });
        return this.openSockets(config, 0);
      }),
    );
    this.applyChange({ kind: 'begin', maxAttempts: this.state.value.maxAttempts });
    this.run(connection$);
  }

  /** One attempt in the background: the state stays an error until a socket is open. */
  private tryOnce(config: LoadedConfig): void {
    this.stop();
    this.run(this.openSockets(config, config.maxReconnectAttempts));
  }

  private run(connection$: Observable<ConnectionEvent>): void {
    this.running = connection$.subscribe({
      next: (event) => this.applyChange(event),
      error: (lost: ConnectionLost) => {
        this.running = undefined;
        if (isExhausted(lost) && this.reconnecting !== connectingOnce) this.awaitRevival();
        this.applyChange({ kind: 'lost', lost });
      },
    });
  }

  private stop(): void {
    this.revival?.unsubscribe();
    this.revival = undefined;
    this.running?.unsubscribe();
    this.running = undefined;
  }

  /** The attempts are used up, not the hope: who looks at the page or a network that is back is reason to try again. */
  private awaitRevival(): void {
    this.revival = merge(this.pageReturned$, this.networkReturned$).subscribe(() => this.startAnew());
    const slow$ = from(this.configSource.load()).pipe(
      switchMap((config) => timer(config.slowReconnectTimeout).pipe(map(() => config))),
    );
    this.revival.add(slow$.subscribe((config) => this.tryOnce(config)));
  }

  private openSockets(first: LoadedConfig, spentAttempts: number): Observable<ConnectionEvent> {
    let config = first;
    let isFirst = true;
    const policy = {
      ...first,
      spentAttempts,
      online$: defer(() => (this.isLocal ? of(true) : this.online$)),
      wake$: merge(this.retryNow, this.pageReturned$),
      serverKnown$: this.serverKnown,
      serverJitter: () => this.serverJitter,
    };
    // What has not been read is asked for again before each attempt.
    const config$ = defer(() => {
      if (isFirst || config.isFinal) return of(config);
      return from(this.configSource.load()).pipe(tap((loaded) => Object.assign(policy, (config = loaded))));
    }).pipe(tap(() => (isFirst = false)));
    const fault$ = this.faults.pipe(switchMap((closed) => throwError(() => closed)));
    const socket$: Observable<SocketOpened> = config$.pipe(
      switchMap((settings) => this.prepareSocket(settings)),
      switchMap((options) => merge(openSocket(options), fault$)),
    );
    return this.reconnecting(socket$, policy);
  }

  /** The address is made for each attempt: the user code, the position or a token may have changed since the last one. */
  private prepareSocket(config: LoadedConfig): Observable<SocketOptions> {
    if (!config.hasChosenServer) return throwError(() => failedAttempt('where the server is has not been read yet'));
    return this.addressOf(config).pipe(
      switchMap((address) => {
        const { WebSocketCtor } = this;
        const endpoint = this.resolve(address);
        if (endpoint === undefined) return throwError(() => new ConnectionLost('invalid-url', new SocketClosed()));
        const name = serverName(endpoint, config);
        // Before anything is read or sent: what is stored for another server stays where it is.
        this.serverStorage.enter(name);
        const restored$ = name === this.endpoint.value ? of(undefined) : from(this.resume.restore(name));
        if (name !== this.endpoint.value) {
          this.isLocal = isLoopback(name);
          this.endpoint.next(name);
        }
        if (WebSocketCtor === undefined)
          return throwError(() => new ConnectionLost('no-websocket', new SocketClosed()));
        const { protocols, connectTimeout, queryNames } = config;
        return restored$.pipe(
          map(() => socketUrl(endpoint, this.userCode.current, this.resume.log.position, queryNames)),
          map((url) => ({ url, protocols, WebSocketCtor, connectTimeout })),
        );
      }),
    );
  }

  private resolve(address: string): string | undefined {
    if (address !== this.resolved?.address) {
      this.resolved = { address, endpoint: socketEndpoint(address, this.pageUrl) };
    }
    return this.resolved.endpoint;
  }

  private addressOf({ url, baseUrl, connectTimeout }: LoadedConfig): Observable<string> {
    if (typeof url !== 'function') return of(url ?? baseUrl);
    const { attempt } = this.state.value;
    const made$ = defer(async () => runInInjectionContext(this.injector, () => url(attempt)));
    // Who gives out tokens may hang, as a server may.
    const late$ = timer(connectTimeout).pipe(switchMap(() => throwError(() => new Error('no address in time'))));
    return merge(made$, late$).pipe(
      take(1),
      catchError((cause: unknown) => throwError(() => failedAttempt('its address could not be made', { cause }))),
    );
  }

  private applyChange(change: ConnectionChange): void {
    this.state.next(nextState(this.state.value, change));
    this.changes.next(change);
  }
}

function failedAttempt(reason: string, options?: ErrorOptions): SocketClosed {
  return new SocketClosed(CloseCode.AbnormalClosure, reason, options);
}

/** Whether a later attempt may succeed though nobody has done anything. */
function isExhausted({ problem }: ConnectionLost): boolean {
  return problem === 'exhausted' || problem === 'too-many';
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
