import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { EngineFault, EngineRegistry, type JobJournal } from '../../engines/index.ts';
import { HAPPY_EVENTS, ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { SqliteEventLog } from '../storage/sqlite-event-log.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { JobTable } from '../storage/sqlite-job-table.ts';
import type { Job, JobRun } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { MemoryMedia } from '../testing/memory-media.ts';
import { RecordingLogger } from '../testing/recording-logger.ts';
import { memoryLog } from '../testing/test-storage.ts';
import { DangerousReferences } from './dangerous-references.ts';
import { JobRunner } from './job-runner.ts';
import { LiveJobs } from './live-jobs.ts';

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
      append: () => Promise.resolve(),
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

  it('runs again however often a gateway has died while another machine was at work', async () => {
    const entry = { endpoint: 'elsewhere', startedAt: 1 };
    await DangerousReferences.enter(job, nextRun());
    const { journal } = await DangerousReferences.enter(job, nextRun());
    await journal.write(entry);
    for (let deaths = 0; deaths < 5; deaths++) await DangerousReferences.enter(job, nextRun());
    // The other machine has refused it, so that it is read again.
    const again = await DangerousReferences.enter(job, nextRun());
    expect(again.journal.entry).toEqual(entry);
    await again.journal.write(undefined);
    await expectAsync(DangerousReferences.enter(job, nextRun())).toBeResolved();
    await expectAsync(DangerousReferences.enter(job, nextRun())).toBeResolved();
    await expectAsync(DangerousReferences.enter(job, nextRun())).toBeRejectedWithError(EngineFault);
  });

  it('is behind them once its engine asks another machine', async () => {
    const media = new MemoryMedia();
    const { url } = await media.save({ bytes: new Uint8Array([7]), mimeType: 'image/webp' });
    const steps: string[] = [];
    const engine = Object.assign(new ScriptedEngine(), {
      async *generate(_request: unknown, _signal: unknown, begun?: JobJournal) {
        await begun?.write({ endpoint: 'elsewhere', startedAt: 1 });
        steps.push('under way');
        yield* HAPPY_EVENTS;
      },
    });
    const log = memoryLog();
    const runner = new JobRunner({
      ...{ engines: EngineRegistry.of(engine), log, media, live: new LiveJobs(log), logger: new RecordingLogger() },
    });
    await runner.run(
      { ...job, prompt: { ...job.prompt, attachments: [url] } },
      {
        ...nextRun(),
        danger: { enter: () => Promise.resolve(1), leave: async () => void steps.push('left') },
      },
    );
    expect(steps).toEqual(['left', 'under way']);
  });

  it('runs again however often where it has none', async () => {
    job = { ...job, prompt: prompt('猫') };
    for (let deaths = 0; deaths < 5; deaths++) {
      await expectAsync(DangerousReferences.enter(job, nextRun())).toBeResolved();
    }
  });
});
