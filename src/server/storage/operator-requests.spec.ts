import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { until } from '../../testing/index.ts';
import { codeKey } from '../limits/code-key.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';
import { databasePath, DataFolder } from './data-folder.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteRequests } from './sqlite-requests.ts';
import { JobTable } from './sqlite-job-table.ts';

describe('what an operator asks for', () => {
  const code = randomUUID();
  let storage: DataFolder;
  /** As another process has it open. */
  let file: SqliteFile;

  beforeEach(async () => {
    storage = await openTestFolder({ revocationIntervalMs: 10 });
    file = SqliteFile.open(databasePath(storage.folder));
  });

  afterEach(async () => {
    file.close();
    await stopTestGateways();
  });

  const untilDone = (place: number): Promise<void> =>
    until(async () => !(await new SqliteRequests(file).isPending(place)), { what: 'the request done' });

  it('is done after the next start where no gateway runs', async () => {
    const first = await startTestGateway({ storage });
    const client = new TestClient(first, { query: { code } });
    await client.untilEvent('welcome');
    client.send(prompt('等一等'));
    const { jobId = '' } = await client.untilEvent('started');
    await first.close();
    const place = await new SqliteRequests(file).add('cancel-job', jobId);
    // Long enough that it looks only after the start.
    storage = await DataFolder.open(storage.folder, { revocationIntervalMs: 500 });
    expect(new JobTable(file).findOpenById(jobId)).toBeDefined();
    await startTestGateway({ storage });
    await until(() => new JobTable(file).findOpenById(jobId) === undefined, { what: 'the end of the job' });
    await untilDone(place);
  });

  it('deletes a code whose jobs run and wait, and nothing that they send at their end stays', async () => {
    const gateway = await startTestGateway({ storage });
    const client = new TestClient(gateway, { query: { code } });
    await client.untilEvent('welcome');
    client.send([prompt('等一等'), prompt('一只很特别的猫')]);
    await client.untilEvent('started');
    await until(async () => (await storage.log.extent(codeKey(code))).lastSeq >= 3, { what: 'both jobs' });
    await untilDone(await new SqliteRequests(file).add('delete-code', codeKey(code)));
    expect(await storage.log.read(codeKey(code), 0)).toEqual([]);
    expect(await storage.queue.tally()).toEqual([]);
    const path = databasePath(storage.folder);
    for (const name of [path, `${path}-wal`]) expect((await readFile(name)).includes('一只很特别的猫')).toBeFalse();
  });

  it('cancels a job that runs', async () => {
    const gateway = await startTestGateway({ storage });
    const client = new TestClient(gateway, { query: { code } });
    await client.untilEvent('welcome');
    client.send(prompt('等一等'));
    const { jobId = '' } = await client.untilEvent('started');
    await untilDone(await new SqliteRequests(file).add('cancel-job', jobId));
    expect((await client.untilEvent('cancelled')).jobId).toBe(jobId);
  });
});
