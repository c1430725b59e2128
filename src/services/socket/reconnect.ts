import {
  asyncScheduler,
  catchError,
  concat,
  defer,
  filter,
  finalize,
  type MonoTypeOperatorFunction,
  NEVER,
  type Observable,
  of,
  race,
  retry,
  skipWhile,
  type Subscription,
  switchMap,
  take,
  tap,
  throwError,
  timer,
} from 'rxjs';

import { type CloseMeaning, closeMeaning } from '../../protocol/index.ts';
import type { SocketClosed, SocketOpened } from './open-socket.ts';
import type { ConnectionProblem } from './status.ts';

/** When to try again, and when to stop. Times are in milliseconds. */
export interface ReconnectPolicy {
  readonly maxReconnectAttempts: number;
  readonly reconnectTimeout: number;
  /** How long a connection has to last before the attempts are all there again. */
  readonly stableAfter: number;
  /** How much longer a wait may be, by chance, as a part of itself. */
  readonly reconnectJitter: number;
  /** Each value ends a wait at once. Hot. */
  readonly wake$: Observable<unknown>;
  /** While false, nothing is tried and no attempt is spent. Hot; replays. */
  readonly online$: Observable<boolean>;
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
  readonly problem: ConnectionProblem;
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

/** A server that asks for less is left alone for so many times the usual wait. */
const BACK_OFF_FACTOR = 5;

/**
 * Opens `socket$` again after each loss. Cold; one socket at a time.
 * Errors with {@link ConnectionLost} when the attempts are used up or the server's close says that
 * none will help; never completes.
 */
export function reconnecting(socket$: Observable<SocketOpened>, policy: ReconnectPolicy): Observable<ConnectionEvent> {
  return defer(() => {
    let attempt = 0;
    return defer(() => concat(of({ kind: 'connecting', attempt } as const), socket$)).pipe(
      afterStable(policy.stableAfter, () => (attempt = 0)),
      catchError((closed: SocketClosed) =>
        policy.online$.pipe(
          take(1),
          switchMap((isOnline) => {
            const meaning = closeMeaning(closed.code);
            const problem = problemOf(meaning, isOnline && attempt >= policy.maxReconnectAttempts);
            if (problem !== undefined) return throwError(() => new ConnectionLost(problem, closed));
            // What is lost without a network spends no attempt.
            attempt = isOnline ? attempt + 1 : Math.max(attempt, 1);
            const delay = waitAfter(meaning, policy);
            const dueAt = asyncScheduler.now() + delay;
            return concat(
              of({ kind: 'waiting', attempt, dueAt, closed } as const),
              throwError(() => new RetryAfter(delay)),
            );
          }),
        ),
      ),
      retry({
        // Counted here and not by `retry`: its own count comes back with the first message, so that a
        // server which greets and drops would be tried for ever, and an idle chat would run out over a week.
        delay: (error: unknown) => (error instanceof RetryAfter ? wait(error.delay, policy) : throwError(() => error)),
      }),
    );
  });
}

function problemOf(meaning: CloseMeaning, isExhausted: boolean): ConnectionProblem | undefined {
  switch (meaning) {
    case 'malformed':
    case 'code-revoked':
    case 'refused':
      return meaning;
    case 'reconnect':
    case 'back-off':
      return isExhausted ? 'exhausted' : undefined;
  }
}

function waitAfter(meaning: CloseMeaning, { reconnectTimeout, reconnectJitter }: ReconnectPolicy): number {
  const factor = meaning === 'back-off' ? BACK_OFF_FACTOR : 1;
  return reconnectTimeout * factor * (1 + reconnectJitter * Math.random());
}

/** Ends when the time is over, something wakes it or the network comes back; and not without a network. */
function wait(delay: number, { wake$, online$ }: ReconnectPolicy): Observable<unknown> {
  // Without an end: `race` would take a completed one for the winner.
  const back$ = concat(online$, NEVER).pipe(
    skipWhile((isOnline) => isOnline),
    filter((isOnline) => isOnline),
  );
  return race(timer(delay), wake$, back$).pipe(
    take(1),
    switchMap(() =>
      online$.pipe(
        filter((isOnline) => isOnline),
        take(1),
      ),
    ),
  );
}

/** Calls back once a socket has stayed open for a while. */
function afterStable<Event extends { readonly kind: string }>(
  stableAfter: number,
  callback: () => void,
): MonoTypeOperatorFunction<Event> {
  return (events$) =>
    defer(() => {
      let stable: Subscription | undefined;
      return events$.pipe(
        tap(({ kind }) => {
          if (kind === 'open') stable = timer(stableAfter).subscribe(callback);
        }),
        finalize(() => stable?.unsubscribe()),
      );
    });
}
