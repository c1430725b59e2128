import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describeJobLeaseContract, describeJobQueueContract } from '../ports/testing/index.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { DiskFullError, type JobReceipt } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { memoryQueue } from '../testing/test-storage.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteJobQueue, type SqliteJobQueueOptions } from './sqlite-job-queue.ts';
import { JobNotOpenError } from '../schedule/job-not-open.ts';
import { JobTable } from './sqlite-job-table.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const OWNER = { code: CODE, address: '192.0.2.1' };
const FULL = new Error('a fault of the disk');

describeJobQueueContract('SqliteJobQueue', async ({ concurrency, maxJobsADay: perCode, ...max }) => {
  const jobLimits = { perCode: max.maxJobsPerCode, storedPerAddress: max.maxStoredPerAddress };
  return memoryQueue({ concurrency, jobLimits, dailyLimits: { perCode }, onHandlerFault: () => undefined });
});

describe('in a SQLite file', () => {
  let path: string;
  const files: SqliteFile[] = [];

  beforeEach(async () => {
    path = join(await makeTemporaryFolder(), 'kitten.sqlite');
  });

  afterEach(async () => {
    for (const file of files.splice(0)) file.close();
    await removeTemporaryFolders();
  });

  describeJobLeaseContract('SqliteJobQueue', {
    aloneBecause: 'a data folder is one process’s as long as that lives: its lock is the lease of all jobs',
    open: ({ concurrency }) => {
      const faults: unknown[] = [];
      const file = SqliteFile.open(path);
      files.push(file);
      const log = new SqliteEventLog(file);
      const options = { concurrency, onHandlerFault: (error: unknown) => void faults.push(error) };
      return Promise.resolve({ queue: new SqliteJobQueue(log, new JobTable(file), options), log, faults });
    },
  });
});

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
  function failAppending(log: SqliteEventLog, times: number, fault = FULL): void {
    const appendAll = log.appendAll.bind(log);
    let failures = 0;
    spyOn(log, 'appendAll').and.callFake((...details) => {
      if (failures++ < times) throw fault;
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
    for (const content of ['一', '二', '三']) await before.queue.add(OWNER, prompt(content));
    await before.handler.called('run 一');
    before.handler.end('一');
    await before.handler.called('run 二');
    const after = start();
    await after.queue.add(OWNER, prompt('四'));
    for (const content of ['二', '三']) {
      await after.handler.called(`run again ${content}`);
      after.handler.end(content);
    }
    await after.handler.called('run 四');
    expect(runs(after)).toEqual(['run again 二', 'run again 三', 'run 四']);
  });

  it('goes on with what another machine has begun before anything else, whoever’s turn it is', async () => {
    const before = start({ concurrency: 2 });
    for (const content of ['一', '二']) {
      const { job } = (await before.queue.add(OWNER, prompt(content))) as JobReceipt;
      await before.table.journalOf(job).write({ endpoint: 'https://gpu.example/v1', startedAt: 1, operation: content });
    }
    await before.queue.add({ code: randomUUID(), address: '192.0.2.9' }, prompt('三'));
    const after = start({ concurrency: 2 });
    await after.handler.called('moved 三 1');
    expect(runs(after)).toEqual(['run again 一', 'run again 二']);
    after.handler.end('二');
    await after.handler.called('run again 三');
  });

  it('keeps how far people were told that a job is, a little above that at most', async () => {
    const before = start();
    const { job } = (await before.queue.add(OWNER, prompt('一'))) as JobReceipt;
    const toldAfterwards = (): number => start().table.toldOf(job).progress;
    expect(toldAfterwards()).toBe(0);
    const told = before.table.toldOf(job);
    for (const progress of [0.07, 0.42, 0.3, 0.94, 0.97]) {
      await told.raise(progress);
      const after = toldAfterwards();
      expect(after).toBe(told.progress);
      expect(after).toBeGreaterThanOrEqual(progress);
      expect(after).toBeLessThan(1);
    }
    await told.raise(1);
    expect(toldAfterwards()).toBe(1);
  });

  it('runs what was aborted by a stop again', async () => {
    const before = start();
    await before.queue.add(OWNER, prompt('一'));
    await before.queue.close();
    const after = start();
    await after.handler.called('run again 一');
    expect(before.handler.calls).toContain('aborted 一 shutdown');
  });

  it('knows a prompt after a restart: waiting, running, over', async () => {
    const before = start();
    const prompts = ['一', '二', '三'].map((content) => prompt(content));
    const receipts: JobReceipt[] = [];
    for (const each of prompts) receipts.push((await before.queue.add(OWNER, each)) as JobReceipt);
    await before.handler.called('run 一');
    before.handler.end('一');
    await before.handler.called('run 二');
    const after = start();
    for (const [index, each] of prompts.entries()) {
      const known = await after.queue.add(OWNER, each);
      const { job } = receipts[index] ?? {};
      expect(known).toEqual(jasmine.objectContaining({ job: jasmine.objectContaining({ id: job?.id }), isNew: false }));
    }
    expect(after.handler.calls).not.toContain('accepted 一');
  });

  it('cancels a job of before the restart', async () => {
    const before = start();
    const waiting = prompt('二');
    await before.queue.add(OWNER, prompt('一'));
    await before.queue.add(OWNER, waiting);
    const after = start();
    expect(await after.queue.cancel(CODE, waiting.id)).toBeTrue();
    const again = start();
    await again.handler.called('run again 一');
    expect(await again.queue.cancel(CODE, waiting.id)).toBeFalse();
  });

  it('writes one end of a job, though two processes ran it', async () => {
    const before = start();
    for (const content of ['一', '二']) await before.queue.add(OWNER, prompt(content));
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
    for (const content of ['一', '二']) await before.queue.add(OWNER, prompt(content));
    before.handler.endBadly('一');
    await before.handler.called('run 二');
    expect(faults).toEqual([new Error('一 fell over')]);
    const after = start();
    await after.handler.called('run again 一');
    expect(runs(after)).toEqual(['run again 一']);
  });

  it('tries again where an end can’t be stored, and writes it once', async () => {
    const { log, table, queue, handler } = start({ retryDelaysMs: [1, 1, 1], jobLimits: { perCode: 2 } });
    for (const content of ['一', '二']) await queue.add(OWNER, prompt(content));
    failAppending(log, 2);
    handler.end('一');
    await handler.called('run 二');
    expect(faults).toEqual([FULL, FULL]);
    expect(table.countOpen(CODE)).toBe(1);
    expect(await eventsOf(log)).toEqual(['accepted', 'accepted', 'text', 'completed']);
    expect(runs({ handler })).toEqual(['run 一', 'run 二']);
  });

  it('defers a job whose end can’t be stored to the next start, and no longer counts it', async () => {
    const before = start({ retryDelaysMs: [1], jobLimits: { perCode: 2 } });
    for (const content of ['一', '二']) await before.queue.add(OWNER, prompt(content));
    failAppending(before.log, 2);
    before.handler.end('一');
    await before.handler.called('run 二');
    expect(faults).toEqual([FULL, FULL]);
    expect(await before.queue.add(OWNER, prompt('三'))).toEqual(jasmine.objectContaining({ isNew: true }));
    expect(await before.queue.add(OWNER, prompt('四'))).toEqual(jasmine.objectContaining({ of: 'code', limit: 2 }));
    const after = start();
    await after.handler.called('run again 一');
    after.handler.end('一');
    await after.handler.called('run again 二');
    expect((await eventsOf(after.log)).filter((event) => event === 'completed').length).toBe(1);
  });

  it('goes on trying to store an end for as long as the disk is full', async () => {
    const { log, table, queue, handler } = start({ retryDelaysMs: [1, 1] });
    for (const content of ['一', '二']) await queue.add(OWNER, prompt(content));
    failAppending(log, 7, new DiskFullError());
    handler.end('一');
    await handler.called('run 二');
    expect([faults.length, table.countOpen(CODE)]).toEqual([7, 1]);
  });

  it('cancels a job that was left to the next start', async () => {
    const { log, queue, handler } = start({ retryDelaysMs: [] });
    const left = prompt('一');
    await queue.add(OWNER, left);
    await queue.add(OWNER, prompt('二'));
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
      void queue.add(OWNER, prompt('一')).then(() => {
        failAppending(log, 1);
        handler.end('一');
      });
    });
    await failed;
    const [{ queue, file }] = opened as [(typeof opened)[number]];
    await queue.close();
    expect(new JobTable(file).countOpen(CODE)).toBe(0);
  });

  it('refuses a job beyond the limits of an address and of everybody, and says when it may be tried again', async () => {
    const { queue } = start({ jobLimits: { perCode: 5, perAddress: 2, total: 3 } });
    const from = (address: string) => ({ code: randomUUID(), address });
    for (const content of ['一', '二']) await queue.add(from('192.0.2.1'), prompt(content));
    const full = await queue.add(from('192.0.2.1'), prompt('三'));
    expect(full).toEqual({ of: 'address', limit: 2, retryAfterMs: jasmine.any(Number) });
    await queue.add(from('192.0.2.2'), prompt('四'));
    const everybody = await queue.add(from('192.0.2.3'), prompt('五'));
    expect(everybody).toEqual({ of: 'everybody', limit: 3, retryAfterMs: jasmine.any(Number) });
  });

  it('forgets jobs that ended long ago, and no open one', async () => {
    const { queue, table, handler } = start();
    const [over, running] = [prompt('一'), prompt('二')];
    await queue.add(OWNER, over);
    await queue.add(OWNER, running);
    handler.end('一');
    await handler.called('run 二');
    await table.trimEnded(Date.now() + 1);
    expect(table.find(CODE, over.id)).toBeUndefined();
    expect(table.find(CODE, running.id)).toBeDefined();
  });

  it('takes nothing before it has started', async () => {
    const { queue } = memoryQueue();
    await expectAsync(queue.add(OWNER, prompt('一'))).toBeRejectedWithError('the queue is not open');
  });
});
