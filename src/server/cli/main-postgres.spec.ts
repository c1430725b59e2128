import { join } from 'node:path';
import { cp, readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { codeKey } from '../limits/code-key.ts';
import { MediaStoreError } from '../media-stores/media-store-error.ts';
import { openMediaStore } from '../media-stores/open-media-store.ts';
import { S3MediaStore } from '../media-stores/s3-media-store.ts';
import { startS3Server } from '../media-stores/testing/s3-server.ts';
import { refuseUnfinishedMove, UnfinishedMoveError } from '../postgres/move/unfinished-move.ts';
import { usePostgres } from '../postgres/testing/use-postgres.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import { DATA_FIXTURES } from '../testing/data-fixture.ts';
import { runAdmin } from './admin.ts';
import { revoke } from './revoke.ts';
import { runMove } from './move.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

const SETTINGS = { databaseUrl: undefined, mediaPlace: undefined };

describe('what an operator does with data in PostgreSQL', () => {
  const postgres = usePostgres();

  it('is asked of the gateways, and looked at', async () => {
    const { database, url } = postgres();
    const settings = { dataFolder: 'data', databaseUrl: url };
    await database.query(`
      INSERT INTO codes (code, last_seq) VALUES ('a', 1);
      INSERT INTO messages (code_id, seq, ts, body) SELECT id, 1, 86400000, '{}' FROM codes;
      INSERT INTO jobs (id, code_id, prompt_id, prompt, address)
      SELECT 'job 1', id, 'prompt 1', '{"type":"text","id":"1","content":"喵"}', '192.0.2.1' FROM codes`);
    expect(await runAdmin(settings, ['jobs'])).toMatch(/^1 open\njob 1 .*from 192\.0\.2\.1$/);
    expect(await runAdmin(settings, ['usage'])).toBe('day\tcodes\tmessages\tjobs\n1970-01-02\t1\t1\t0');
    await expectAsync(runAdmin(settings, ['cancel', 'job 2'])).toBeRejectedWithError(/no open job/);
    expect(await revoke(settings, CODE)).toBe('The code is no longer valid.');
    expect(await database.query('SELECT code FROM revoked_codes')).toEqual([{ code: codeKey(CODE) }]);
  });

  it('says why the database can’t be used', async () => {
    const settings = { dataFolder: 'data', databaseUrl: 'postgres://kitten:secret@127.0.0.1:1/kitten' };
    await expectAsync(runAdmin(settings, ['jobs'])).toBeRejectedWithError(/can’t be reached/);
  });
});

describe('ask-kitten move', () => {
  const folder = useTemporaryFolder();
  const postgres = usePostgres();
  let dataFolder: string;

  beforeEach(async () => {
    dataFolder = join(folder(), 'data');
    await cp(join(fileURLToPath(DATA_FIXTURES), '0.1.0'), dataFolder, { recursive: true });
  });

  it('moves a data folder, and says what it has moved and where, without the password', async () => {
    const { url } = postgres();
    const line = await runMove({ ...SETTINGS, dataFolder }, { to: url });
    expect(line).toMatch(/^Moved \d+ codes, \d+ messages and \d+ jobs to PostgreSQL at 127\.0\.0\.1:\d+\/spec_\d+\.\n/);
    expect(line).not.toContain('kitten@');
    await expectAsync(runMove({ ...SETTINGS, dataFolder, databaseUrl: url })).toBeRejectedWithError(/already/);
  });

  it('copies the media where MEDIA_URL says, before a gateway may begin, and goes on where that stopped', async () => {
    const { database, url } = postgres();
    const server = await startS3Server();
    const names = await readdir(join(dataFolder, 'media'));
    const place = { kind: 's3', bucket: server.bucket, prefix: 'moved/' } as const;
    const move = (): Promise<string> =>
      runMove({ ...SETTINGS, dataFolder, databaseUrl: url, mediaPlace: place }, { environment: server.environment });
    const copying = spyOn(S3MediaStore.prototype, 'adopt').and.callThrough();
    copying
      .withArgs(names[2] ?? '', jasmine.anything())
      .and.rejectWith(new MediaStoreError('no room', 'ENOSPC', undefined));
    await expectAsync(move()).toBeRejectedWithError('no room');
    await expectAsync(refuseUnfinishedMove(database)).toBeRejectedWithError(UnfinishedMoveError);
    copying.and.callThrough();
    copying.withArgs(names[2] ?? '', jasmine.anything()).and.callThrough();
    const lines = await move();
    expect(lines).toMatch(/^Moved \d+ codes.*\nCopied \d+ media to s3:\/\/[\w-]+\/moved\/; \d+ were there already\.\n/);
    await expectAsync(refuseUnfinishedMove(database)).toBeResolved();
    const bucket = await openMediaStore(place, server.environment);
    expect([...(await bucket.list())].sort()).toEqual([...names].sort());
    for (const name of names)
      expect((await bucket.find(name))?.bytes).toBe((await stat(join(dataFolder, 'media', name))).size);
    // Moved once; only what is missing is copied again.
    await bucket.remove(names[0] ?? '');
    expect(await move()).toMatch(/^These data have been moved there already\.\nCopied 1 media/);
    await bucket.close();
    await server.close();
  });

  it('leaves the media where they are if MEDIA_URL is their own folder', async () => {
    const mediaPlace = { kind: 'folder', folder: join(dataFolder, 'media') } as const;
    const line = await runMove({ ...SETTINGS, dataFolder, mediaPlace }, { to: postgres().url });
    expect(line).toContain('The media stay in');
  });

  it('is refused while a gateway uses the folder', async () => {
    const lock = lockFolder(dataFolder);
    await expectAsync(runMove({ ...SETTINGS, dataFolder, databaseUrl: postgres().url })).toBeRejectedWithError(
      /in use by a gateway/,
    );
    lock.close();
  });

  it('says what is missing', async () => {
    await expectAsync(runMove({ ...SETTINGS, dataFolder })).toBeRejectedWithError(/Where to\?/);
    await expectAsync(runMove({ ...SETTINGS, dataFolder }, { to: 'here' })).toBeRejectedWithError(/--to has to be/);
    await expectAsync(
      runMove({ ...SETTINGS, dataFolder: folder(), databaseUrl: postgres().url }),
    ).toBeRejectedWithError(/no data/);
    const gone = 'postgres://kitten:secret@127.0.0.1:1/kitten';
    await expectAsync(runMove({ ...SETTINGS, dataFolder, databaseUrl: gone })).toBeRejectedWithError(
      /can’t be reached/,
    );
  });
});
