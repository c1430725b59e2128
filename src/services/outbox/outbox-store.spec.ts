import { IndexedDbOutboxStore } from './indexed-db-outbox-store.ts';
import { nameOf, type OutboxStore } from './outbox-store.ts';
import { MemoryOutbox } from '../testing/memory-outbox-store.ts';
import { describeOutboxStoreContract } from '../testing/contracts/outbox-store-contract.ts';

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

describe('the outbox in a database that is taken away while the page is open', () => {
  function deleteDatabase(name: string): Promise<string> {
    return new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve('deleted');
      request.onblocked = () => resolve('blocked');
    });
  }

  const PROMPT = { type: 'text', id: 'a', content: '一只猫' } as const;
  const SERVER = 'wss://a.example/socket';

  function save(store: OutboxStore, id: string): Promise<void> {
    return store.save({ message: { ...PROMPT, id }, endpoint: SERVER });
  }

  async function adoptedIds(store: OutboxStore): Promise<readonly string[]> {
    return (await store.adopt(SERVER)).map(({ message }) => nameOf(message));
  }

  it('lets it be deleted, opens it again, and has in it what waited, in order, and what comes', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const store = new IndexedDbOutboxStore(name);
    for (const id of ['a', 'b', 'gone']) await save(store, id);
    await store.delete({ ...PROMPT, id: 'gone' });
    expect(await deleteDatabase(name)).toBe('deleted');
    await save(store, 'c');
    await store.close();
    const next = new IndexedDbOutboxStore(name);
    expect(await adoptedIds(next)).toEqual(['a', 'b', 'c']);
    await next.close();
  });

  it('stores what waited though nothing comes', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const store = new IndexedDbOutboxStore(name);
    await save(store, 'a');
    await deleteDatabase(name);
    await store.delete({ ...PROMPT, id: 'other' });
    await store.close();
    const next = new IndexedDbOutboxStore(name);
    expect(await adoptedIds(next)).toEqual(['a']);
    await next.close();
  });

  it('stores again what it had given up and nobody was done with', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const store = new IndexedDbOutboxStore(name);
    for (const id of ['a', 'done']) await save(store, id);
    await store.release();
    await store.delete({ ...PROMPT, id: 'done' });
    expect(await deleteDatabase(name)).toBe('deleted');
    expect(await adoptedIds(store)).toEqual(['a']);
    await store.close();
  });

  it('tries again after a time in which it could not be opened', async () => {
    const store = new IndexedDbOutboxStore(`spec-${crypto.randomUUID()}`);
    const open = spyOn(indexedDB, 'open').and.throwError(new DOMException('blocked', 'SecurityError'));
    await expectAsync(save(store, 'a')).toBeRejected();
    open.and.callThrough();
    await expectAsync(save(store, 'a')).toBeResolved();
    await store.close();
  });
});
