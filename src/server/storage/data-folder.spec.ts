import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { DataFolder, type DataFolderOptions, mediaPath } from './data-folder.ts';
import { FolderTakenError } from './folder-lock.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const OTHER = '5a0c1f0e-0000-4000-8000-00000000000b';

describe('DataFolder', () => {
  let folder: string;
  let data: DataFolder;

  async function reopen(options?: DataFolderOptions): Promise<void> {
    await data.close();
    data = await DataFolder.open(folder, options);
  }

  async function appendClip(code = CODE): Promise<string> {
    const { name, url } = await data.media.save({ bytes: new Uint8Array([1]), mimeType: 'video/mp4' });
    data.log.appendAll(code, [{ type: 'video', url, mimeType: 'video/mp4' }]);
    return name;
  }

  beforeEach(async () => {
    folder = join(await makeTemporaryFolder(), 'deep', 'data');
    data = await DataFolder.open(folder);
  });

  afterEach(async () => {
    await data.close();
    await removeTemporaryFolders();
  });

  it('makes of nothing a folder with a database and media', async () => {
    expect(await data.log.extent(CODE)).toEqual({ firstSeq: 1, lastSeq: 0 });
    expect(await readdir(folder)).toEqual(jasmine.arrayContaining(['kitten.sqlite', 'media']));
  });

  it('finds again what it stored, under the same epoch', async () => {
    const name = await appendClip();
    const { epoch } = data.log;
    await reopen();
    expect(data.log.epoch).toBe(epoch);
    expect((await data.log.read(CODE, 0)).length).toBe(1);
    expect(await data.media.list()).toEqual([name]);
  });

  it('belongs to one gateway at a time', async () => {
    await expectAsync(DataFolder.open(folder)).toBeRejectedWithError(FolderTakenError);
    data.log.appendAll(CODE, [{ type: 'text', content: '喵' }]);
  });

  it('removes the media of what it trims, and those that another message shows stay', async () => {
    await reopen({ retention: { messagesPerCode: 1, maxAgeMs: Infinity } });
    const name = await appendClip();
    data.log.appendAll(OTHER, [{ type: 'video', url: `/media/${name}`, mimeType: 'video/mp4' }]);
    data.log.appendAll(CODE, [{ type: 'text', content: '喵' }]);
    expect(await data.media.list()).toEqual([name]);
    const gone = spyOn(data.media, 'remove').and.callThrough();
    data.log.appendAll(OTHER, [{ type: 'text', content: '汪' }]);
    await Promise.all(gone.calls.all().map(({ returnValue }) => returnValue));
    expect(await data.media.list()).toEqual([]);
  });

  it('trims what has become too old when it opens, with its media', async () => {
    await appendClip();
    await reopen({ retention: { messagesPerCode: 1_000, maxAgeMs: -1_000 } });
    expect(await data.log.read(CODE, 0)).toEqual([]);
    expect(await data.media.list()).toEqual([]);
  });

  it('trims nothing where the clock is weeks ahead, however often it starts', async () => {
    await appendClip();
    await writeFile(join(folder, 'kitten.sqlite.v9'), 'as it was');
    const clock = spyOn(Date, 'now').and.returnValue(Date.now() + 40 * 24 * 60 * 60 * 1_000);
    for (let start = 1; start <= 40; start++) await reopen();
    expect((await data.log.read(CODE, 0)).length).toBe(1);
    expect((await data.media.list()).length).toBe(1);
    expect(await readdir(folder)).toContain('kitten.sqlite.v9');
    clock.and.callThrough();
  });

  it('is for this user only, media too', async () => {
    expect((await stat(mediaPath(folder))).mode & 0o777).toBe(0o700);
  });

  it('takes a lock that holds nonsense for none', async () => {
    await data.close();
    await writeFile(join(folder, 'gateway.lock'), 'nonsense '.repeat(200));
    data = await DataFolder.open(folder);
    await expectAsync(DataFolder.open(folder)).toBeRejectedWithError(FolderTakenError);
  });

  it('takes an empty database for a new one only where there are no media that it may have known', async () => {
    const own = await makeTemporaryFolder();
    const path = join(own, 'kitten.sqlite');
    await writeFile(path, '');
    const first = await DataFolder.open(own);
    await first.media.save({ bytes: new Uint8Array([1]), mimeType: 'video/mp4' });
    await first.close();
    await writeFile(path, '');
    await expectAsync(DataFolder.open(own)).toBeRejectedWithError(/is empty, but there are media/);
    await rm(path);
    await (await DataFolder.open(own)).close();
  });

  it('removes no medium that it finds, as where the database that knew it is missing', async () => {
    const known = await appendClip();
    const yesterday = new Date(Date.now() - 48 * 60 * 60 * 1_000);
    await utimes(join(mediaPath(folder), known), yesterday, yesterday);
    await data.close();
    const aside = await makeTemporaryFolder();
    const names = (await readdir(folder)).filter((name) => name.startsWith('kitten.sqlite'));
    for (const name of names) await rename(join(folder, name), join(aside, name));
    // A start enters what it finds, and another one has it entered.
    for (let start = 1; start <= 2; start++) {
      data = await DataFolder.open(folder);
      expect(await data.media.list()).toEqual([known]);
      await data.close();
    }
    for (const name of names) await rename(join(aside, name), join(folder, name));
    data = await DataFolder.open(folder, { retention: { messagesPerCode: 1_000, maxAgeMs: -1_000 } });
    expect(await data.media.list()).toEqual([]);
  });

  it('removes media that no message has mentioned within a day when it opens, and nothing else', async () => {
    const used = await appendClip();
    const fresh = await data.media.save({ bytes: new Uint8Array([3]), mimeType: 'image/png' });
    const { name: unused } = await data.media.save({ bytes: new Uint8Array([2]), mimeType: 'image/png' });
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
    for (const name of [used, unused]) await utimes(join(mediaPath(folder), name), yesterday, yesterday);
    const [halfLongAgo, half] = [0, 1].map(() => `.${randomBytes(16).toString('hex')}.mp4.tmp`) as [string, string];
    for (const name of [halfLongAgo, half]) await writeFile(join(mediaPath(folder), name), 'half');
    await utimes(join(mediaPath(folder), halfLongAgo), yesterday, yesterday);
    await writeFile(join(mediaPath(folder), 'notes.txt'), 'mine');
    await reopen();
    expect((await readdir(mediaPath(folder))).sort()).toEqual([used, fresh.name, half, 'notes.txt'].sort());
  });

  it('stores a reference image as long as the prompt that names it', async () => {
    await reopen({ retention: { messagesPerCode: 1, maxAgeMs: Infinity }, unusedMediaAgeMs: -60_000 });
    const { name, url } = await data.media.save({ bytes: new Uint8Array([1]), mimeType: 'image/png' });
    data.log.appendAll(CODE, [{ type: 'system', event: 'accepted', prompt: '猫', attachments: [url] }]);
    await reopen({ retention: { messagesPerCode: 1, maxAgeMs: Infinity }, unusedMediaAgeMs: -60_000 });
    expect(await data.media.list()).toEqual([name]);
    const gone = spyOn(data.media, 'remove').and.callThrough();
    data.log.appendAll(CODE, [{ type: 'text', content: '喵' }]);
    await Promise.all(gone.calls.all().map(({ returnValue }) => returnValue));
    expect(await data.media.list()).toEqual([]);
  });

  it('finds revoked codes again', async () => {
    data.revocations.revoke(CODE);
    data.revocations.revoke(CODE);
    await reopen();
    expect([data.revocations.isRevoked(CODE), data.revocations.isRevoked(OTHER)]).toEqual([true, false]);
  });

  it('reports a code that is revoked by another process, once, and to those who still watch', async () => {
    await reopen({ revocationIntervalMs: 5 });
    const received: string[] = [];
    data.revocations.watch((code) => received.push(`no longer watching ${code}`))();
    const reported = new Promise<void>((resolve) => {
      data.revocations.watch((code) => {
        received.push(code);
        if (code === OTHER) resolve();
      });
    });
    data.revocations.revoke(CODE);
    data.revocations.revoke(OTHER);
    await reported;
    expect(received).toEqual([CODE, OTHER]);
  });
});
