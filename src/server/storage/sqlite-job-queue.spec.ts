import { join } from 'node:path';
import { describeJobQueueContract } from '../ports/testing/index.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { prompt } from '../testing/messages.ts';
import { memoryQueue } from '../testing/test-storage.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteJobQueue, type SqliteJobQueueOptions } from './sqlite-job-queue.ts';
import { JobNotOpenError, JobTable } from './sqlite-job-table.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const FULL = new Error('the disk is full');

describeJobQueueContract('SqliteJobQueue', async (setting) =>
  memoryQueue({ ...setting, onHandlerFault: () => undefined }),
);

describe('SqliteJobQueue', () => {
  const opened: { readonly queue: SqliteJobQueue; readonly file: SqliteFile }[] = [];
  let path: string;
  let faults: unknown[];

  /** A queue as a new process would have it, while the one before has not even ended. */
  function start(options: SqliteJobQueueOptions = {}) {
    const file = SqliteFile.open(path);
    const log = new SqliteEventLog(file);
    const table = new JobTable(file);
    const queue = new SqliteJobQueue(log, table, { onHandlerFault: (error) => faults.push(error), ...options });
    const handler = new RecordingJobHandler();
    queue.start(handler);
    opened.push({ queue, file });
    return { file, log, table, queue, handler };
  }

  function runs({ handler }: { readonly handler: RecordingJobHandler }): readonly string[] {
    return handler.calls.filter((call) => call.startsWith('run'));
  }

  /** Makes a log fail to append the next so many times. */
  function failAppending(log: SqliteEventLog, times: number): void {
    const appendAll = log.appendAll.bind(log);
    let failures = 0;
    spyOn(log, 'appendAll').and.callFake((...details) => {
      if (failures++ < times) throw FULL;
      return appendAll(...details);
    });
  }

  async function eventsOf(log: SqliteEventLog): Promise<readonly string[]> {
    return (await log.read(CODE, 0)).map((each) => (each.type === 'system' ? each.event : each.type));
  }

  beforeEach(async () => {
    path = join(await makeTemporaryFolder(), 'kitten.sqlite');
    faults = [];
  });

  afterEach(async () => {
    for (const { queue, file } of opened.splice(0)) {
      await queue.close();
      file.close();
    }
    await removeTemporaryFolders();
  });

  it('runs what a crash left open again, in the old order, before what is new', async () => {
    const before = start();
    for (const content of ['一', '二', '三']) await before.queue.add(CODE, prompt(content));
    await before.handler.called('run 一');
    before.handler.end('一');
    await before.handler.called('run 二');
    const after = start();
    await after.queue.add(CODE, prompt('四'));
    for (const content of ['二', '三']) {
      await after.handler.called(`run again ${content}`);
      after.handler.end(content);
    }
    await after.handler.called('run 四');
    expect(runs(after)).toEqual(['run again 二', 'run again 三', 'run 四']);
  });

  it('runs what was aborted by a stop again', async () => {
    const before = start();
    await before.queue.add(CODE, prompt('一'));
    await before.queue.close();
    const after = start();
    await after.handler.called('run again 一');
    expect(before.handler.calls).toContain('aborted 一 shutdown');
  });

  it('knows a prompt after a restart: waiting, running, over', async () => {
    const before = start();
    const prompts = ['一', '二', '三'].map((content) => prompt(content));
    const receipts = [];
    for (const each of prompts) receipts.push(await before.queue.add(CODE, each));
    await before.handler.called('run 一');
    before.handler.end('一');
    await before.handler.called('run 二');
    const after = start();
    for (const [index, each] of prompts.entries()) {
      expect(await after.queue.add(CODE, each)).toEqual(jasmine.objectContaining({ ...receipts[index], isNew: false }));
    }
    expect(after.handler.calls).not.toContain('accepted 一');
  });

  it('cancels a job of before the restart', async () => {
    const before = start();
    const waiting = prompt('二');
    await before.queue.add(CODE, prompt('一'));
    await before.queue.add(CODE, waiting);
    const after = start();
    expect(await after.queue.cancel(CODE, waiting.id)).toBeTrue();
    const again = start();
    await again.handler.called('run again 一');
    expect(await again.queue.cancel(CODE, waiting.id)).toBeFalse();
  });

  it('writes one end of a job, though two processes ran it', async () => {
    const before = start();
    for (const content of ['一', '二']) await before.queue.add(CODE, prompt(content));
    const after = start();
    after.handler.end('一');
    await after.handler.called('run again 二');
    before.handler.end('一');
    await before.handler.called('run 二');
    expect(faults).toEqual([new JobNotOpenError()]);
    expect(await eventsOf(after.log)).toEqual(['accepted', 'accepted', 'text', 'completed']);
  });

  it('reports what a handler rejects with, and runs that job again at the next start', async () => {
    const before = start();
    for (const content of ['一', '二']) await before.queue.add(CODE, prompt(content));
    before.handler.endBadly('一');
    await before.handler.called('run 二');
    expect(faults).toEqual([new Error('一 fell over')]);
    const after = start();
    await after.handler.called('run again 一');
    expect(runs(after)).toEqual(['run again 一']);
  });

  it('tries again where an end can’t be stored, and writes it once', async () => {
    const { log, table, queue, handler } = start({ retryDelaysMs: [1, 1, 1], maxJobsPerCode: 2 });
    for (const content of ['一', '二']) await queue.add(CODE, prompt(content));
    failAppending(log, 2);
    handler.end('一');
    await handler.called('run 二');
    expect(faults).toEqual([FULL, FULL]);
    expect(table.countOpen(CODE)).toBe(1);
    expect(await eventsOf(log)).toEqual(['accepted', 'accepted', 'text', 'completed']);
    expect(runs({ handler })).toEqual(['run 一', 'run 二']);
  });

  it('defers a job whose end can’t be stored to the next start, and no longer counts it', async () => {
    const before = start({ retryDelaysMs: [1], maxJobsPerCode: 2 });
    for (const content of ['一', '二']) await before.queue.add(CODE, prompt(content));
    failAppending(before.log, 2);
    before.handler.end('一');
    await before.handler.called('run 二');
    expect(faults).toEqual([FULL, FULL]);
    expect(await before.queue.add(CODE, prompt('三'))).toEqual(jasmine.objectContaining({ isNew: true }));
    expect(await before.queue.add(CODE, prompt('四'))).toEqual({ limit: 2 });
    const after = start();
    await after.handler.called('run again 一');
    after.handler.end('一');
    await after.handler.called('run again 二');
    expect((await eventsOf(after.log)).filter((event) => event === 'completed').length).toBe(1);
  });

  it('cancels a job that was left to the next start', async () => {
    const { log, queue, handler } = start({ retryDelaysMs: [] });
    const left = prompt('一');
    await queue.add(CODE, left);
    await queue.add(CODE, prompt('二'));
    failAppending(log, 1);
    handler.end('一');
    await handler.called('run 二');
    expect(await queue.cancel(CODE, left.id)).toBeTrue();
    expect(await queue.cancel(CODE, left.id)).toBeFalse();
    expect((await eventsOf(log)).slice(2)).toEqual(['cancelled']);
  });

  it('waits for no further try when it closes', async () => {
    const failed = new Promise<void>((resolve) => {
      const { log, queue, handler } = start({ retryDelaysMs: [3_600_000], onHandlerFault: () => resolve() });
      void queue.add(CODE, prompt('一')).then(() => {
        failAppending(log, 1);
        handler.end('一');
      });
    });
    await failed;
    const [{ queue, file }] = opened as [(typeof opened)[number]];
    await queue.close();
    expect(new JobTable(file).countOpen(CODE)).toBe(0);
  });

  it('forgets jobs that ended long ago, and no open one', async () => {
    const { queue, table, handler } = start();
    const [over, running] = [prompt('一'), prompt('二')];
    await queue.add(CODE, over);
    await queue.add(CODE, running);
    handler.end('一');
    await handler.called('run 二');
    table.trimEnded(Date.now() + 1);
    expect(table.find(CODE, over.id)).toBeUndefined();
    expect(table.find(CODE, running.id)).toBeDefined();
  });

  it('takes nothing before it has started', async () => {
    const { queue } = memoryQueue();
    await expectAsync(queue.add(CODE, prompt('一'))).toBeRejectedWithError('the queue is not open');
  });
});
