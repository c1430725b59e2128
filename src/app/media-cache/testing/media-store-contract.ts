import type { MediaStore } from '../media-store.ts';

interface Setup<Store extends MediaStore> {
  readonly openStore: () => Store;
  /** Leaves nothing behind. */
  readonly closeStore: (store: Store) => Promise<void>;
}

/** What every media store does, wherever it saves. */
export function describeMediaStore<Store extends MediaStore>(
  name: string,
  { openStore, closeStore }: Setup<Store>,
): void {
  describe(`${name} as a media store`, () => {
    const [cat, dog] = ['https://kitten.example/cat.mp4', 'https://kitten.example/dog.mp4'];
    let store: Store;

    beforeEach(() => {
      store = openStore();
    });

    afterEach(() => closeStore(store));

    function clip(text: string): Blob {
      return new Blob([text], { type: 'video/mp4' });
    }

    it('gives back what it was given, with its type', async () => {
      await store.save(cat, clip('meow'), 1);
      const saved = await store.get(cat);
      expect(saved?.type).toBe('video/mp4');
      expect(await saved?.text()).toBe('meow');
      expect(await store.get(dog)).toBeUndefined();
    });

    it('lists what it has, with the sizes and the last uses', async () => {
      await store.save(cat, clip('meow'), 1);
      await store.save(dog, clip('woof!'), 2);
      await store.touch(cat, 3);
      const items = [...(await store.list())].sort((one, other) => one.bytes - other.bytes);
      expect(items).toEqual([
        { address: cat, bytes: 4, usedAt: 3 },
        { address: dog, bytes: 5, usedAt: 2 },
      ]);
    });

    it('has one medium of an address, the last', async () => {
      await store.save(cat, clip('meow'), 1);
      await store.save(cat, clip('purr…'), 2);
      expect(await (await store.get(cat))?.text()).toBe('purr…');
      expect((await store.list()).length).toBe(1);
    });

    it('tells addresses apart by their queries', async () => {
      await store.save(`${cat}?token=1`, clip('meow'), 1);
      expect(await store.get(`${cat}?token=2`)).toBeUndefined();
    });

    it('deletes what it is told to, and nothing else', async () => {
      await store.save(cat, clip('meow'), 1);
      await store.save(dog, clip('woof'), 1);
      await store.delete([cat, 'https://kitten.example/none.mp4']);
      expect(await store.get(cat)).toBeUndefined();
      expect((await store.list()).map(({ address }) => address)).toEqual([dog]);
    });

    it('takes no notice of the use of what it has not', async () => {
      await store.touch(cat, 1);
      expect(await store.list()).toEqual([]);
    });
  });
}
