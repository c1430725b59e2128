import { map, NEVER, type Observable, timer } from 'rxjs';

import type { ServerMessage } from '../../protocol/index.ts';
import { type Greeting, greeting, greetingTimeout } from './greeting.ts';
import { welcome } from '../testing/messages.ts';
import { virtualTime } from '../testing/virtual-time.ts';

const WELCOME = welcome();
const MESSAGES: Record<string, ServerMessage> = { w: WELCOME, t: { type: 'text', id: 't', ts: 0, content: '' } };
const GREETINGS: Record<string, Greeting> = { w: WELCOME, o: 'other', s: 'silence' };

/** Every message comes in a frame of its own. */
function greetingOf(
  messages$: Observable<ServerMessage>,
  frames$: Observable<unknown> = messages$,
): Observable<Greeting> {
  return greeting({ messages$, frameRead$: frames$.pipe(map(() => null)), deadline$: timer(2_000) });
}

describe('greeting', () => {
  it('knows a full server by its welcome', () =>
    virtualTime(({ hot, expectObservable }) => {
      const messages$ = hot('--wt', MESSAGES);
      expectObservable(greetingOf(messages$, hot('--wt'))).toBe('--(w|)', GREETINGS);
    }));

  it('knows a basic server by a first message that is something else', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greetingOf(hot('--tt', MESSAGES))).toBe('--o', GREETINGS);
    }));

  it('knows one by a first frame that holds no message at all', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greetingOf(NEVER, hot('--k'))).toBe('--o', GREETINGS);
    }));

  it('tells silence from that, and takes a welcome that is late', () =>
    virtualTime(({ hot, expectObservable }) => {
      const messages$ = hot<ServerMessage>('3s w', MESSAGES);
      expectObservable(greetingOf(messages$)).toBe('2s s 999ms (w|)', GREETINGS);
    }));
});

describe('the time that a server has for its greeting', () => {
  it('doubles with each try that ended in silence, up to half a minute', () => {
    const times = [0, 1, 2, 3, 4, 5, 50].map((tries) => greetingTimeout(2_000, tries));
    expect(times).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is never shorter than what is configured', () => {
    expect(greetingTimeout(60_000, 0)).toBe(60_000);
    expect(greetingTimeout(60_000, 3)).toBe(60_000);
  });
});
