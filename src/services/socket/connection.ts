import { DestroyRef, inject, Injector, runInInjectionContext, Service } from '@angular/core';
import {
  BehaviorSubject,
  catchError,
  defer,
  EMPTY,
  filter,
  firstValueFrom,
  map,
  type Observable,
  skip,
  Subject,
  type Subscription,
  switchMap,
  take,
  throwError,
  timer,
} from 'rxjs';

import { merged, single } from '../platform/combine-streams.ts';
import { CloseCode } from '../../protocol/index.ts';
import { ONLINE, PAGE_RETURNED, PAGE_URL, WEB_SOCKET } from '../platform/browser.ts';
import { isFilled } from '../config/check-config.ts';
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
  readonly #injector = inject(Injector);
  readonly #destroyRef = inject(DestroyRef);
  readonly #configSource = inject(CONFIG_SOURCE);
  readonly #reconnecting = inject(RECONNECTING);
  readonly #serverStorage = inject(ServerStorage);
  readonly #userCode = inject(UserCode);
  readonly #resume = inject(RESUME);
  readonly #pageUrl = inject(PAGE_URL);
  readonly #WebSocketCtor = inject(WEB_SOCKET);
  readonly #online$ = inject(ONLINE);
  readonly #pageReturned$ = inject(PAGE_RETURNED);

  readonly #state = new BehaviorSubject<ConnectionState>(INITIAL_STATE);
  readonly #endpoint = new BehaviorSubject<string | null>(null);
  readonly #changes = new Subject<ConnectionChange>();
  readonly #retryNow = new Subject<void>();
  readonly #faults = new Subject<SocketClosed>();
  readonly #serverKnown = new Subject<void>();
  readonly #networkReturned$ = this.#online$.pipe(
    skip(1),
    filter((isOnline) => isOnline),
  );
  #running: Subscription | undefined;
  /** What waits for a reason to try again, after the last attempt. */
  #revival: Subscription | undefined;
  #serverJitter = 0;
  /** The address that was asked for last, and what it means: mostly the next attempt has the same. */
  #resolved: { readonly address: string; readonly endpoint: string | undefined } | undefined;
  /** Whether the server is on this machine: it is there without a network. */
  #isLocal = false;

  /** What is known of the connection. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionState> = this.#state.asObservable();
  /** The socket's address without the user code, once it is known. Hot; replays it; never errors or completes. */
  readonly endpoint$: Observable<string> = this.#endpoint.pipe(filter((endpoint) => endpoint !== null));
  /** What happens to the connection. Hot; replays nothing; never errors or completes. */
  readonly changes$: Observable<ConnectionChange> = this.#changes.asObservable();

  /**
   * Connects, or tries again at once where a retry waits, whatever the browser believes of its network.
   * Settles with the first outcome: rejects with a {@link SocketClosed} when that attempt fails, though
   * retries may follow, and with a {@link ConnectionLost} when none will.
   */
  connect(): Promise<void> {
    if (this.#state.value.status === WebSocketStatus.CONNECTED) return Promise.resolve();
    const outcome = firstValueFrom(this.#changes.pipe(switchMap(outcomeOf), take(1)));
    // Whoever does not wait for it learns of a failure by the state.
    outcome.catch(() => undefined);
    if (this.#running === undefined || this.#state.value.status === WebSocketStatus.ERROR) this.#startAnew();
    else this.#retryNow.next();
    return outcome;
  }

  /** Tries again where the attempts were used up. Elsewhere nothing happens. */
  revive(): void {
    if (this.#revival !== undefined) this.#startAnew();
  }

  /** Closes the socket and stays closed. */
  disconnect(): void {
    this.#stop();
    this.#applyChange({ kind: 'disconnect' });
  }

  /** Gives the socket up for lost, as if it had closed so; retries follow as after any loss. */
  replace(closed: SocketClosed): void {
    this.#faults.next(closed);
  }

  /** Adds to the state what is learnt of the connection from what comes over it. */
  applyFinding(finding: ConnectionFinding): void {
    if (finding.kind === 'greeted') this.#serverJitter = finding.reconnectJitterMs ?? 0;
    this.#state.next(nextState(this.#state.value, finding));
  }

  /** It is known what kind of server the open socket has: from now on the connection can prove itself. */
  markServerKnown(): void {
    this.#serverKnown.next();
  }

  /**
   * Leaves the socket behind and opens another, under the code and position that now hold; after `disconnect`, does
   * nothing.
   */
  restart(): void {
    if (this.#state.value.status === WebSocketStatus.DISCONNECTED) return;
    this.#startAnew();
  }

  /** With all attempts to spend. */
  #startAnew(): void {
    // Nobody would end what is opened once the application, or the route, is gone that a late caller belonged to.
    if (this.#destroyRef.destroyed) return this.disconnect();
    this.#stop();
    const connection$ = defer(() => this.#configSource.load()).pipe(
      switchMap((config) => {
        this.#applyChange({ kind: 'begin', maxAttempts: config.maxReconnectAttempts });
        return this.#openSockets(config, 0);
      }),
    );
    this.#applyChange({ kind: 'begin', maxAttempts: this.#state.value.maxAttempts });
    this.#run(connection$);
  }

  /** One attempt in the background: the state stays an error until a socket is open. */
  #tryOnce(config: LoadedConfig): void {
    this.#stop();
    this.#run(this.#openSockets(config, config.maxReconnectAttempts));
  }

  #run(connection$: Observable<ConnectionEvent>): void {
    this.#running = connection$.subscribe({
      next: (event) => this.#applyChange(event),
      error: (lost: ConnectionLost) => {
        this.#running = undefined;
        if (isExhausted(lost) && this.#reconnecting !== connectingOnce) this.#awaitRevival();
        this.#applyChange({ kind: 'lost', lost });
      },
    });
  }

  #stop(): void {
    this.#revival?.unsubscribe();
    this.#revival = undefined;
    this.#running?.unsubscribe();
    this.#running = undefined;
  }

  /** The attempts are used up, not the hope: who looks at the page or a network that is back is reason to try again. */
  #awaitRevival(): void {
    this.#revival = merged(this.#pageReturned$, this.#networkReturned$).subscribe(() => this.#startAnew());
    const slow$ = defer(() => this.#configSource.load()).pipe(
      switchMap((config) => timer(config.slowReconnectTimeout).pipe(map(() => config))),
    );
    this.#revival.add(slow$.subscribe((config) => this.#tryOnce(config)));
  }

  #openSockets(first: LoadedConfig, spentAttempts: number): Observable<ConnectionEvent> {
    let config = first;
    let isFirst = true;
    const policy = {
      ...first,
      spentAttempts,
      online$: defer(() => (this.#isLocal ? single(true) : this.#online$)),
      wake$: merged(this.#retryNow, this.#pageReturned$),
      serverKnown$: this.#serverKnown,
      serverJitter: () => this.#serverJitter,
    };
    // What has not been read is asked for again before each attempt.
    const config$ = defer(() => {
      const isKnown = isFirst || config.isFinal;
      isFirst = false;
      return isKnown ? single(config) : defer(() => this.#configSource.load());
    }).pipe(
      map((loaded) => {
        config = loaded;
        Object.assign(policy, loaded);
        return loaded;
      }),
    );
    const fault$ = this.#faults.pipe(switchMap((closed) => throwError(() => closed)));
    const socket$: Observable<SocketOpened> = config$.pipe(
      switchMap((settings) => this.#prepareSocket(settings)),
      switchMap((options) => merged(openSocket(options).pipe(catchError(orGiveUp)), fault$)),
    );
    return this.#reconnecting(socket$, policy);
  }

  /** The address is made for each attempt: the user code, the position or a token may have changed since the last one. */
  #prepareSocket(config: LoadedConfig): Observable<SocketOptions> {
    if (!config.hasChosenServer) return throwError(() => failedAttempt('where the server is has not been read yet'));
    return this.#addressOf(config).pipe(
      switchMap((address) => {
        const WebSocketCtor = this.#WebSocketCtor;
        const endpoint = this.#resolve(address);
        if (endpoint === undefined) return throwError(() => new ConnectionLost('invalid-url', new SocketClosed()));
        const name = serverName(endpoint, config);
        // Before anything is read or sent: what is stored for another server stays where it is.
        this.#serverStorage.enter(name);
        const restored = name === this.#endpoint.value ? undefined : this.#resume.restore(name);
        const restored$ = restored === undefined ? single(undefined) : defer(() => restored);
        if (name !== this.#endpoint.value) {
          this.#isLocal = isLoopback(name);
          this.#endpoint.next(name);
        }
        if (WebSocketCtor === undefined)
          return throwError(() => new ConnectionLost('no-websocket', new SocketClosed()));
        const { protocols, connectTimeout, queryNames } = config;
        return restored$.pipe(
          map(() => socketUrl(endpoint, this.#userCode.current, this.#resume.log.position, queryNames)),
          map((url) => ({ url, protocols, WebSocketCtor, connectTimeout })),
        );
      }),
    );
  }

  #resolve(address: string): string | undefined {
    if (address !== this.#resolved?.address) {
      this.#resolved = { address, endpoint: socketEndpoint(address, this.#pageUrl) };
    }
    return this.#resolved.endpoint;
  }

  #addressOf({ url, baseUrl, connectTimeout }: LoadedConfig): Observable<string> {
    if (typeof url !== 'function') return single(url ?? baseUrl);
    const { attempt } = this.#state.value;
    const made$ = defer(async () => filled(await runInInjectionContext(this.#injector, () => url(attempt))));
    // Who gives out tokens may hang, as a server may.
    const late$ = timer(connectTimeout).pipe(switchMap(() => throwError(() => new Error('no address in time'))));
    return merged(made$, late$).pipe(
      take(1),
      catchError((cause: unknown) => throwError(() => failedAttempt('its address could not be made', { cause }))),
    );
  }

  #applyChange(change: ConnectionChange): void {
    this.#state.next(nextState(this.#state.value, change));
    this.#changes.next(change);
  }
}

/** What a function has made where it is an address: nothing would lead to the page's own server. */
function filled(address: unknown): string {
  if (!isFilled(address)) throw new TypeError('the function has made no address');
  return address;
}

function failedAttempt(reason: string, options?: ErrorOptions): SocketClosed {
  return new SocketClosed(CloseCode.AbnormalClosure, reason, options);
}

/** A browser throws at what it takes from nobody, such as `ws:` from a page by `https:`. */
function orGiveUp(closed: SocketClosed): Observable<never> {
  return throwError(() => (closed.cause instanceof DOMException ? new ConnectionLost('invalid-url', closed) : closed));
}

/** Whether a later attempt may succeed though nobody has done anything. */
function isExhausted({ problem }: ConnectionLost): boolean {
  return problem === 'exhausted' || problem === 'too-many';
}

/** What a change means to whoever waits for `connect`: nothing yet, success, or why not. */
function outcomeOf(change: ConnectionChange): Observable<void> {
  switch (change.kind) {
    case 'open':
      return single(undefined);
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
