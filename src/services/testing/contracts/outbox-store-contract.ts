import { firstValueFrom } from 'rxjs';

import type { CancelMessage, PromptMessage } from '../../../protocol/index.ts';
import type { OutboxStore } from '../../outbox/outbox-store.ts';
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

/** A page saves these, one after the other, and is closed. */
async function leaveBehind(
  browser: StoreSubject,
  ...messages: readonly (PromptMessage | CancelMessage)[]
): Promise<void> {
  const page = browser.page();
  for (const message of messages) await page.store.save(message);
  await page.leave();
}

/** What the outbox relies on; it runs on the store that specs use and on IndexedDB. */
export function describeOutboxStoreContract(name: string, open: () => StoreSubject): void {
  describe(`the outbox store contract: ${name}`, () => {
    it('hands a new browser nothing', async () => {
      expect(await open().page().store.adopt()).toEqual([]);
    });

    it('hands what a page left behind to the next one, whole and in order', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('b'), prompt('a'), prompt('c'));
      expect(await browser.page().store.adopt()).toEqual([prompt('b'), prompt('a'), prompt('c')]);
    });

    it('hands it over once', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('a'));
      const second = browser.page();
      await second.store.adopt();
      expect(await second.store.adopt()).toEqual([]);
      expect(await browser.page().store.adopt()).toEqual([]);
    });

    it('leaves to a page that lives what is its own', async () => {
      const browser = open();
      const first = browser.page();
      await first.store.save(prompt('a'));
      expect(await browser.page().store.adopt()).toEqual([]);
      expect(await first.store.adopt()).toEqual([]);
    });

    it('hands what a page has released to whichever page looks next', async () => {
      const browser = open();
      const [first, second] = [browser.page(), browser.page()];
      for (const id of ['a', 'b']) await first.store.save(prompt(id));
      await first.store.release();
      expect(await second.store.adopt()).toEqual([prompt('a'), prompt('b')]);
      expect(await first.store.adopt()).toEqual([]);
      await second.store.release();
      expect(await second.store.adopt()).toEqual([prompt('a'), prompt('b')]);
    });

    it('tells a page when another one has closed, which was there when it looked', async () => {
      const browser = open();
      const [first, second] = [browser.page(), browser.page()];
      await first.store.save(prompt('a'));
      expect(await second.store.adopt()).toEqual([]);
      const closed = firstValueFrom(second.store.pageClosed$);
      await first.leave();
      await closed;
      expect(await second.store.adopt()).toEqual([prompt('a')]);
    });

    it('gives up what it has when it is closed, which a page can do without an end', async () => {
      const browser = open();
      const { store } = browser.page();
      const saved = store.save(prompt('a'));
      await Promise.all([saved, store.close()]);
      expect(await browser.page().store.adopt()).toEqual([prompt('a')]);
      await browser.page().store.close();
    });

    it('forgets what has been deleted, and only that', async () => {
      const browser = open();
      const first = browser.page();
      for (const id of ['a', 'b']) await first.store.save(prompt(id));
      await first.store.delete(prompt('a'));
      await first.store.delete(prompt('never put'));
      await first.leave();
      expect(await browser.page().store.adopt()).toEqual([prompt('b')]);
    });

    it('lets whoever adopted a prompt delete it', async () => {
      const browser = open();
      await leaveBehind(browser, prompt('a'));
      const second = browser.page();
      await second.store.adopt();
      await second.store.delete(prompt('a'));
      await second.leave();
      expect(await browser.page().store.adopt()).toEqual([]);
    });

    it('stores that a prompt is not wanted, with the prompt and without it', async () => {
      const browser = open();
      const cancels = ['a', 'gone'].map((replyTo) => ({ type: 'cancel', replyTo }) as const);
      await leaveBehind(browser, prompt('a'), ...cancels, prompt('b'));
      const second = browser.page();
      expect(await second.store.adopt()).toEqual([prompt('a'), ...cancels, prompt('b')]);
      await second.store.delete(prompt('a'));
      for (const cancel of cancels.slice(1)) await second.store.delete(cancel);
      await second.leave();
      expect(await browser.page().store.adopt()).toEqual([...cancels.slice(0, 1), prompt('b')]);
    });
  });
}
