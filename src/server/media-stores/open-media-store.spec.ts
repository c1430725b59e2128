import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { openMediaStore } from './open-media-store.ts';
import { type S3Server, startS3Server } from './testing/s3-server.ts';

const CLIP = { bytes: new Uint8Array([7]), mimeType: 'video/mp4' };

describe('openMediaStore', () => {
  let server: S3Server;

  beforeAll(async () => {
    server = await startS3Server();
  });

  afterAll(async () => {
    await server.close();
    await removeTemporaryFolders();
  });

  it('opens a folder that gateways share', async () => {
    const folder = join(await makeTemporaryFolder(), 'shared');
    const [one, other] = [
      await openMediaStore({ kind: 'folder', folder }, {}),
      await openMediaStore({ kind: 'folder', folder }, {}),
    ];
    const { name } = await one.save(CLIP);
    expect(new Uint8Array(await other.read(name))).toEqual(CLIP.bytes);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('opens a bucket that gateways share', async () => {
    const place = { kind: 's3', bucket: server.bucket, prefix: 'clips/' } as const;
    const [one, other] = [
      await openMediaStore(place, server.environment),
      await openMediaStore(place, server.environment),
    ];
    const { name } = await one.save(CLIP);
    expect(new Uint8Array(await other.read(name))).toEqual(CLIP.bytes);
    for (const store of [one, other]) await store.close();
  });

  it('says in a line which place can’t be used', async () => {
    const folder = join(await makeTemporaryFolder(), 'taken');
    await writeFile(folder, '');
    await expectAsync(openMediaStore({ kind: 'folder', folder }, {})).toBeRejectedWithError(
      `Nothing can be stored in ${folder} (EEXIST), which MEDIA_URL names.`,
    );
    const nowhere = { kind: 's3', bucket: 'nowhere', prefix: '' } as const;
    await expectAsync(openMediaStore(nowhere, server.environment)).toBeRejectedWithError(
      /^There is no bucket nowhere at /,
    );
  });
});
