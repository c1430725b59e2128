import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../../engines/testing/temporary-folder.ts';
import { until } from '../../../testing/index.ts';
import { MediaFolder } from '../../media-stores/media-folder.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { RecordingJobHandler } from '../../ports/testing/recording-job-handler.ts';
import { NewerSchemaError } from '../database/migrate.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { eraseCode } from './erase-code.ts';
import { sharedAccessKey } from './access-key.ts';
import { PostgresStorage, type PostgresStorageOptions } from './postgres-storage.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

describe('PostgresStorage', () => {
  const postgres = usePostgres();
  const open: PostgresStorage[] = [];
  let folder: string;

  beforeEach(async () => (folder = await makeTemporaryFolder()));

  afterEach(async () => {
    await Promise.all(open.splice(0).map((storage) => storage.close()));
    await removeTemporaryFolders();
  });

  /** A storage of another process; all of them have the same media. */
  async function openStorage(options: Partial<PostgresStorageOptions> = {}): Promise<PostgresStorage> {
    const mediaStore = await MediaFolder.open(join(folder, 'media'));
    const storage = await PostgresStorage.open(postgres().url, {
      ...{ mediaStore, folder, isWorker: false, onFault: fail },
      ...options,
    });
    open.push(storage);
    return storage;
  }

  async function appendClip(storage: PostgresStorage): Promise<string> {
    const draft = { bytes: new Uint8Array([1]), mimeType: 'video/mp4', code: CODE, address: '192.0.2.1' };
    const { name, url } = await storage.media.save(draft);
    await storage.log.append(CODE, { type: 'video', url, mimeType: 'video/mp4' });
    return name;
  }

  it('has all processes find what one of them stored, under one epoch and one key', async () => {
    const [here, there] = [await openStorage(), await openStorage()];
    const name = await appendClip(here);
    expect(there.log.epoch).toBe(here.log.epoch);
    expect((await there.log.read(CODE, 0)).length).toBe(1);
    expect(await there.ownersOf(name)).toEqual([CODE]);
    expect(await there.media.list()).toEqual([name]);
    expect(await sharedAccessKey(there.database)).toEqual(await sharedAccessKey(here.database));
  });

  it('removes the media of what it trims, and after a while those that nothing mentions', async () => {
    const storage = await openStorage({ retention: { messagesPerCode: 1, maxAgeMs: Infinity } });
    await appendClip(storage);
    const kept = await appendClip(storage);
    await storage.media.save({ bytes: new Uint8Array([1]), mimeType: 'image/png' });
    await postgres().database.query('UPDATE log SET next_trim = NULL');
    await openStorage({ unusedMediaAgeMs: -60_000 });
    expect(await storage.media.list()).toEqual([kept]);
  });

  it('removes no medium that it finds, as where the URL is that of another database', async () => {
    const elsewhere = await MediaFolder.open(join(folder, 'media'));
    const { name } = await elsewhere.save({ bytes: new Uint8Array([1]), mimeType: 'video/mp4' });
    for (let start = 1; start <= 2; start++) {
      await postgres().database.query('UPDATE log SET next_trim = NULL');
      const storage = await openStorage({ unusedMediaAgeMs: -60_000 });
      expect(await storage.media.list()).toEqual([name]);
    }
  });

  it('is trimmed by one process in an hour, by a clock that goes on by a day at most', async () => {
    const { database } = postgres();
    const storage = await openStorage({ retention: { messagesPerCode: 10, maxAgeMs: 1_000 } });
    await storage.log.append(CODE, { type: 'text', content: '喵' });
    await database.query('UPDATE messages SET ts = 1000');
    await openStorage({ retention: { messagesPerCode: 10, maxAgeMs: 1_000 } });
    expect((await storage.log.read(CODE, 0)).length).toBe(1);
    await database.query('UPDATE log SET next_trim = NULL, trimmed_at = NULL');
    await openStorage({ retention: { messagesPerCode: 10, maxAgeMs: 1_000 } });
    expect((await storage.log.read(CODE, 0)).length).toBe(0);
    expect(await database.query('SELECT trimmed_at FROM log')).toEqual([{ trimmed_at: 1_000 + 24 * 60 * 60 * 1_000 }]);
  });

  it('knows how much is stored, and says where there is no room', async () => {
    const storage = await openStorage({ diskLimits: { addressBytes: 10 } });
    await appendClip(storage);
    expect(await storage.budget.findFull('192.0.2.1', 10)).toBe('address');
    expect(await storage.budget.findFull('192.0.2.2', 10)).toBeUndefined();
    expect((await storage.usage()).storedBytes).toBeGreaterThan(1e6);
    expect(await storage.check()).toEqual({ disk: undefined, database: undefined });
  });

  it('counts the clips of jobs that are open at whichever process', async () => {
    const [here, there] = [await openStorage({ diskLimits: { addressBytes: 2e6 } }), await openStorage()];
    there.queue.start(new RecordingJobHandler());
    await there.queue.add({ code: CODE, address: '192.0.2.1' }, prompt('猫'));
    expect(await here.budget.findFull('192.0.2.1', 1)).toBe('address');
    expect(await here.budget.findFull('192.0.2.2', 1)).toBeUndefined();
  });

  it('does what operators ask of whichever process is there', async () => {
    const storage = await openStorage();
    await appendClip(storage);
    await storage.database.query("INSERT INTO operator_requests (action, subject) VALUES ('delete-code', $1)", [CODE]);
    await until(async () => (await storage.log.extent(CODE)).firstSeq === 2, { what: 'everything deleted' });
    expect(await storage.log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 1 });
  });

  it('deletes a code once, whichever process comes late', async () => {
    const storage = await openStorage();
    await appendClip(storage);
    const { database, log } = storage;
    await database.query("INSERT INTO operator_requests (action, subject) VALUES ('delete-code', $1)", [CODE]);
    await Promise.all([1, 2, 3].map(() => eraseCode(database, log, CODE)));
    expect(await log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 1 });
    await until(async () => (await storage.media.list()).length === 0);
    await log.append(CODE, { type: 'text', content: '喵' });
    await eraseCode(database, log, CODE);
    expect(await log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 2 });
  });

  it('keeps a job for as long as it runs, whatever else it is given of the settings of a process', async () => {
    // How often sockets are pinged: far longer than a lease.
    const settings = { heartbeatMs: 1e6, renewalMs: 1e6, pollMs: 1e6 };
    const storage = await openStorage({ ...settings, isWorker: true, leaseMs: 400 });
    const handler = new RecordingJobHandler();
    storage.queue.start(handler);
    await storage.queue.add({ code: CODE, address: '192.0.2.1' }, prompt('一'));
    await handler.called('run 一');
    const leaseOf = async (): Promise<unknown> =>
      (await postgres().database.query('SELECT lease, leased_until > now() AS is_kept FROM jobs'))[0];
    const startedAt = performance.now();
    await until(() => performance.now() - startedAt > 900);
    expect(await leaseOf()).toEqual({ lease: 1, is_kept: true });
    expect(handler.calls.filter((call) => call.startsWith('aborted'))).toEqual([]);
    handler.end('一');
  });

  it('does not open data of a version that it can’t run beside', async () => {
    await postgres().database.query("INSERT INTO schema_steps (step, name, works_with) VALUES (99, 'later', 99)");
    await expectAsync(openStorage()).toBeRejectedWithError(NewerSchemaError);
  });
});
