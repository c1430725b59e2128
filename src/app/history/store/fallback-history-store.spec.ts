import { useFakeClock } from '../../../testing/index.ts';
import { describeHistoryStoreContract } from '../testing/history-store-contract.ts';
import type { HistoryStore } from './history-store.ts';
import { MemoryHistoryStore } from './memory-history-store.ts';
import { FallbackHistoryStore } from './fallback-history-store.ts';

const BLOCKED = new Proxy({} as HistoryStore, { get: () => () => Promise.reject(new Error('blocked')) });

describeHistoryStoreContract('IndexedDB that is blocked', () => {
  const store = new FallbackHistoryStore(BLOCKED, () => undefined);
  return { tab: () => ({ store, leave: () => undefined }) };
});

describe('FallbackHistoryStore', () => {
  const prompt = { id: 'a', conversationId: 'c', at: 1, prompt: { type: 'text', id: 'a', content: '一只猫' } } as const;

  it('goes on with what it has when the disk is full, and says so once', async () => {
    const first = new MemoryHistoryStore();
    let fallbacks = 0;
    const store = new FallbackHistoryStore(first, () => fallbacks++);
    await store.addPrompt(prompt);
    spyOn(first, 'addPrompt').and.rejectWith(new DOMException('full', 'QuotaExceededError'));
    await Promise.all([store.addPrompt({ ...prompt, id: 'b' }), store.addPrompt({ ...prompt, id: 'c' })]);
    expect((await store.content('c')).prompts.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((await first.content('c')).prompts.map(({ id }) => id)).toEqual(['a']);
    expect(fallbacks).toBe(1);
  });

  describe('with a database that never opens', () => {
    const clock = useFakeClock();

    it('does not wait for ever', async () => {
      const silent = new Proxy({} as HistoryStore, { get: () => () => new Promise(() => undefined) });
      const conversations = new FallbackHistoryStore(silent, () => undefined).conversations();
      clock.tick(4_000);
      expect(await conversations).toEqual([]);
    });
  });
});
