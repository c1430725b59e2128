import { InjectionToken } from '@angular/core';
import {
  asyncScheduler,
  catchError,
  defer,
  filter,
  finalize,
  type MonoTypeOperatorFunction,
  type Observable,
  retry,
  skipWhile,
  type Subscription,
  switchMap,
  take,
  tap,
  throwError,
  timer,
} from 'rxjs';

import { beginningWith, merged } from '../platform/combine-streams.ts';
import { type CloseMeaning, closeMeaning, MAX_WAIT_MS } from '../../protocol/index.ts';
import { DEFAULT_RECONNECT_TIMEOUT, type RetryDelay } from '../config/config.ts';
import type { SocketClosed, SocketOpened } from './open-socket.ts';
import type { ConnectionProblem } from './status.ts';

/** When to try again, and when to stop. Times are in milliseconds. */
export interface ReconnectPolicy {
  readonly maxReconnectAttempts: number;
  readonly reconnectTimeout: RetryDelay;
  /** How long a connection has to last once its server is known before the attempts are all there again. */
  readonly stableAfter: number;
  /** How much longer a wait may be, by chance, as a part of itself. */
  readonly reconnectJitter: number;
  /** How much longer a wait may be, by chance, besides: what the server asked for when it greeted last. */
  readonly serverJitter: () => number;
  /** How long until an attempt is made without a network too. */
  readonly slowReconnectTimeout: number;
  /** Each value ends a wait at once, without a network too. Hot. */
  readonly wake$: Observable<unknown>;
  /** While false, no attempt is spent, and one is made only when woken or after a long time. Hot; replays. */
  readonly online$: Observable<boolean>;
  /** Subscribed to when a socket opens; emits once it is known what kind of server it has. */
  readonly serverKnown$: Observable<unknown>;
  /** With how many attempts spent it begins. Default: 0. */
  readonly spentAttempts?: number;
}

/** What happens to a connection that mends itself. */
export type ConnectionEvent =
  | SocketOpened
  /** A socket is being opened; 0 is the first attempt, then the retries. */
  | { readonly kind: 'connecting'; readonly attempt: number }
  /** The socket is lost; retry number `attempt` is due at `dueAt`, in milliseconds since the Unix epoch. */
  | { readonly kind: 'waiting'; readonly attempt: number; readonly dueAt: number; readonly closed: SocketClosed };

/** The connection is given up. The error of {@link reconnecting}. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  /** Why it is given up. */
  readonly problem: ConnectionProblem;
  /** How the last socket ended. */
  readonly closed: SocketClosed;

  constructor(problem: ConnectionProblem, closed: SocketClosed) {
    super(`the connection is given up: ${problem}`, { cause: closed });
    this.problem = problem;
    this.closed = closed;
  }
}

/** Raised within, to hand the wait over to `retry`. */
class RetryAfter extends Error {
  readonly delay: number;

  constructor(delay: number) {
    super();
    this.delay = delay;
  }
}

/** By how much the wait is multiplied after a server has said that there are too many requests. */
const BACK_OFF_FACTOR = 5;

/**
 * Opens `socket$` again after each loss. Cold; one socket at a time.
 * Errors with {@link ConnectionLost} when the attempts are used up or the server's close says that
 * none will help; never completes.
 */
export function reconnecting(socket$: Observable<SocketOpened>, policy: ReconnectPolicy): Observable<ConnectionEvent> {
  return defer(() => {
    let attempt = policy.spentAttempts ?? 0;
    return defer(() => beginningWith({ kind: 'connecting', attempt } as const, socket$)).pipe(
      afterStable(policy, () => (attempt = 0)),
      catchError((closed: SocketClosed | ConnectionLost) => {
        if (closed instanceof ConnectionLost) return throwError(() => closed);
        return policy.online$.pipe(
          take(1),
          switchMap((isOnline) => {
            const meaning = closeMeaning(closed.code);
            const problem = problemOf(meaning, isOnline && attempt >= policy.maxReconnectAttempts);
            if (problem !== undefined) return throwError(() => new ConnectionLost(problem, closed));
            // What is lost without a network spends no attempt.
            attempt = isOnline ? attempt + 1 : Math.max(attempt, 1);
            const delay = waitAfter(meaning, attempt, policy);
            const dueAt = asyncScheduler.now() + delay;
            return beginningWith(
              { kind: 'waiting', attempt, dueAt, closed } as const,
              throwError(() => new RetryAfter(delay)),
            );
          }),
        );
      }),
      retry({
        // Counted here and not by `retry`: its own count comes back with the first message, so that a
        // server which greets and drops would be tried for ever, and an idle chat would run out over a week.
        delay: (error: unknown) => (error instanceof RetryAfter ? wait(error.delay, policy) : throwError(() => error)),
      }),
    );
  });
}

/** Opens sockets. Default: one, once; with `withReconnect`, {@link reconnecting}. */
export const RECONNECTING = new InjectionToken<typeof reconnecting>('RECONNECTING');

/** Why a close ends the connection; undefined where another attempt is due. */
export function problemOf(meaning: CloseMeaning, isExhausted: boolean): ConnectionProblem | undefined {
  switch (meaning) {
    case 'malformed':
    case 'code-revoked':
    case 'refused':
      return meaning;
    case 'reconnect':
      return isExhausted ? 'exhausted' : undefined;
    case 'back-off':
      return isExhausted ? 'too-many' : undefined;
  }
}

function waitAfter(meaning: CloseMeaning, attempt: number, policy: ReconnectPolicy): number {
  const factor = meaning === 'back-off' ? BACK_OFF_FACTOR : 1;
  const usual = delayBefore(attempt, policy.reconnectTimeout) * factor;
  const longer = (usual * policy.reconnectJitter + policy.serverJitter()) * Math.random();
  return Math.min(usual + longer, MAX_WAIT_MS);
}

/** Where the application's function throws, or returns no delay, the default applies: it must not end the connection. */
function delayBefore(attempt: number, delay: RetryDelay): number {
  if (typeof delay === 'number') return delay;
  try {
    const made = delay(attempt);
    return made >= 0 ? Math.min(made, MAX_WAIT_MS) : DEFAULT_RECONNECT_TIMEOUT;
  } catch {
    return DEFAULT_RECONNECT_TIMEOUT;
  }
}

/**
 * Ends when the time is over and there is a network, when something wakes it, or when the network comes back. Browsers
 * err about the network: without one it ends too, after a long time.
 */
function wait(delay: number, { wake$, online$, slowReconnectTimeout }: ReconnectPolicy): Observable<unknown> {
  const back$ = online$.pipe(
    skipWhile((isOnline) => isOnline),
    filter((isOnline) => isOnline),
  );
  const due$ = timer(delay).pipe(
    switchMap(() => online$),
    filter((isOnline) => isOnline),
  );
  return merged(due$, wake$, back$, timer(Math.max(delay, slowReconnectTimeout))).pipe(take(1));
}

/** Calls back once a socket has stayed open for a while with a server that is known. */
function afterStable<Event extends { readonly kind: string }>(
  { serverKnown$, stableAfter }: ReconnectPolicy,
  callback: () => void,
): MonoTypeOperatorFunction<Event> {
  const stable$ = serverKnown$.pipe(
    take(1),
    switchMap(() => timer(stableAfter)),
  );
  return (events$) =>
    defer(() => {
      let stable: Subscription | undefined;
      return events$.pipe(
        tap(({ kind }) => {
          if (kind === 'open') stable = stable$.subscribe(callback);
        }),
        finalize(() => stable?.unsubscribe()),
      );
    });
}
