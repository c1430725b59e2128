import { deleteDB } from 'idb';

import { CacheApiMediaStore } from './cache-api-media-store.ts';
import { MemoryMediaStore } from './testing/memory-media-store.ts';
import { describeMediaStore } from './testing/media-store-contract.ts';

const NAME = 'ask-kitten-shelf-spec';

async function dispose(store: CacheApiMediaStore): Promise<void> {
  await store.close();
  await caches.delete(NAME);
  await deleteDB(NAME);
}

describeMediaStore('CacheApiMediaStore', {
  openStore: () => new CacheApiMediaStore(NAME),
  closeStore: dispose,
});
describeMediaStore('MemoryMediaStore', {
  openStore: () => new MemoryMediaStore(),
  closeStore: () => Promise.resolve(),
});

describe('CacheApiMediaStore over visits', () => {
  const address = 'https://kitten.example/cat.mp4';
  const body = new Blob(['meow'], { type: 'video/mp4' });
  let store: CacheApiMediaStore;

  beforeEach(() => {
    store = new CacheApiMediaStore(NAME);
  });

  afterEach(() => dispose(store));

  async function revisit(): Promise<void> {
    await store.close();
    store = new CacheApiMediaStore(NAME);
  }

  it('has what an earlier visit saved', async () => {
    await store.save(address, body, 1);
    await revisit();
    expect(await (await store.get(address))?.text()).toBe('meow');
  });

  it('counts a row without its body as nothing', async () => {
    await store.save(address, body, 1);
    await (await caches.open(NAME)).delete(address);
    expect(await store.get(address)).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });

  it('lets another page delete its index, and makes it anew', async () => {
    await store.save(address, body, 1);
    await deleteDB(NAME, { blocked: () => fail('the index is still open') });
    expect(await store.list()).toEqual([]);
    await store.save(address, body, 2);
    expect((await store.list()).map(({ usedAt }) => usedAt)).toEqual([2]);
  });
});
