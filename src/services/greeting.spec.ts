import type { ServerMessage } from '../protocol/index.ts';
import { greeting } from './greeting.ts';
import { welcome } from './testing/messages.ts';
import { virtualTime } from './testing/virtual-time.ts';

const WELCOME = welcome();
const MESSAGES: Record<string, ServerMessage> = { w: WELCOME, t: { type: 'text', id: 't', ts: 0, content: '' } };

describe('greeting', () => {
  it('knows a full server by its welcome', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greeting(hot('--wt', MESSAGES))).toBe('--(w|)', { w: WELCOME });
    }));

  it('knows a basic server by a first message that is something else', () =>
    virtualTime(({ hot, expectObservable }) => {
      expectObservable(greeting(hot('--tw', MESSAGES))).toBe('--(n|)', { n: null });
    }));

  it('takes silence for a basic server', () =>
    virtualTime(({ hot, expectObservable, expectSubscriptions }) => {
      const messages$ = hot<ServerMessage>('-');
      expectObservable(greeting(messages$)).toBe('1s (n|)', { n: null });
      expectSubscriptions(messages$.subscriptions).toBe('^ 999ms !');
    }));
});
