import { randomUUID } from 'node:crypto';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { type AdoptingMediaStore, copyMedia } from './copy-media.ts';
import { MediaFolder } from './media-folder.ts';
import { openMediaStore } from './open-media-store.ts';
import { type S3Server, startS3Server } from './testing/s3-server.ts';

const COUNT = 10;

describe('copyMedia', () => {
  let server: S3Server;
  let from: MediaFolder;
  let names: readonly string[];

  beforeAll(async () => {
    server = await startS3Server();
  });

  afterAll(async () => {
    await server.close();
    await removeTemporaryFolders();
  });

  beforeEach(async () => {
    from = await MediaFolder.open(await makeTemporaryFolder());
    const bytesOf = (index: number): Uint8Array => new Uint8Array(1_000).fill(index);
    const saved = Array.from({ length: COUNT }, (_, index) =>
      from.save({ bytes: bytesOf(index), mimeType: 'video/mp4' }),
    );
    names = (await Promise.all(saved)).map(({ name }) => name);
  });

  const PLACES: Readonly<Record<string, () => Promise<AdoptingMediaStore>>> = {
    'a bucket': () =>
      openMediaStore({ kind: 's3', bucket: server.bucket, prefix: `${randomUUID()}/` }, server.environment),
    'another folder': async () => openMediaStore({ kind: 'folder', folder: await makeTemporaryFolder() }, {}),
  };

  for (const [place, open] of Object.entries(PLACES)) {
    it(`brings all to ${place}, whole and by their names, and nothing twice`, async () => {
      const to = await open();
      expect(await copyMedia(from, to)).toEqual({ copied: COUNT, there: 0 });
      expect([...(await to.list())].sort()).toEqual([...names].sort());
      for (const name of names)
        expect(new Uint8Array(await to.read(name))).toEqual(new Uint8Array(await from.read(name)));
      const { name } = await from.save({ bytes: new Uint8Array([1]), mimeType: 'image/png' });
      const adopt = spyOn(to, 'adopt').and.callThrough();
      expect(await copyMedia(from, to)).toEqual({ copied: 1, there: COUNT });
      expect(adopt.calls.allArgs().map(([each]) => each)).toEqual([name]);
      await to.close();
    });

    it(`goes on to ${place} where it stopped`, async () => {
      const to = await open();
      const original = to.adopt.bind(to);
      let left = 4;
      const adopt = spyOn(to, 'adopt').and.callFake(async (name, bytes) => {
        if (left-- <= 0) throw new Error('gone');
        await original(name, bytes);
      });
      await expectAsync(copyMedia(from, to)).toBeRejectedWithError('gone');
      // No more than the four that were under way.
      expect(adopt.calls.count()).toBeLessThanOrEqual(8);
      adopt.and.callFake(original);
      expect(await copyMedia(from, to)).toEqual({ copied: COUNT - 4, there: 4 });
      expect((await to.list()).length).toBe(COUNT);
      await to.close();
    });

    it(`takes only names of media to ${place}`, async () => {
      const to = await open();
      await expectAsync(to.adopt('../precious.txt', new Uint8Array(1))).toBeRejectedWithError(TypeError);
      await to.close();
    });
  }
});
