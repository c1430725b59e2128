import { join } from 'node:path';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { codeKey } from '../limits/code-key.ts';
import { usePostgres } from '../postgres/testing/use-postgres.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import { DATA_FIXTURES } from '../testing/data-fixture.ts';
import { runAdmin } from './admin.ts';
import { revoke } from './revoke.ts';
import { runMove } from './move.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

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
    const line = await runMove({ dataFolder, databaseUrl: undefined }, url);
    expect(line).toMatch(/^Moved \d+ codes, \d+ messages and \d+ jobs to PostgreSQL at 127\.0\.0\.1:\d+\/spec_\d+\.\n/);
    expect(line).not.toContain('kitten@');
    await expectAsync(runMove({ dataFolder, databaseUrl: url })).toBeRejectedWithError(/already/);
  });

  it('is refused while a gateway uses the folder', async () => {
    const lock = lockFolder(dataFolder);
    await expectAsync(runMove({ dataFolder, databaseUrl: postgres().url })).toBeRejectedWithError(
      /in use by a gateway/,
    );
    lock.close();
  });

  it('says what is missing', async () => {
    await expectAsync(runMove({ dataFolder, databaseUrl: undefined })).toBeRejectedWithError(/Where to\?/);
    await expectAsync(runMove({ dataFolder, databaseUrl: undefined }, 'here')).toBeRejectedWithError(/--to has to be/);
    await expectAsync(runMove({ dataFolder: folder(), databaseUrl: postgres().url })).toBeRejectedWithError(/no data/);
    const gone = 'postgres://kitten:secret@127.0.0.1:1/kitten';
    await expectAsync(runMove({ dataFolder, databaseUrl: gone })).toBeRejectedWithError(/can’t be reached/);
  });
});
