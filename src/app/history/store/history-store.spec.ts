import { until } from '../../../testing/index.ts';
import { error, text, video } from '../../testing/messages.ts';
import { describeHistoryStoreContract } from '../testing/history-store-contract.ts';
import type { HistoryStore } from './history-store.ts';
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
      const store = new IndexedDbHistoryStore({ name });
      return { store, leave: () => store.close() };
    },
  };
});

describe('a history store, with a basic server that counts anew for each page', () => {
  const stores: Readonly<Record<string, () => HistoryStore>> = {
    'in memory': () => new MemoryHistoryStore(),
    IndexedDB: () => new IndexedDbHistoryStore({ name: `spec-${crypto.randomUUID()}` }),
  };

  for (const [name, open] of Object.entries(stores)) {
    it(`keeps each message, and none twice: ${name}`, async () => {
      const store = open();
      const earlier = [text({ id: '1', content: '你好' }), video({ id: '2', url: '/a.mp4' })];
      const later = [text({ id: '1', content: '再见' }), video({ id: '2', url: '/b.mp4' }), error({ id: '3' })];
      const clip = video({ id: '3', url: '/c.mp4' });
      for (const messages of [earlier, later, earlier, later, [clip]]) {
        await store.append(
          messages.map((message) => ({ id: message.id, conversationId: 'c', event: { kind: 'received', message } })),
        );
      }
      const { events } = await store.content('c');
      const received = events.map(({ event }) => (event.kind === 'received' ? event.message : undefined));
      expect(received).toEqual([...earlier, ...later, clip]);
      if (store instanceof IndexedDbHistoryStore) await store.close();
    });
  }
});

describe('IndexedDbHistoryStore, where its database is taken away while the page is open', () => {
  it('lets it be deleted, and opens it again', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const store = new IndexedDbHistoryStore({ name });
    await store.conversations();
    expect(await deleteDatabase(name)).toBeTrue();
    const prompt = { type: 'text', id: 'p', content: '一只猫' } as const;
    await store.addPrompt({ id: 'p', conversationId: 'c', at: 1, prompt });
    expect((await store.conversations()).map(({ id }) => id)).toEqual(['c']);
    await store.close();
  });

  it('tells of what is lost, once, and nothing where nothing was in it', async () => {
    const name = `spec-${crypto.randomUUID()}`;
    const onWiped = jasmine.createSpy('onWiped');
    const store = new IndexedDbHistoryStore({ name, onWiped });
    await store.conversations();
    await deleteDatabase(name);
    const prompt = { type: 'text', id: 'p', content: '一只猫' } as const;
    await store.addPrompt({ id: 'p', conversationId: 'c', at: 1, prompt });
    expect(onWiped).not.toHaveBeenCalled();
    await deleteDatabase(name);
    await until(() => onWiped.calls.any());
    expect(await store.conversations()).toEqual([]);
    expect(onWiped).toHaveBeenCalledTimes(1);
    await store.close();
  });
});

function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onblocked = () => resolve(false);
  });
}
