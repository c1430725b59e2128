import type { ServerMessage } from '../../protocol/index.ts';
import { greeting } from './session.ts';
import { welcome } from '../testing/messages.ts';
import { virtualTime } from '../testing/virtual-time.ts';

const WELCOME = welcome();
const MESSAGES: Record<string, ServerMessage> = { w: WELCOME, t: { type: 'text', id: 't', ts: 0, content: '' } };

describe('greeting', () => {
  it('knows a full server by its welcome', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greeting(hot('--wt', MESSAGES))).toBe('--(w|)', { w: WELCOME });
    }));

  it('knows a basic server by a first message that is something else', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greeting(hot('--tt', MESSAGES))).toBe('--n', { n: null });
    }));

  it('takes silence for a basic server, until a late welcome', () =>
    virtualTime(({ hot, expectObservable }) => {
      const messages$ = hot<ServerMessage>('3s w', MESSAGES);
      expectObservable(greeting(messages$)).toBe('2s n 999ms (w|)', { n: null, w: WELCOME });
    }));
});
