import { distinctUntilChanged, interval, map, type Observable, of, startWith, switchMap, takeWhile } from 'rxjs';

import { type ConnectionState, WebSocketStatus } from '../../services/index.ts';

const SECOND = 1_000;

/** How far the retries are. */
export interface RetryCountdown {
  /** Until the next one begins; 0 while one is under way. */
  readonly seconds: number;
  /** Which one it is; 1 is the first. */
  readonly attempt: number;
  /** Of how many. */
  readonly max: number;
}

/**
 * Which retry of how many the connection is at, with a countdown while it waits; null while nothing is retried.
 * Cold; never errors; completes with its source.
 */
export function retryCountdown$(connection$: Observable<ConnectionState>): Observable<RetryCountdown | null> {
  return connection$.pipe(
    switchMap(({ status, attempt, maxAttempts: max, nextAttemptAt }) => {
      if (status !== WebSocketStatus.RECONNECTING) return of(null);
      return secondsUntil(nextAttemptAt).pipe(map((seconds) => ({ seconds, attempt, max })));
    }),
    distinctUntilChanged((before, now) => before?.seconds === now?.seconds && before?.attempt === now?.attempt),
  );
}

/** Counts down to 0, and completes. */
function secondsUntil(at: number | null): Observable<number> {
  if (at === null) return of(0);
  return interval(SECOND).pipe(
    startWith(null),
    map(() => Math.max(0, Math.ceil((at - Date.now()) / SECOND))),
    takeWhile((seconds) => seconds > 0, true),
  );
}
