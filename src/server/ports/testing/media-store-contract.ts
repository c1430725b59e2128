import { buffer } from 'node:stream/consumers';
import type { ByteRange, MediaStore } from '../index.ts';

const BYTES = new Uint8Array([0, 1, 2, 253, 254, 255]);

/** What every media store guarantees. `make` makes an empty one; the suite closes it. */
export function describeMediaStoreContract(name: string, make: () => Promise<MediaStore>): void {
  describe(`${name} as a media store`, () => {
    let store: MediaStore;

    beforeEach(async () => {
      store = await make();
    });

    afterEach(() => store.close());

    async function streamed(medium: string, range?: ByteRange): Promise<number[] | undefined> {
      const stream = await store.open(medium, range);
      return stream && [...(await buffer(stream))];
    }

    it('keeps bytes under a name, and says where they are served', async () => {
      const { name: file, url } = await store.save({ bytes: BYTES, mimeType: 'video/mp4' });
      expect(new Uint8Array(await store.read(file))).toEqual(BYTES);
      expect(url).toBe(`/media/${file}`);
    });

    it('gives names of at least 128 bits that never repeat, even for the same bytes', async () => {
      const stored = await Promise.all(
        Array.from({ length: 50 }, () => store.save({ bytes: BYTES, mimeType: 'image/png' })),
      );
      expect(new Set(stored.map((medium) => medium.name)).size).toBe(50);
      for (const medium of stored) expect(medium.name).toMatch(/^[0-9a-f]{32,}\.png$/);
    });

    it('names the extension by the type, whatever its case and parameters', async () => {
      const { name: file } = await store.save({ bytes: BYTES, mimeType: 'Video/MP4; codecs="avc1.42E01E"' });
      expect(file).toMatch(/\.mp4$/);
    });

    it('refuses what is no video or image that browsers show, and leaves nothing behind', async () => {
      for (const mimeType of ['text/html', 'image/svg+xml', '']) {
        await expectAsync(store.save({ bytes: BYTES, mimeType })).toBeRejectedWithError(TypeError);
      }
      expect(await store.list()).toEqual([]);
    });

    it('says how large what it has is and since when, and gives it back', async () => {
      const { name: file } = await store.save({ bytes: BYTES, mimeType: 'image/png' });
      const facts = await store.find(file);
      expect(facts?.bytes).toBe(BYTES.length);
      expect(Math.abs(Date.now() - (facts?.savedAt ?? 0))).toBeLessThan(60_000);
      expect(new Uint8Array(await store.read(file))).toEqual(BYTES);
      for (const other of [file.replace('png', 'jpg'), `./${file}`, '../../etc/hostname', '']) {
        expect(await store.find(other))
          .withContext(other)
          .toBeUndefined();
        expect(await store.open(other))
          .withContext(other)
          .toBeUndefined();
        await expectAsync(store.read(other)).withContext(other).toBeRejected();
      }
    });

    it('streams the whole, a part, and a single byte', async () => {
      const { name: file } = await store.save({ bytes: BYTES, mimeType: 'video/webm' });
      expect(await streamed(file)).toEqual([...BYTES]);
      expect(await streamed(file, { first: 1, last: 3 })).toEqual([1, 2, 253]);
      expect(await streamed(file, { first: 5, last: 5 })).toEqual([255]);
    });

    it('lists what it has, and what it has had since before a time', async () => {
      const { name: file } = await store.save({ bytes: BYTES, mimeType: 'image/png' });
      expect(await store.list()).toEqual([file]);
      expect(await store.list(Date.now() + 60_000)).toEqual([file]);
      expect(await store.list(Date.now() - 60_000)).toEqual([]);
    });

    it('removes a medium, and minds none that is not there', async () => {
      const { name: file } = await store.save({ bytes: BYTES, mimeType: 'image/jpeg' });
      await store.remove(file);
      await store.remove(file);
      await store.remove('../../etc/hostname');
      expect(await store.list()).toEqual([]);
      expect(await store.find(file)).toBeUndefined();
    });

    it('tries whether it can store, and leaves nothing of that', async () => {
      await store.probe();
      expect(await store.list()).toEqual([]);
    });
  });
}
