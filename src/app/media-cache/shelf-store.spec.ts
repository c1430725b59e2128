import { deleteDB } from 'idb';

import { CacheShelfStore } from './cache-shelf-store.ts';
import { MemoryShelfStore } from './testing/memory-shelf-store.ts';
import { describeShelfStore } from './testing/shelf-store-contract.ts';

const NAME = 'ask-kitten-shelf-spec';

async function dispose(store: CacheShelfStore): Promise<void> {
  await store.close();
  await caches.delete(NAME);
  await deleteDB(NAME);
}

describeShelfStore('CacheShelfStore', {
  open: () => new CacheShelfStore(NAME),
  close: dispose,
});
describeShelfStore('MemoryShelfStore', {
  open: () => new MemoryShelfStore(),
  close: () => Promise.resolve(),
});

describe('CacheShelfStore over visits', () => {
  const address = 'https://kitten.example/cat.mp4';
  const body = new Blob(['meow'], { type: 'video/mp4' });
  let store: CacheShelfStore;

  beforeEach(() => {
    store = new CacheShelfStore(NAME);
  });

  afterEach(() => dispose(store));

  async function revisit(): Promise<void> {
    await store.close();
    store = new CacheShelfStore(NAME);
  }

  it('has what an earlier visit kept', async () => {
    await store.put(address, body, 1);
    await revisit();
    expect(await (await store.get(address))?.text()).toBe('meow');
  });

  it('counts a row without its body as nothing', async () => {
    await store.put(address, body, 1);
    await (await caches.open(NAME)).delete(address);
    expect(await store.get(address)).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });
});
