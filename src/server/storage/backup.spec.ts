import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIP } from '../../engines/testing/scripted-engine.ts';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { backUp, restore } from './backup.ts';
import { DataFolder } from './data-folder.ts';
import { FolderTakenError } from './folder-lock.ts';

describe('a backup', () => {
  const folder = useTemporaryFolder();
  const CODE = randomUUID();
  let data: string;
  let copy: string;
  let storage: DataFolder;

  beforeEach(async () => {
    data = join(folder(), 'data');
    copy = join(folder(), 'copy');
    storage = await DataFolder.open(data);
  });

  afterEach(() => storage.close());

  async function addClip(): Promise<string> {
    const { url, name } = await storage.media.save(CLIP);
    await storage.log.append(CODE, { type: 'video', url, mimeType: 'video/mp4' });
    return name;
  }

  it('of a gateway that runs has its messages and media, and comes back under a new epoch', async () => {
    const name = await addClip();
    expect(await backUp(data, copy)).toEqual({ folder: copy, media: 1 });
    const later = await addClip();
    const { epoch } = storage.log;
    await storage.close();
    const replaced = await restore(copy, data);
    storage = await DataFolder.open(data);
    expect((await storage.log.read(CODE, 0)).length).toBe(1);
    expect(await storage.media.list()).toEqual([name]);
    expect(storage.log.epoch).not.toBe(epoch);
    expect((await readdir(join(String(replaced), 'media'))).sort()).toEqual([name, later].sort());
  });

  it('brings back no code and no address that was forbidden after it', async () => {
    const early = randomUUID();
    storage.revocations.revoke(early);
    await backUp(data, copy);
    storage.revocations.revoke(CODE);
    await storage.restrictions.block('192.0.2.1');
    await storage.restrictions.pause();
    await storage.close();
    await restore(copy, data);
    storage = await DataFolder.open(data);
    expect([early, CODE, randomUUID()].map((code) => storage.revocations.isRevoked(code))).toEqual([true, true, false]);
    expect([storage.restrictions.isPaused, storage.restrictions.isBlocked('192.0.2.1')]).toEqual([true, true]);
  });

  it('comes back where what is there is no database at all', async () => {
    const name = await addClip();
    await backUp(data, copy);
    await storage.close();
    await writeFile(join(data, 'kitten.sqlite'), 'cut off in the middle');
    await restore(copy, data);
    storage = await DataFolder.open(data);
    expect(await storage.media.list()).toEqual([name]);
  });

  it('is not put in the place of data that a gateway uses', async () => {
    await addClip();
    await backUp(data, copy);
    await expectAsync(restore(copy, data)).toBeRejectedWithError(FolderTakenError);
    expect((await storage.log.read(CODE, 0)).length).toBe(1);
  });

  it('touches no folder that is there, and moves nothing for one that is no backup', async () => {
    await expectAsync(backUp(data, folder())).toBeRejectedWithError(/there already/);
    await writeFile(copy, '');
    await expectAsync(restore(folder(), data)).toBeRejectedWithError(/no backup/);
    expect(await readdir(data)).toContain('kitten.sqlite');
    const name = await addClip();
    await storage.close();
    // It is looked at before anything is moved.
    const broken = join(folder(), 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'kitten.sqlite'), 'cut off in the middle');
    await expectAsync(restore(broken, data)).toBeRejectedWithError(/not a database/);
    storage = await DataFolder.open(data);
    expect((await storage.log.read(CODE, 0)).length).toBe(1);
    expect(await storage.media.list()).toEqual([name]);
    expect((await readdir(data)).filter((each) => /restored|replaced/.test(each))).toEqual([]);
  });
});
