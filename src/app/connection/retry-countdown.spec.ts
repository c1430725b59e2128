import { BehaviorSubject } from 'rxjs';

import { useFakeClock } from '../../testing/index.ts';
import { type ConnectionState, type ReconnectingState, WebSocketStatus } from '../../services/index.ts';
import { CONNECTED } from '../../services/testing/index.ts';
import { type RetryCountdown, retryCountdown$ } from './retry-countdown.ts';

const NOW = new Date(2026, 0, 1);
const WAITING: ReconnectingState = {
  ...CONNECTED,
  status: WebSocketStatus.RECONNECTING,
  attempt: 2,
  nextAttemptAt: NOW.getTime() + 3_000,
};
const UNDER_WAY: RetryCountdown = { seconds: 0, attempt: 2, max: 5 };

describe('retryCountdown$', () => {
  const clock = useFakeClock(NOW);
  let connection: BehaviorSubject<ConnectionState>;
  let retries: (RetryCountdown | null)[];

  beforeEach(() => {
    connection = new BehaviorSubject<ConnectionState>(CONNECTED);
    retries = [];
  });

  it('is silent while nothing is retried, and after giving up', () => {
    retryCountdown$(connection).subscribe((retry) => retries.push(retry));
    connection.next({ ...WAITING, status: WebSocketStatus.ERROR, nextAttemptAt: null, problem: 'exhausted' });
    expect(retries).toEqual([null]);
  });

  it('counts down to the retry', () => {
    connection.next(WAITING);
    retryCountdown$(connection).subscribe((retry) => retries.push(retry));
    clock.tick(3_000);
    expect(retries).toEqual([3, 2, 1, 0].map((seconds) => ({ ...UNDER_WAY, seconds })));
  });

  it('says which retry is under way', () => {
    connection.next({ ...WAITING, nextAttemptAt: null });
    retryCountdown$(connection).subscribe((retry) => retries.push(retry));
    connection.next(CONNECTED);
    expect(retries).toEqual([UNDER_WAY, null]);
  });

  it('leaves no timer behind', () => {
    connection.next(WAITING);
    retryCountdown$(connection)
      .subscribe((retry) => retries.push(retry))
      .unsubscribe();
    clock.tick(10_000);
    expect(retries.length).toBe(1);
  });
});
