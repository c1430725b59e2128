import { BehaviorSubject } from 'rxjs';

import { type ConnectionState, WebSocketStatus } from '../../services/index.ts';
import { CONNECTED } from '../testing/fake-web-socket-service.ts';
import { type RetryText, retryText$ } from './retry-text.ts';

const NOW = new Date(2026, 0, 1);
const WAITING: ConnectionState = {
  ...CONNECTED,
  status: WebSocketStatus.RECONNECTING,
  attempt: 2,
  nextAttemptAt: NOW.getTime() + 3_000,
};
const UNDER_WAY: RetryText = { when: '', count: '第 2/5 次' };

describe('retryText$', () => {
  let connection: BehaviorSubject<ConnectionState>;
  let texts: (RetryText | null)[];

  beforeEach(() => {
    jasmine.clock().install().mockDate(NOW);
    connection = new BehaviorSubject(CONNECTED);
    texts = [];
  });

  afterEach(() => jasmine.clock().uninstall());

  it('is silent while nothing is retried, and after giving up', () => {
    retryText$(connection).subscribe((text) => texts.push(text));
    connection.next({ ...WAITING, status: WebSocketStatus.ERROR, nextAttemptAt: null });
    expect(texts).toEqual([null]);
  });

  it('counts down to the retry', () => {
    connection.next(WAITING);
    retryText$(connection).subscribe((text) => texts.push(text));
    jasmine.clock().tick(3_000);
    const count = '（第 2/5 次）';
    expect(texts).toEqual([
      { when: '3 秒后重试', count },
      { when: '2 秒后重试', count },
      { when: '1 秒后重试', count },
      UNDER_WAY,
    ]);
  });

  it('says which retry is under way', () => {
    connection.next({ ...WAITING, nextAttemptAt: null });
    retryText$(connection).subscribe((text) => texts.push(text));
    connection.next(CONNECTED);
    expect(texts).toEqual([UNDER_WAY, null]);
  });

  it('leaves no timer behind', () => {
    connection.next(WAITING);
    retryText$(connection)
      .subscribe((text) => texts.push(text))
      .unsubscribe();
    jasmine.clock().tick(10_000);
    expect(texts.length).toBe(1);
  });
});
