import { NEVER, Subject } from 'rxjs';

import { virtualTime } from '../testing/virtual-time.ts';
import { idleTimer } from './idle-timer.ts';

describe('idleTimer', () => {
  it('is told when nothing comes, and again while nothing does', () =>
    virtualTime(({ expectObservable }) => {
      expectObservable(idleTimer(NEVER, 10), '^ 25ms !').toBe('10ms s 9ms s', { s: undefined });
    }));

  it('begins anew with whatever comes', () =>
    virtualTime(({ hot, expectObservable }) => {
      const activity$ = hot('3ms a 4ms a 8ms a');
      expectObservable(idleTimer(activity$, 10), '^ 30ms !').toBe('27ms s', { s: undefined });
    }));

  it('sets one timer, however much comes', () => {
    const setTimer = spyOn(globalThis, 'setInterval').and.callThrough();
    const activity = new Subject<void>();
    const subscription = idleTimer(activity, 60_000).subscribe();
    for (let count = 0; count < 100; count++) activity.next();
    subscription.unsubscribe();
    expect(setTimer).toHaveBeenCalledTimes(1);
  });
});
