import { firstValueFrom } from 'rxjs';

import type { PromptMessage } from '../../../protocol/index.ts';
import type { OutboxStore, Waiting } from '../../outbox/outbox-store.ts';
import { prompt as plainPrompt } from '../messages.ts';

/** A browser, as far as an outbox store sees it. */
export interface StoreSubject {
  /** Opens a page with a store of its own, and returns how to close it. */
  page(): { readonly store: OutboxStore; leave(): void | Promise<void> };
}

/** One with options, which are to be handed over too. */
function prompt(id: string): PromptMessage {
  return { ...plainPrompt(id), options: { seconds: 4 } };
}

const SERVER = 'wss://a.example/socket';
const OTHER = 'wss://b.example/socket';

function save(store: OutboxStore, message: Waiting, endpoint: string | undefined = SERVER): Promise<void> {
  return store.save({ message, endpoint });
}

/** What a page is handed over. */
async function adopt(store: OutboxStore, endpoint: string | undefined = SERVER): Promise<readonly Waiting[]> {
  return (await store.adopt(endpoint)).map(({ message }) => message);
}

/** A page saves these, one after the other, and is closed. */
async function leaveBehind(browser: StoreSubject, ...messages: readonly Waiting[]): Promise<void> {
  const page = browser.page();
  for (const message of messages) await save(page.store, message);
  await page.leave();
}

/** What the outbox relies on; it runs on the store that specs use and on IndexedDB. */
export function describeOutboxStoreContract(name: string, open: () => StoreSubject): void {
  describe(`the outbox store contract: ${name}`, () => {
    it('hands a new browser nothing', async () => {
      expect(await adopt(open().page().store)).toEqual([]);
    });

    it('hands what a page left behind to the next one, whole and in order', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('b'), prompt('a'), prompt('c'));
      expect(await adopt(browser.page().store)).toEqual([prompt('b'), prompt('a'), prompt('c')]);
    });

    it('hands it over once', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('a'));
      const second = browser.page();
      await adopt(second.store);
      expect(await adopt(second.store)).toEqual([]);
      expect(await adopt(browser.page().store)).toEqual([]);
    });

    it('leaves to a page that lives what is its own', async () => {
      const browser = open();
      const first = browser.page();
      await save(first.store, prompt('a'));
      expect(await adopt(browser.page().store)).toEqual([]);
      expect(await adopt(first.store)).toEqual([]);
    });

    it('hands what a page has released to whichever page looks next', async () => {
      const browser = open();
      const [first, second] = [browser.page(), browser.page()];
      for (const id of ['a', 'b']) await save(first.store, prompt(id));
      await first.store.release();
      expect(await adopt(second.store)).toEqual([prompt('a'), prompt('b')]);
      expect(await adopt(first.store)).toEqual([]);
      await second.store.release();
      expect(await adopt(second.store)).toEqual([prompt('a'), prompt('b')]);
    });

    it('tells a page when another one has closed, which was there when it looked', async () => {
      const browser = open();
      const [first, second] = [browser.page(), browser.page()];
      await save(first.store, prompt('a'));
      expect(await adopt(second.store)).toEqual([]);
      const closed = firstValueFrom(second.store.pageClosed$);
      await first.leave();
      await closed;
      expect(await adopt(second.store)).toEqual([prompt('a')]);
    });

    it('gives up what it has when it is closed, which a page can do without an end', async () => {
      const browser = open();
      const { store } = browser.page();
      const saved = save(store, prompt('a'));
      await Promise.all([saved, store.close()]);
      expect(await adopt(browser.page().store)).toEqual([prompt('a')]);
      await browser.page().store.close();
    });

    it('forgets what has been deleted, and only that', async () => {
      const browser = open();
      const first = browser.page();
      for (const id of ['a', 'b']) await save(first.store, prompt(id));
      await first.store.delete(prompt('a'));
      await first.store.delete(prompt('never put'));
      await first.leave();
      expect(await adopt(browser.page().store)).toEqual([prompt('b')]);
    });

    it('lets whoever adopted a prompt delete it', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('a'));
      const second = browser.page();
      await adopt(second.store);
      await second.store.delete(prompt('a'));
      await second.leave();
      expect(await adopt(browser.page().store)).toEqual([]);
    });

    it('stores that a prompt is not wanted, with the prompt and without it', async () => {
      const browser = open();
      const cancels = ['a', 'gone'].map((replyTo) => ({ type: 'cancel', replyTo }) as const);
      await leaveBehind(browser, prompt('a'), ...cancels, prompt('b'));
      const second = browser.page();
      expect(await adopt(second.store)).toEqual([prompt('a'), ...cancels, prompt('b')]);
      await second.store.delete(prompt('a'));
      for (const cancel of cancels.slice(1)) await second.store.delete(cancel);
      await second.leave();
      expect(await adopt(browser.page().store)).toEqual([...cancels.slice(0, 1), prompt('b')]);
    });

    it('hands nobody what is for another server, tells of it, and has it for a page with that one', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('a'));
      const other = browser.page();
      expect(await adopt(other.store, OTHER)).toEqual([]);
      expect(await other.store.findElsewhere(OTHER)).toEqual([{ message: prompt('a'), endpoint: SERVER }]);
      const same = browser.page();
      expect(await same.store.findElsewhere(SERVER)).toEqual([]);
      expect(await adopt(same.store)).toEqual([prompt('a')]);
      // A page that lives looks after it.
      expect(await other.store.findElsewhere(OTHER)).toEqual([]);
    });

    it('has what is for no server yet belong to the first that is known', async () => {
      const browser = open();
      const first = browser.page();
      await first.store.save({ message: prompt('a') });
      await save(first.store, prompt('b'), OTHER);
      await first.store.assign(SERVER);
      await first.leave();
      expect(await adopt(browser.page().store, OTHER)).toEqual([prompt('b')]);
      const unassigned = browser.page();
      await unassigned.store.save({ message: prompt('c') });
      await unassigned.leave();
      const second = browser.page();
      expect(await adopt(second.store)).toEqual([prompt('a'), prompt('c')]);
      await second.store.assign(SERVER);
      await second.store.release();
      expect(await adopt(browser.page().store, OTHER)).toEqual([]);
    });
  });
}
