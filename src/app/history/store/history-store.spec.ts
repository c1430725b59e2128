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
