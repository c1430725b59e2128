import { describeHistoryStoreContract } from '../testing/history-store-contract.ts';
import { IndexedDbHistoryStore } from './indexed-db-history-store.ts';
import { MemoryHistoryStore } from './memory-history-store.ts';

describeHistoryStoreContract('in memory', () => {
  const store = new MemoryHistoryStore();
  return { tab: () => ({ store, leave: () => undefined }) };
});

describeHistoryStoreContract('IndexedDB', () => {
  const name = `spec-${crypto.randomUUID()}`;
  return {
    tab: () => {
      const store = new IndexedDbHistoryStore(name);
      return { store, leave: () => store.close() };
    },
  };
});

describe('IndexedDbHistoryStore, where its database is taken away while the page is open', () => {
  it('lets it be deleted, and opens it again', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const store = new IndexedDbHistoryStore(name);
    await store.conversations();
    const isDeleted = await new Promise<boolean>((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve(true);
      request.onblocked = () => resolve(false);
    });
    expect(isDeleted).toBeTrue();
    const prompt = { type: 'text', id: 'p', content: '一只猫' } as const;
    await store.addPrompt({ id: 'p', conversationId: 'c', at: 1, prompt });
    expect((await store.conversations()).map(({ id }) => id)).toEqual(['c']);
    await store.close();
  });
});
