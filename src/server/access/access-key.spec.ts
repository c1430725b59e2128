import { readdir, stat, writeFile } from 'node:fs/promises';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { accessKeyPath, openAccessKey } from './access-key.ts';

describe('openAccessKey', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });

  afterEach(removeTemporaryFolders);

  it('makes a key for its owner alone, once', async () => {
    const key = openAccessKey(folder);
    expect(key.length).toBe(32);
    expect(openAccessKey(folder)).toEqual(key);
    expect((await stat(accessKeyPath(folder))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['access.key']);
    expect(openAccessKey(await makeTemporaryFolder())).not.toEqual(key);
  });

  it('is not kept from that by what a crash, or a full disk, has left of one', async () => {
    await writeFile(`${accessKeyPath(folder)}.${process.pid}`, '');
    expect(openAccessKey(folder).length).toBe(32);
  });

  it('says what to do with a file that has none', async () => {
    await writeFile(accessKeyPath(folder), 'short\n');
    expect(() => openAccessKey(folder)).toThrowError(/remove it/);
  });
});
