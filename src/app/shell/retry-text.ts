import { distinctUntilChanged, map, type Observable, of, switchMap, takeWhile, timer } from 'rxjs';

import { type ConnectionState, WebSocketStatus } from '../../services/index.ts';

const SECOND = 1_000;

/**
 * Which retry of how many the connection is at, with a countdown while it waits; null while nothing is retried.
 * Cold; never errors; completes with its source.
 */
export function retryText$(connection$: Observable<ConnectionState>): Observable<string | null> {
  return connection$.pipe(
    switchMap(({ status, attempt, maxAttempts, nextAttemptAt }) => {
      if (status !== WebSocketStatus.RECONNECTING) return of(null);
      const retry = `第 ${attempt}/${maxAttempts} 次`;
      if (nextAttemptAt === null) return of(retry);
      return timer(0, SECOND).pipe(
        map(() => Math.ceil((nextAttemptAt - Date.now()) / SECOND)),
        takeWhile((seconds) => seconds > 0, true),
        map((seconds) => (seconds > 0 ? `${retry} · ${seconds} 秒后` : retry)),
      );
    }),
    distinctUntilChanged(),
  );
}
