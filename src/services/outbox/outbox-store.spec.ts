import { IndexedDbOutboxStore } from './indexed-db-outbox-store.ts';
import { MemoryOutbox } from '../testing/memory-outbox-store.ts';
import { describeOutboxStoreContract } from '../testing/outbox-store-contract.ts';

describeOutboxStoreContract('in memory', () => {
  const browser = new MemoryOutbox();
  return {
    page: () => {
      const store = browser.page();
      return { store, leave: () => store.leave() };
    },
  };
});

describeOutboxStoreContract('IndexedDB', () => {
  const name = `spec-${crypto.randomUUID()}`;
  return {
    page: () => {
      const store = new IndexedDbOutboxStore(name);
      return { store, leave: () => store.close() };
    },
  };
});
