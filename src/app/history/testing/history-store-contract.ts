import type { LogName, PromptMessage } from '../../../services/index.ts';
import { image, system, text, video } from '../../testing/messages.ts';
import type { HistoryStore } from '../store/history-store.ts';
import { describeClaims } from './claim-contract.ts';
import { newPrompt, received } from './said.ts';

/** A browser, as far as a history store sees it. */
export interface HistorySubject {
  /** Opens a tab with a store of its own, and returns how to close it. */
  tab(): { readonly store: HistoryStore; leave(): void | Promise<void> };
}

const LOG: LogName = { code: '0f8fad5b', endpoint: 'ws://server.example/', epoch: 'epoch-1' };

/** What the history relies on; it runs on memory and on IndexedDB. */
export function describeHistoryStoreContract(name: string, open: () => HistorySubject): void {
  describe(`the history store contract: ${name}`, () => {
    let store: HistoryStore;
    let other: HistoryStore;
    let leave: () => Promise<void>;

    beforeEach(() => {
      const browser = open();
      const tabs = [browser.tab(), browser.tab()] as const;
      [store, other] = [tabs[0].store, tabs[1].store];
      leave = async () => {
        for (const tab of tabs) await tab.leave();
      };
    });

    afterEach(() => leave());

    async function ids(conversationId = 'c'): Promise<readonly string[]> {
      return (await store.content(conversationId)).events.map(({ id }) => id);
    }

    it('has nothing in a new browser', async () => {
      expect(await store.conversations()).toEqual([]);
      expect(await store.content('c')).toEqual({ prompts: [], events: [] });
      expect(await store.log(LOG.code, LOG.endpoint)).toBeUndefined();
    });

    it('makes a conversation of its first prompt, and calls it after that', async () => {
      await store.addPrompt(newPrompt('a', { at: 5 }));
      await store.addPrompt(newPrompt('b', { at: 9 }));
      expect(await other.conversations()).toEqual([{ id: 'c', createdAt: 5, changedAt: 9, opening: 'prompt a' }]);
    });

    it('stores what arrives in its order, and says after which message a prompt was sent', async () => {
      await store.append([received(text({ id: 'one' })), received(text({ id: 'two' }))]);
      await store.addPrompt(newPrompt('a'));
      await store.append([received(text({ id: 'three' })), received(text({ id: 'elsewhere' }), 'd')]);
      const { prompts, events } = await store.content('c');
      expect(events.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
      expect(prompts.map(({ after }) => after)).toEqual([events[1]?.position ?? 0]);
    });

    it('stores once what two tabs both write', async () => {
      const message = video({ id: 'clip' });
      await Promise.all([store.append([received(message)]), other.append([received(message)])]);
      await Promise.all([store.addPrompt(newPrompt('a')), other.addPrompt(newPrompt('a'))]);
      expect(await ids()).toEqual(['clip']);
      expect((await store.content('c')).prompts.length).toBe(1);
    });

    it('stores many at once, in their order, and each of them once', async () => {
      await store.append([received(text({ id: 'known' }), 'd')]);
      const [one, two] = [received(text({ id: 'one', ts: 7 })), received(text({ id: 'two', ts: 9 }))];
      await store.append([
        one,
        received(text({ id: 'known' }), 'd'),
        one,
        two,
        received(text({ id: 'three', ts: 8 })),
        two,
      ]);
      expect(await ids()).toEqual(['one', 'two', 'three']);
      expect(await ids('d')).toEqual(['known']);
      expect((await store.conversations()).find(({ id }) => id === 'c')).toEqual({
        id: 'c',
        createdAt: 7,
        changedAt: 9,
      });
    });

    it('lets a text without a position in the log grow', async () => {
      await store.append([
        received(text({ id: 't', content: '你' })),
        received(text({ id: 't', content: '好', append: true })),
      ]);
      await store.append([
        received(text({ id: 's', content: '一', seq: 1 })),
        received(text({ id: 's', content: '二', seq: 1 })),
      ]);
      const contents = (await store.content('c')).events.map(({ event }) =>
        event.kind === 'received' && event.message.type === 'text' ? event.message.content : '',
      );
      expect(contents).toEqual(['你好', '一']);
    });

    it('stores bytes', async () => {
      const body = new Uint8Array([1, 2, 3]);
      await store.append([received(video({ id: 'clip', body }))]);
      const [stored] = await store.media();
      expect(stored?.message.body).toEqual(body);
    });

    it('finds a prompt by its id', async () => {
      await store.addPrompt(newPrompt('a'));
      expect(await other.prompt('a')).toEqual(newPrompt('a').prompt);
      expect(await other.prompt('never')).toBeUndefined();
    });

    it('remembers what became of a prompt', async () => {
      await store.addPrompt(newPrompt('a'));
      await store.changePrompt('a', { failure: { reason: 'too_large', cause: '太长' } });
      await other.changePrompt('a', { setAside: 'resent' });
      await store.changePrompt('never', { failure: { reason: 'too_large', cause: '太长' } });
      expect((await store.content('c')).prompts).toEqual([
        jasmine.objectContaining({ failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' }),
      ]);
    });

    describe('the log', () => {
      it('comes as far as its messages do, and never goes back', async () => {
        await store.append([received(text({ seq: 1 }))], { log: LOG, from: 0, to: 1 });
        await store.append([received(text({ seq: 3 }))], { log: LOG, from: 1, to: 3 });
        await other.append([], { log: LOG, from: 1, to: 2 });
        expect(await store.log(LOG.code, LOG.endpoint)).toEqual({ ...LOG, seq: 3 });
      });

      it('does not jump over what nobody has stored', async () => {
        await store.append([], { log: LOG, from: 0, to: 2 });
        await other.append([received(text({ seq: 9 }))], { log: LOG, from: 8, to: 9 });
        expect((await store.log(LOG.code, LOG.endpoint))?.seq).toBe(2);
      });

      it('is another one for another user code and another server', async () => {
        await store.append([], { log: LOG, from: 0, to: 4 });
        expect(await store.log('another', LOG.endpoint)).toBeUndefined();
        expect(await store.log(LOG.code, 'ws://other.example/')).toBeUndefined();
      });

      it('begins anew in another epoch, to which a tab that is behind does not go back', async () => {
        await store.append([], { log: LOG, from: 0, to: 9 });
        const next = { ...LOG, epoch: 'epoch-2' };
        await store.enterLog(next, 3);
        await other.append([], { log: LOG, from: 9, to: 10 });
        await store.append([], { log: next, from: 0, to: 2 });
        await other.enterLog(next, 3);
        expect(await store.log(LOG.code, LOG.endpoint)).toEqual({ ...next, seq: 2 });
      });

      it('begins anew when it has been set back', async () => {
        await store.append([], { log: LOG, from: 0, to: 9 });
        await store.enterLog(LOG, 9);
        expect((await store.log(LOG.code, LOG.endpoint))?.seq).toBe(9);
        await store.enterLog(LOG, 8);
        expect((await store.log(LOG.code, LOG.endpoint))?.seq).toBe(0);
      });

      it('does not begin in the middle, where the browser has cleared what was known of it', async () => {
        await store.append([received(text({ seq: 8 }))], { log: LOG, from: 7, to: 8 });
        expect(await store.log(LOG.code, LOG.endpoint)).toBeUndefined();
      });
    });

    describeClaims(() => ({ store, other }));

    describe('a conversation', () => {
      beforeEach(() => store.addPrompt(newPrompt('a')));

      it('is named by the person, or no more', async () => {
        await store.changeConversation('c', { title: '雨夜' });
        expect((await other.conversations())[0]?.title).toBe('雨夜');
        await store.changeConversation('c', { title: null });
        expect((await other.conversations())[0]).not.toEqual(jasmine.objectContaining({ title: jasmine.anything() }));
      });

      it('has finished something when a job is over', async () => {
        await store.append([received(system('started', {}))]);
        expect((await store.conversations())[0]?.finishedAt).toBeUndefined();
        await store.append([received(system('completed', {}))]);
        expect((await store.conversations())[0]?.finishedAt).toBeGreaterThan(0);
      });

      describe('of a log that others have followed before', () => {
        async function isNews(): Promise<boolean> {
          const [{ finishedAt = 0, seenAt = 0 } = {}] = await store.conversations();
          return finishedAt > seenAt;
        }

        it('has no news in what was made before this device came', async () => {
          const old = { log: LOG, from: 0, to: 5, replayedTo: 9 };
          await store.append([received(system('completed', { seq: 5 }))], old);
          await other.append([received(system('completed', { seq: 9 }))], { log: LOG, from: 5, to: 9 });
          expect(await isNews()).toBeFalse();
          await store.append([received(system('completed', { seq: 10 }))], { log: LOG, from: 9, to: 10 });
          expect(await isNews()).toBeTrue();
        });

        it('has news in what was made while this device was away', async () => {
          await store.append([received(text({ seq: 1 }))], { log: LOG, from: 0, to: 1, replayedTo: 0 });
          const away = { log: LOG, from: 1, to: 2, replayedTo: 2 };
          await store.append([received(system('completed', { seq: 2 }))], away);
          expect(await isNews()).toBeTrue();
        });
      });

      it('is out of sight once deleted, and comes back', async () => {
        await store.append([received(video())]);
        await store.changeConversation('c', { deletedAt: 50 });
        expect(await other.conversations()).toEqual([]);
        expect(await other.media()).toEqual([]);
        await store.changeConversation('c', { deletedAt: null });
        expect((await other.conversations()).length).toBe(1);
        expect((await other.media()).length).toBe(1);
      });

      it('comes back when somebody asks in it, and not for a prompt that was asked before', async () => {
        await store.claim([text({ replyTo: 'far' })]);
        await store.changeConversation('c', { deletedAt: 50 });
        await other.addPrompt(newPrompt('a'));
        await other.addPrompt(newPrompt('far'));
        expect(await store.conversations()).toEqual([]);
        await other.addPrompt(newPrompt('b'));
        expect((await store.conversations()).map(({ id }) => id)).toEqual(['c']);
        expect(await store.deleted()).toEqual([]);
      });

      it('begins anew when somebody asks in it after it was erased', async () => {
        await store.changeConversation('c', { deletedAt: 50 });
        await store.erase(51);
        await other.addPrompt(newPrompt('b'));
        await other.append([received(text({ id: 'two', replyTo: 'b' }))]);
        expect((await store.conversations())[0]?.opening).toBe('prompt b');
        expect(await ids()).toEqual(['two']);
      });

      it('is taken back after it was erased, where somebody wants that', async () => {
        await store.changeConversation('c', { deletedAt: 50 });
        await store.erase(51);
        await other.changeConversation('c', { deletedAt: null, isErased: null });
        await other.addPrompt(newPrompt('a'));
        await other.append([received(text({ id: 'two', replyTo: 'a' }))]);
        expect((await store.conversations())[0]?.opening).toBe('prompt a');
        expect(await ids()).toEqual(['two']);
      });

      it('is erased for good, and so is what comes for it later', async () => {
        await store.append([received(text({ id: 'one' }))], { log: LOG, from: 0, to: 1 });
        await store.changeConversation('c', { deletedAt: 50 });
        await store.erase(50);
        expect((await other.deleted()).map(({ id }) => id)).toEqual(['c']);
        expect(await ids()).toEqual(['one']);
        await store.erase(51);
        expect(await other.deleted()).toEqual([]);
        await store.append([received(text({ id: 'two' }))], { log: LOG, from: 1, to: 2 });
        expect(await ids()).toEqual([]);
        expect((await store.log(LOG.code, LOG.endpoint))?.seq).toBe(2);
        expect(await store.claim([text({ replyTo: 'a' })])).toEqual(['c']);
        expect(JSON.stringify(await store.everything())).not.toContain('prompt a');
      });
    });

    it('says of media what another device has asked, as the server has told it', async () => {
      const ofJob = { jobId: 'job', replyTo: 'far' };
      const madeWith = { id: 'wan', name: '通义万相', isModel: true, options: { seconds: 5 } };
      const messages = [system('accepted', { ...ofJob, prompt: '一只猫', madeWith }), video({ id: 'clip', ...ofJob })];
      await store.claim(messages);
      await store.append(messages.map((message) => received(message)));
      await store.append([received(video({ id: 'without a log' }))]);
      const asked = (await other.media()).map(({ message, prompt }) => [message.id, prompt]);
      const prompt: PromptMessage = {
        type: 'text',
        id: 'far',
        content: '一只猫',
        options: { seconds: 5, engine: 'wan' },
      };
      expect(asked).toContain(['clip', prompt]);
      expect(asked).toContain(['without a log', undefined]);
    });

    it('lists the media of all conversations, newest first with their prompts', async () => {
      await store.addPrompt(newPrompt('a'));
      await store.append([
        received(video({ id: 'first', ts: 1, replyTo: 'a' })),
        received(image({ id: 'transient', ts: 2, preview: true })),
        received(image({ id: 'second', ts: 3 }), 'd'),
      ]);
      const media = await store.media();
      expect(
        media.map(({ message, conversationId, prompt: asked }) => [message.id, conversationId, asked?.content]),
      ).toEqual([
        ['second', 'd', undefined],
        ['first', 'c', 'prompt a'],
      ]);
    });
  });
}
