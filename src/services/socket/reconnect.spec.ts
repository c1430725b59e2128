import { BehaviorSubject, defer, map, NEVER, type Observable, of, tap } from 'rxjs';

import { ConnectionLost, type ConnectionEvent, reconnecting, type ReconnectPolicy } from './reconnect.ts';
import { SocketClosed, type SocketOpened } from './open-socket.ts';
import { virtualTime } from '../testing/virtual-time.ts';

const EVENTS: Record<string, SocketOpened> = {
  o: { kind: 'open', send: () => true, frames$: NEVER },
};

const POLICY: ReconnectPolicy = {
  maxReconnectAttempts: 5,
  reconnectTimeout: 30,
  stableAfter: 50,
  reconnectJitter: 0,
  serverJitter: () => 0,
  slowReconnectTimeout: 60_000,
  wake$: NEVER,
  online$: of(true),
  serverKnown$: of(true),
};

const LOST = new SocketClosed(1006);

function fail(): never {
  throw new Error('no more waits');
}

/** Events as single letters: c0 to c5 connecting, w1 to w5 waiting, and open. */
function run(socket$: Observable<SocketOpened>, policy: Partial<ReconnectPolicy> = {}): Observable<string> {
  return reconnecting(socket$, { ...POLICY, ...policy }).pipe(map(name));
}

function name(event: ConnectionEvent): string {
  switch (event.kind) {
    case 'connecting':
      return `c${event.attempt}`;
    case 'waiting':
      return `w${event.attempt}`;
    default:
      return event.kind;
  }
}

const NAMES = {
  a: 'c0',
  b: 'c1',
  c: 'c2',
  d: 'c3',
  e: 'c4',
  g: 'c5',
  v: 'w1',
  w: 'w2',
  x: 'w3',
  y: 'w4',
  z: 'w5',
  o: 'open',
};

