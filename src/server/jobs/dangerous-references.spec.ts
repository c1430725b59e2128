import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { EngineFault } from '../../engines/index.ts';
import { SqliteEventLog } from '../storage/sqlite-event-log.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { JobTable } from '../storage/sqlite-job-table.ts';
import type { Job, JobRun } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { DangerousReferences } from './dangerous-references.ts';

const CODE = 'code';

describe('a job whose reference images a gateway has died of', () => {
  const files: SqliteFile[] = [];
  let path: string;
  let job: Job;

  /** A run in a new process, as after a crash of the one before. */
  function nextRun(): JobRun {
    const file = SqliteFile.open(path);
    files.push(file);
    const table = new JobTable(file);
    return {
      signal: new AbortController().signal,
      isRepeat: true,
      journal: table.journalOf(job),
      danger: table.dangerOf(job),
    };
  }

  beforeEach(async () => {
    path = join(await makeTemporaryFolder(), 'kitten.sqlite');
    job = { id: 'job', code: CODE, address: '', prompt: { ...prompt('照着画'), attachments: ['/media/a.png'] } };
    const file = SqliteFile.open(path);
    files.push(file);
    new SqliteEventLog(file).appendAll(CODE, [{ type: 'text', content: '猫' }]);
    new JobTable(file).insert(job);
  });

  afterEach(async () => {
    for (const file of files.splice(0)) file.close();
    await removeTemporaryFolders();
  });

  it('runs again after one death, and not after two', async () => {
    await DangerousReferences.enter(job, nextRun());
    await DangerousReferences.enter(job, nextRun());
    await expectAsync(DangerousReferences.enter(job, nextRun())).toBeRejectedWithError(EngineFault);
  });

  it('runs again however often a gateway has died after they were read', async () => {
    for (let deaths = 0; deaths < 5; deaths++) {
      const danger = await DangerousReferences.enter(job, nextRun());
      await danger.leave();
    }
    await expectAsync(DangerousReferences.enter(job, nextRun())).toBeResolved();
  });

  it('runs again however often where it has none', async () => {
    job = { ...job, prompt: prompt('猫') };
    for (let deaths = 0; deaths < 5; deaths++) {
      await expectAsync(DangerousReferences.enter(job, nextRun())).toBeResolved();
    }
  });
});
