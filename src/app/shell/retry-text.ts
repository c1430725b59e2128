import { distinctUntilChanged, interval, map, type Observable, of, startWith, switchMap, takeWhile } from 'rxjs';

import { type ConnectionState, WebSocketStatus } from '../../services/index.ts';

const SECOND = 1_000;

/** How far the retries are. */
export interface RetryText {
  /** When the next one begins; empty while one is under way. */
  readonly when: string;
  /** Which one it is of how many. */
  readonly count: string;
}

/**
 * Which retry of how many the connection is at, with a countdown while it waits; null while nothing is retried.
 * Cold; never errors; completes with its source.
 */
export function retryText$(connection$: Observable<ConnectionState>): Observable<RetryText | null> {
  return connection$.pipe(
    switchMap(({ status, attempt, maxAttempts, nextAttemptAt }) => {
      if (status !== WebSocketStatus.RECONNECTING) return of(null);
      const count = `第 ${attempt}/${maxAttempts} 次`;
      return secondsUntil(nextAttemptAt).pipe(
        map((seconds) => (seconds > 0 ? { when: `${seconds} 秒后重试`, count: `（${count}）` } : { when: '', count })),
      );
    }),
    distinctUntilChanged((before, now) => before?.when === now?.when && before?.count === now?.count),
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
