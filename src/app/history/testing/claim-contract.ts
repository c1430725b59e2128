import type { ServerMessage } from '../../../services/index.ts';
import { system, text } from '../../testing/messages.ts';
import type { HistoryStore } from '../store/history-store.ts';
import { newPrompt, received } from './said.ts';

/** To which conversation a message belongs; of two tabs of a browser in which there is nothing. */
export function describeClaims(tabs: () => { readonly store: HistoryStore; readonly other: HistoryStore }): void {
  describe('a claim', () => {
    let store: HistoryStore;
    let other: HistoryStore;

    beforeEach(() => ({ store, other } = tabs()));

    it('finds the conversations of prompts and of jobs, in the order of the messages', async () => {
      await store.addPrompt(newPrompt('a', { conversationId: 'old' }));
      await store.addPrompt(newPrompt('b', { conversationId: 'new', at: 2_000 }));
      await store.append([received(system('started', { jobId: 'job-a', ts: 1 }), 'old')]);
      const messages = [
        text({ replyTo: 'a' }),
        text(),
        text({ jobId: 'job-a' }),
        text({ jobId: 'never', replyTo: 'b' }),
      ];
      expect(await other.claim(messages)).toEqual(['old', 'new', 'old', 'new']);
      expect(await other.claim([])).toEqual([]);
    });

    it('finds the conversation of what the server has made of a prompt', async () => {
      await store.addPrompt(newPrompt('wish', { conversationId: 'old' }));
      await store.addPrompt(newPrompt('b', { conversationId: 'new', at: 2_000 }));
      const shot = { jobId: 'job-shot', replyTo: 'shot' };
      const accepted = system('accepted', { ...shot, prompt: '镜头', follows: 'wish' });
      expect(await other.claim([accepted])).toEqual(['old']);
      await store.append([received(accepted, 'old')]);
      expect(await other.claim([text(shot)])).toEqual(['old']);
    });

    it('gives each conversation of another device one of its own', async () => {
      await store.addPrompt(newPrompt('here', { conversationId: 'newest', at: Date.now() }));
      const ask = (replyTo: string, more: object = {}): ServerMessage =>
        system('accepted', { replyTo, jobId: `job of ${replyTo}`, prompt: replyTo, ...more });
      const group = { madeWith: { id: 'e', name: 'e', isModel: false, options: { group: 'four' } } };
      const asked = [
        ask('a1'),
        ask('b1'),
        text({ replyTo: 'a1' }),
        ask('a2', { follows: 'a1' }),
        ask('c1', group),
        ask('c2', group),
        ask('d2', { follows: 'trimmed' }),
        ask('d3', { follows: 'trimmed' }),
        ask('newer', { follows: 'here' }),
        text(),
      ];
      const homes = await other.claim(asked);
      const [a, b, , , c, , d] = homes;
      expect(homes.slice(0, 8)).toEqual([a, b, a, a, c, c, d, d] as string[]);
      expect(homes.slice(8)).toEqual(['newest', 'newest']);
      expect(new Set([a, b, c, d, 'newest']).size).toBe(5);
      expect(await store.claim([text({ replyTo: 'a2' }), ask('d4', { follows: 'd3' })])).toEqual([a, d] as string[]);
    });

    it('makes one conversation for all that is not known, in whichever tab', async () => {
      const strange = [system('accepted', { replyTo: 'far', prompt: '别处' }), text(), text({ replyTo: 'farther' })];
      const homes = (await Promise.all([store.claim(strange), other.claim(strange)])).flat();
      const [one = ''] = homes;
      expect(new Set(homes)).toEqual(new Set([one]));
      expect((await store.conversations()).map(({ id }) => id)).toEqual([one]);
      expect((await store.content(one)).prompts.map(({ id }) => id)).toEqual(['far', 'farther']);
      await store.append([received(system('accepted', { replyTo: 'far', prompt: '别处' }), one)]);
      expect((await store.conversations())[0]?.opening).toBe('别处');
      expect(await store.claim([text({ replyTo: 'far' })])).toEqual([one]);
    });
  });
}