describe('reconnecting', () => {
  it('waits as long as a function of the retry says, and as usual where it makes nothing that can be meant', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const reconnectTimeout = (attempt: number): number => [10, 20, Number.NaN][attempt - 1] ?? fail();
      const marbles = '(av) 6ms (bw) 16ms (cx) 2996ms (dy) 2996ms (e#)';
      const policy = { maxReconnectAttempts: 4, reconnectTimeout };
      expectObservable(run(socket$, policy)).toBe(marbles, NAMES, new ConnectionLost('exhausted', LOST));
    }));

  it('tries five times more, the wait apart each time, and then gives up', () =>
    virtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      expectObservable(run(socket$)).toBe(
        '(av) 26ms (bw) 26ms (cx) 26ms (dy) 26ms (ez) 26ms (g#)',
        NAMES,
        new ConnectionLost('exhausted', LOST),
      );
      const at = (ms: number): string => `${ms === 0 ? '' : `${ms}ms `}(^!)`;
      expectSubscriptions(socket$.subscriptions).toBe([0, 30, 60, 90, 120, 150].map(at));
    }));

  it("needs the guide's 15 seconds to give up by default", () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const gaveUp$ = run(socket$, { reconnectTimeout: 3_000 }).pipe(map(() => 'x'));
      expectObservable(gaveUp$).toBe(
        '(xx) 2996ms (xx) 2996ms (xx) 2996ms (xx) 2996ms (xx) 2996ms (x#)',
        { x: 'x' },
        new ConnectionLost('exhausted', LOST),
      );
    }));

  it('gives up on a server that greets and drops, though every attempt opened', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('-o-#', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 2, reconnectTimeout: 10 };
      expectObservable(run(socket$, policy)).toBe(
        'ao-v 9ms bo-w 9ms co-#',
        NAMES,
        new ConnectionLost('exhausted', LOST),
      );
    }));

  it('has all attempts again after a connection that lasted, silent as it was', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('o 59ms #', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10 };
      expectObservable(run(socket$, policy), '^ 230ms !').toBe(
        '(ao) 56ms v 9ms (bo) 56ms v 9ms (bo) 56ms v 9ms (bo)',
        NAMES,
      );
    }));

  it('lets a connection prove itself only once its server is known', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('o 59ms #', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10, serverKnown$: cold('20ms s') };
      expectObservable(run(socket$, policy)).toBe(
        '(ao) 56ms v 9ms (bo) 56ms #',
        NAMES,
        new ConnectionLost('exhausted', LOST),
      );
    }));

  it('does not let the time of one short connection count for the next', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('o 39ms #', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 20 };
      expectObservable(run(socket$, policy)).toBe(
        '(ao) 36ms v 19ms (bo) 36ms #',
        NAMES,
        new ConnectionLost('exhausted', LOST),
      );
    }));

  it('reads what the attempt needs, its address, anew each time', () => {
    const addresses: string[] = [];
    let code = 'old';
    virtualTime(({ cold, flush }) => {
      const socket$ = defer(() => {
        addresses.push(code);
        return cold<SocketOpened>('-#', EVENTS, LOST);
      });
      run(socket$, { maxReconnectAttempts: 1 })
        .pipe(tap((event) => event === 'w1' && (code = 'new')))
        .subscribe({ error: () => undefined });
      flush();
    });
    expect(addresses).toEqual(['old', 'new']);
  });

  const finals = [
    { code: 4400, problem: 'malformed' },
    { code: 4401, problem: 'code-revoked' },
    { code: 1008, problem: 'refused' },
    { code: 4403, problem: 'refused' },
  ] as const;
  for (const { code, problem } of finals) {
    it(`stops at once, and with an error, when the server closes with ${code}`, () =>
      virtualTime(({ cold, expectObservable, expectSubscriptions }) => {
        const closed = new SocketClosed(code);
        const socket$ = cold<SocketOpened>('-o-#', EVENTS, closed);
        expectObservable(run(socket$)).toBe('ao-#', NAMES, new ConnectionLost(problem, closed));
        expectSubscriptions(socket$.subscriptions).toBe('^--!');
      }));
  }

  it('waits five times as long for a server that asks for less', () =>
    virtualTime(({ cold, expectObservable }) => {
      const closed = new SocketClosed(4429);
      const socket$ = cold<SocketOpened>('#', EVENTS, closed);
      expectObservable(run(socket$, { maxReconnectAttempts: 1 })).toBe(
        '(av) 146ms (b#)',
        NAMES,
        new ConnectionLost('too-many', closed),
      );
    }));

  it('waits longer by chance where that is asked for', () => {
    spyOn(Math, 'random').and.returnValue(0.5);
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10, reconnectJitter: 2 };
      expectObservable(run(socket$, policy)).toBe('(av) 16ms (b#)', NAMES, new ConnectionLost('exhausted', LOST));
    });
  });

  it('waits longer by chance, by what the server asked for', () => {
    spyOn(Math, 'random').and.returnValue(0.5);
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10, serverJitter: () => 40 };
      expectObservable(run(socket$, policy)).toBe('(av) 26ms (b#)', NAMES, new ConnectionLost('exhausted', LOST));
    });
  });

  it('waits for a day at most: a longer timer would end at once', () => {
    spyOn(Math, 'random').and.returnValue(0.5);
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const day = 86_400_000;
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: day, reconnectJitter: 10, slowReconnectTimeout: day };
      expectObservable(run(socket$, policy)).toBe(
        `(av) ${day - 4}ms (b#)`,
        NAMES,
        new ConnectionLost('exhausted', LOST),
      );
    });
  });

  it('begins with no attempt left where that is asked for', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      expectObservable(run(socket$, { spentAttempts: 5 })).toBe('(g#)', NAMES, new ConnectionLost('exhausted', LOST));
    }));

  it('tries when woken though the browser believes to have no network, and spends no attempt', () =>
    virtualTime(({ cold, hot, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, online$: new BehaviorSubject(false), wake$: hot('9ms n 9ms n') };
      expectObservable(run(socket$, policy), '^ 30ms !').toBe('(av) 5ms (bv) 6ms (bv)', NAMES);
    }));

  it('tries slowly while the browser believes to have no network', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const policy = { slowReconnectTimeout: 100, online$: new BehaviorSubject(false) };
      expectObservable(run(socket$, policy), '^ 210ms !').toBe('(av) 96ms (bv) 96ms (bv)', NAMES);
    }));

  it('tries at once when something wakes it', () =>
    virtualTime(({ cold, hot, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const policy = { maxReconnectAttempts: 1, wake$: hot('----------n') };
      expectObservable(run(socket$, policy)).toBe('(av) 6ms (b#)', NAMES, new ConnectionLost('exhausted', LOST));
    }));

  it('spends no attempt while there is no network, and goes on as soon as it is back', () =>
    virtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const online$ = new BehaviorSubject(false);
      cold('100ms t', { t: true }).subscribe((isOnline) => online$.next(isOnline));
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10, online$ };
      expectObservable(run(socket$, policy)).toBe('(av) 96ms (b#)', NAMES, new ConnectionLost('exhausted', LOST));
      expectSubscriptions(socket$.subscriptions).toBe(['(^!)', '100ms (^!)']);
    }));

  it('does not give up for want of a network', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('---#', EVENTS, LOST);
      const online$ = new BehaviorSubject(true);
      cold('14ms f 5ms t', { f: false, t: true }).subscribe((isOnline) => online$.next(isOnline));
      const policy = { maxReconnectAttempts: 1, reconnectTimeout: 10, online$ };
      expectObservable(run(socket$, policy), '^ 21ms !').toBe('a--v 9ms b--v 3ms b', NAMES);
    }));

  it('has a wait cut short by a network that comes back', () =>
    virtualTime(({ cold, expectObservable }) => {
      const socket$ = cold<SocketOpened>('#', EVENTS, LOST);
      const online$ = new BehaviorSubject(true);
      cold('2ms f 5ms t', { f: false, t: true }).subscribe((isOnline) => online$.next(isOnline));
      const policy = { maxReconnectAttempts: 1, online$ };
      expectObservable(run(socket$, policy)).toBe('(av) 4ms (b#)', NAMES, new ConnectionLost('exhausted', LOST));
    }));

  it('leaves its socket and its timers when it is left', () =>
    virtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const socket$ = cold<SocketOpened>('-o-#', EVENTS, LOST);
      expectObservable(run(socket$), '^-------!').toBe('ao-v', NAMES);
      expectSubscriptions(socket$.subscriptions).toBe('^--!');
    }));
});
