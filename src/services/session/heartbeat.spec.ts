import { map, NEVER, tap } from 'rxjs';

import { heartbeat, type HeartbeatOptions } from './heartbeat.ts';
import { SocketClosed } from '../socket/open-socket.ts';
import { virtualTime } from '../testing/virtual-time.ts';

const DEAD = new SocketClosed(4408, 'no sign of life');

/** Pings get the ids p1, p2, …; `sent` counts them. */
function options(given: Partial<HeartbeatOptions>): HeartbeatOptions & { readonly sent: () => number } {
  let sent = 0;
  return {
    interval: 50,
    timeout: 20,
    activity$: NEVER,
    pongs$: NEVER,
    nudge$: NEVER,
    ping: () => `p${++sent}`,
    sent: () => sent,
    ...given,
  };
}

describe('heartbeat', () => {
  it('pings at once and declares a socket dead that says nothing', () =>
    virtualTime(({ expectObservable }) => {
      expectObservable(heartbeat(options({}))).toBe('20ms #', {}, DEAD);
    }));

  it('pings again after a silence, and goes on while it is answered', () => {
    const given = options({});
    virtualTime(({ hot, expectObservable }) => {
      const pongs$ = hot('-----a 55ms b 60ms c', { a: 'p1', b: 'p2', c: 'p3' });
      const beat$ = heartbeat({ ...given, pongs$, activity$: pongs$ }).pipe(map(() => 'rtt'));
      expectObservable(beat$, '^ 130ms !').toBe('-----r 55ms r 60ms r', { r: 'rtt' });
    });
    expect(given.sent()).toBe(3);
  });

  it('does not ping a socket that has something to say', () => {
    const given = options({});
    virtualTime(({ hot, expectObservable }) => {
      const activity$ = hot('-a 38ms b 39ms c 39ms d', { a: 'p1', b: 1, c: 2, d: 3 });
      const pongs$ = hot('-a', { a: 'p1' });
      expectObservable(heartbeat({ ...given, activity$, pongs$ }).pipe(map(() => 'r')), '^ 160ms !').toBe('-r');
    });
    expect(given.sent()).toBe(1);
  });

  it('takes any frame for a sign of life while a pong is late', () =>
    virtualTime(({ hot, expectObservable }) => {
      const activity$ = hot('15ms f 14ms f 14ms p', { f: 'frame', p: 'pong' });
      const pongs$ = hot('45ms p', { p: 'p1' });
      expectObservable(heartbeat(options({ activity$, pongs$ })).pipe(map(() => 'r')), '^ 60ms !').toBe('45ms r');
    }));

  it('ignores the answer to another ping', () =>
    virtualTime(({ hot, expectObservable }) => {
      const pongs$ = hot('-a', { a: 'other' });
      expectObservable(heartbeat(options({ pongs$ }))).toBe('20ms #', {}, DEAD);
    }));

  it('pings when nudged, so that a page that wakes up learns of its dead socket soon', () => {
    const given = options({ timeout: 20 });
    virtualTime(({ hot, expectObservable }) => {
      const pongs$ = hot('-a', { a: 'p1' });
      const nudge$ = hot('10ms n');
      expectObservable(heartbeat({ ...given, pongs$, activity$: pongs$, nudge$ }).pipe(map(() => 'r'))).toBe(
        '-r 28ms #',
        { r: 'r' },
        DEAD,
      );
    });
    expect(given.sent()).toBe(2);
  });

  it('leaves nothing behind', () =>
    virtualTime(({ hot, expectObservable, expectSubscriptions }) => {
      const activity$ = hot('-');
      expectObservable(heartbeat(options({ activity$ })).pipe(tap()), '^ 9ms !').toBe('-');
      expectSubscriptions(activity$.subscriptions).toBe(['^ 9ms !', '^ 9ms !']);
    }));
});
