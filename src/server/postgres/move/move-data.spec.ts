import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../../engines/testing/temporary-folder.ts';
import { codeKey } from '../../limits/code-key.ts';
import { MediaFolder } from '../../media-stores/media-folder.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { databasePath, DataFolder, mediaPath } from '../../storage/data-folder.ts';
import { SqliteFile } from '../../storage/sqlite-file.ts';
import { DATA_FIXTURES, type DataFixture } from '../../testing/data-fixture.ts';
import { JobRecords } from '../jobs/job-records.ts';
import { PostgresStorage } from '../storage/postgres-storage.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { MoveError, moveData } from './move-data.ts';
import { UnfinishedMoveError } from './unfinished-move.ts';

const FIXTURES = fileURLToPath(DATA_FIXTURES);
const FOREVER = { messagesPerCode: Infinity, maxAgeMs: Infinity };

describe('moveData', () => {
  const postgres = usePostgres();
  let fixture: DataFixture;
  let folder: string;
  let file: SqliteFile;

  beforeEach(async () => {
    fixture = JSON.parse(await readFile(join(FIXTURES, '0.1.0.json'), 'utf8')) as DataFixture;
    folder = join(await makeTemporaryFolder(), 'data');
    await cp(join(FIXTURES, '0.1.0'), folder, { recursive: true });
    // As a gateway of today leaves it: with a ledger of the media, and a quota.
    const data = await DataFolder.open(folder, { retention: FOREVER });
    await data.restrictions.block('192.0.2.9');
    await data.close();
    file = SqliteFile.open(databasePath(folder));
    file.prepare("INSERT INTO daily_jobs (owner, day, jobs) VALUES ('code a', 20000, 3)").run();
    file.prepare('UPDATE jobs SET journal = \'{"begun":1}\', told_percent = 35 WHERE ended_at IS NULL').run();
  });

  afterEach(async () => {
    file.close();
    await removeTemporaryFolders();
  });

  async function openStorage(): Promise<PostgresStorage> {
    const mediaStore = await MediaFolder.open(mediaPath(folder));
    return PostgresStorage.open(postgres().url, { mediaStore, folder, isWorker: false, retention: FOREVER });
  }

  /** Every row of a table, as the other database would give it. */
  async function rowsOf(table: string, columns: string): Promise<readonly [unknown, unknown]> {
    const sql = `SELECT ${columns} FROM ${table} ORDER BY ${columns}`;
    const [moved, original] = [await postgres().database.query(sql), file.prepare(sql).all()];
    return [moved.map((row) => ({ ...row })), original.map((row) => ({ ...row }))];
  }

  it('loses nothing, also where it is interrupted again and again', async () => {
    const { database } = postgres();
    let pages = 0;
    const interrupted = () => {
      if (++pages % 3 === 0) throw new Error('interrupted');
    };
    let tries = 1;
    for (; tries < 100; tries++) {
      const isDone = await moveData(file, database, { pageSize: 7, accessKey: 'key', onPage: interrupted }).then(
        () => true,
        (error: unknown) => {
          expect(String(error)).toBe('Error: interrupted');
          return false;
        },
      );
      if (isDone) break;
      await expectAsync(openStorage()).toBeRejectedWithError(UnfinishedMoveError);
    }
    expect(tries).toBeGreaterThan(3);
    for (const [table, columns] of [
      ['codes', 'id, code, last_seq'],
      ['messages', 'code_id, seq, ts, body'],
      ['media', 'name, code_id, seq'],
      ['jobs', 'place, id, code_id, prompt_id, prompt, address, journal, perilous_runs, told_percent, ended_at'],
      ['revoked_codes', 'place, code'],
      ['stored_media', 'name, address, bytes, code'],
      ['daily_jobs', 'owner, day, jobs'],
      ['restrictions', 'subject'],
    ] as const) {
      const [moved, original] = await rowsOf(table, columns);
      expect(moved).withContext(table).toEqual(original);
    }
    expect(await database.query('SELECT epoch, access_key FROM log')).toEqual([
      { epoch: fixture.epoch, access_key: 'key' },
    ]);
  });

  it('is followed by gateways that go on where the folder’s stopped', async () => {
    await moveData(file, postgres().database);
    const storage = await openStorage();
    expect(storage.log.epoch).toBe(fixture.epoch);
    for (const { code, messages } of fixture.codes) {
      const read: readonly unknown[] = await storage.log.read(codeKey(code), 0);
      expect(read).toEqual([...messages]);
    }
    expect(storage.revocations.isRevoked(codeKey(fixture.revoked))).toBeTrue();
    expect(storage.restrictions.isBlocked('192.0.2.9')).toBeTrue();
    const { code, ids } = fixture.openPrompts;
    const open = await new JobRecords(storage.database).openJobsOf(codeKey(code));
    expect(open.map((job) => job.prompt.id)).toEqual([...ids]);
    const fresh = await storage.log.append('another code', { type: 'text', content: '喵' });
    expect(fresh.seq).toBe(1);
    storage.queue.start({
      accept: () => ({ type: 'text', content: '已收到' }),
      run: () => Promise.resolve([]),
      cancelWaiting: () => ({ type: 'text', content: '已取消' }),
      reportPosition: () => undefined,
    });
    const [known = ''] = ids;
    expect(await storage.queue.add({ code: codeKey(code), address: '' }, prompt('again', known))).toEqual(
      jasmine.objectContaining({ isNew: false }),
    );
    expect(await storage.queue.add({ code: codeKey(code), address: '' }, prompt('new'))).toEqual(
      jasmine.objectContaining({ isNew: true }),
    );
    await storage.close();
  });

  it('is refused into a database that is used, and for data that have changed meanwhile', async () => {
    const { database } = postgres();
    const onPage = (): never => {
      throw new Error('interrupted');
    };
    await expectAsync(moveData(file, database, { pageSize: 2, onPage })).toBeRejectedWithError('interrupted');
    file.prepare("INSERT INTO codes (code, last_seq) VALUES ('later', 0)").run();
    await expectAsync(moveData(file, database)).toBeRejectedWithError(MoveError, /have changed since/);
    file.prepare("DELETE FROM codes WHERE code = 'later'").run();
    await moveData(file, database);
    await expectAsync(moveData(file, database)).toBeRejectedWithError(MoveError, /already/);
    file.prepare("UPDATE log SET epoch = 'another'").run();
    await expectAsync(moveData(file, database)).toBeRejectedWithError(MoveError, /another gateway/);
  });

  it('goes into a database on which a gateway was only tried, and into none for which something was decided', async () => {
    const { database } = postgres();
    await (await openStorage()).close();
    expect((await database.query('SELECT 1 FROM stored_media')).length).toBeGreaterThan(0);
    await database.query("INSERT INTO restrictions (subject) VALUES ('192.0.2.9')");
    await expectAsync(moveData(file, database)).toBeRejectedWithError(MoveError, /another gateway/);
    await database.query('DELETE FROM restrictions');
    await expectAsync(moveData(file, database)).toBeResolved();
  });

  it('is refused while a gateway uses the database', async () => {
    const storage = await openStorage();
    await expectAsync(moveData(file, postgres().database)).toBeRejectedWithError(MoveError, /uses the database/);
    await storage.close();
  });
});
