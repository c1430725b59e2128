import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeMediaStoreContract } from '../ports/testing/index.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { MediaFolder } from './media-folder.ts';

describe('with temporary folders', () => {
  afterAll(removeTemporaryFolders);

  describeMediaStoreContract('MediaFolder', async () => MediaFolder.open(await makeTemporaryFolder()));

  describe('MediaFolder', () => {
    it('makes its folder and the folders above it', async () => {
      const store = await MediaFolder.open(join(await makeTemporaryFolder(), 'data', 'media'));
      expect(await readdir(store.folder)).toEqual([]);
    });

    it('has each medium under its own name there, and nothing else', async () => {
      const store = await MediaFolder.open(await makeTemporaryFolder());
      const { name } = await store.save({ bytes: new Uint8Array([1]), mimeType: 'image/jpeg' });
      await store.probe();
      expect(await readdir(store.folder)).toEqual([name]);
    });

    it('rejects where its place is taken by a file', async () => {
      const place = join(await makeTemporaryFolder(), 'media');
      await writeFile(place, 'no folder');
      await expectAsync(MediaFolder.open(place)).toBeRejected();
    });

    it('removes only what has the name of a medium', async () => {
      const parent = await makeTemporaryFolder();
      await writeFile(join(parent, 'precious.txt'), '');
      const store = await MediaFolder.open(join(parent, 'media'));
      await store.remove('../precious.txt');
      expect(await readdir(parent)).toContain('precious.txt');
    });
  });
});
