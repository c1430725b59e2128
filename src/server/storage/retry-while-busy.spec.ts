import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { until } from '../../testing/index.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { prompt } from '../ports/testing/messages.ts';
import { DataFolder, databasePath } from './data-folder.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

const OWNER = { code: 'code', address: '192.0.2.1' };

describe('a database that another program writes into', () => {
  let data: DataFolder;
  let other: DatabaseSync;

  beforeEach(async () => {
    const folder = join(await makeTemporaryFolder(), 'data');
    data = await DataFolder.open(folder);
    data.queue.start(new RecordingJobHandler());
    other = new DatabaseSync(databasePath(folder));
    other.exec('BEGIN IMMEDIATE');
  });

  afterEach(async () => {
    other.close();
    await data.close();
    await removeTemporaryFolders();
  });

  it('holds up whoever writes until it is free, and nobody else', async () => {
    let isStored = false;
    const storing = Promise.all([
      data.queue.add(OWNER, prompt('猫')),
      data.log.append('another', { type: 'text', content: '狗' }),
    ]).then(() => (isStored = true));
    let turns = 0;
    const startedAt = performance.now();
    await until(() => ++turns > 20);
    // Twenty turns of the loop, and in no one of them the five seconds that it used to wait.
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(isStored).toBeFalse();
    expect((await data.log.extent('another')).lastSeq).toBe(0);
    other.exec('COMMIT');
    await storing;
    expect((await data.log.extent('another')).lastSeq).toBe(1);
  });

  it('blocks for no write, however many wait for it', async () => {
    const startedAt = performance.now();
    for (let tries = 0; tries < 100; tries++) {
      expect(() => data.log.appendAll('code', [{ type: 'text', content: '猫' }])).toThrowError(/locked/);
    }
    // Each of them took twenty milliseconds.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('holds up media, too, until what they take is entered', async () => {
    let isStored = false;
    const storing = data.media
      .save({ bytes: new Uint8Array([1, 2, 3]), mimeType: 'image/png', address: '192.0.2.1' })
      .then(() => (isStored = true));
    await until(async () => (await data.media.list()).length === 1);
    expect(isStored).toBeFalse();
    other.exec('COMMIT');
    await storing;
    expect(await data.budget.findFull('192.0.2.1', 5e9 - 2)).toBe('address');
  });

  it('is given up in the end, with SQLite’s own error', async () => {
    const write = () => data.log.appendAll('code', [{ type: 'text', content: '猫' }]);
    await expectAsync(retryWhileBusy(write, [1, 1])).toBeRejectedWithError(/locked/);
  });
});
