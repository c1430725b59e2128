import { until } from '../../../testing/index.ts';
import type { EventLog, JobQueue, JobReceipt } from '../index.ts';
import { prompt } from './messages.ts';
import { RecordingJobHandler } from './recording-job-handler.ts';

const CAT = '5a0c1f0e-0000-4000-8000-00000000000a';
const DOG = '5a0c1f0e-0000-4000-8000-00000000000b';
const ADDRESS = '192.0.2.1';
const OWNER = { code: CAT, address: ADDRESS };
/** Longer than a process of a spec may say nothing of itself. */
const LONG_MS = 1_000;
const ENTRY = { endpoint: 'https://gpu.example/v1', startedAt: 1, operation: 'op' };

/** What a spec decides about a process. */
export interface ProcessSetting {
  readonly concurrency: number;
  /** Whether it says nothing of itself and hears of nothing, as one that hangs. */
  readonly isHung: boolean;
  /** Whether it runs jobs; otherwise it only takes them in. */
  readonly isWorker: boolean;
}

/** A queue as one process has it. */
export interface QueueProcess {
  readonly queue: JobQueue;
  readonly log: EventLog;
  /** What it reported as a fault. */
  readonly faults: readonly unknown[];
}

/** Where the processes of a spec are. */
export interface LeaseStage {
  /** Another process on the same data, which has not started. The suite starts and closes its queue. */
  readonly open: (setting: ProcessSetting) => Promise<QueueProcess>;
  /** Why no two processes live at the same time; undefined where they may. */
  readonly aloneBecause?: string;
}

/** What every job queue guarantees whose processes come and go: a job is at most one process's, and has one end. */
export function describeJobLeaseContract(name: string, stage: LeaseStage): void {
  describe(`${name} with processes that come and go`, () => {
    const processes: QueueProcess[] = [];

    async function start(setting: Partial<ProcessSetting> = {}) {
      const opened = await stage.open({ concurrency: 1, isHung: false, isWorker: true, ...setting });
      processes.push(opened);
      const handler = new RecordingJobHandler();
      opened.queue.start(handler);
      return { ...opened, handler, runs: () => handler.calls.filter((call) => call.startsWith('run')) };
    }

    async function add({ queue }: QueueProcess, content: string, owner = OWNER): Promise<JobReceipt> {
      const receipt = await queue.add(owner, prompt(content));
      if ('limit' in receipt) throw new Error('the queue is full');
      return receipt;
    }

    async function eventsIn({ log }: QueueProcess): Promise<readonly string[]> {
      return (await log.read(CAT, 0)).map((each) => (each.type === 'system' ? each.event : each.type));
    }

    /** For what wants two living processes. */
    function together(what: string, spec: () => Promise<void>): void {
      it(what, async () => {
        if (stage.aloneBecause !== undefined) return pending(stage.aloneBecause);
        await spec();
      });
    }

    afterEach(async () => {
      await Promise.all(processes.splice(0).map(({ queue }) => queue.close()));
    });

    it('goes on with what a dead process left open, in the old order, before what is new', async () => {
      const before = await start({ isHung: true });
      for (const content of ['一', '二', '三']) await add(before, content);
      await before.handler.called('run 一');
      const after = await start();
      await add(after, '四');
      await after.handler.called('run again 一');
      for (const content of ['一', '二', '三']) {
        await until(() => after.runs().some((run) => run.endsWith(content)));
        after.handler.end(content);
      }
      await after.handler.called('run 四');
      expect(after.runs().map((run) => run.at(-1))).toEqual(['一', '二', '三', '四']);
    });

    it('writes one end of a job, though two processes ran it', async () => {
      const before = await start({ isHung: true });
      await add(before, '一');
      await before.handler.called('run 一');
      const after = await start();
      await after.handler.called('run again 一');
      after.handler.end('一');
      await until(async () => (await eventsIn(after)).includes('completed'));
      before.handler.end('一');
      await until(() => before.faults.length > 0);
      expect(String(before.faults[0])).toContain('the job is not open');
      expect(await eventsIn(after)).toEqual(['accepted', 'text', 'completed']);
    });

    it('runs what it runs once, though it stood still for longer than a process may', async () => {
      const process = await start({ isHung: true, concurrency: 2 });
      await add(process, '一');
      await process.handler.called('run 一');
      const startedAt = performance.now();
      await until(() => performance.now() - startedAt > LONG_MS);
      await add(process, '二');
      await process.handler.called('run 二');
      expect(process.runs()).toEqual(['run 一', 'run 二']);
      for (const content of ['一', '二']) process.handler.end(content);
      await until(async () => (await eventsIn(process)).filter((event) => event === 'completed').length === 2);
      expect(process.faults).toEqual([]);
    });

    it('goes on with the journal of the process before, and tells no less than it did', async () => {
      const before = await start({ isHung: true });
      await add(before, '一');
      await before.handler.called('run 一');
      await before.handler.runOf('一').journal.write(ENTRY);
      await before.handler.runOf('一').told?.raise(0.42);
      const after = await start();
      await after.handler.called('run again 一');
      const { journal, told } = after.handler.runOf('一');
      expect(JSON.stringify(journal.entry)).toBe(JSON.stringify(ENTRY));
      expect(told?.progress).toBeGreaterThanOrEqual(0.42);
    });

    it('goes on with what another machine has begun before anything else, whoever’s turn it is', async () => {
      const before = await start({ isHung: true, concurrency: 2 });
      await add(before, '零', { code: DOG, address: '192.0.2.9' });
      await add(before, '一');
      await before.handler.called('run 一');
      await before.handler.runOf('一').journal.write(ENTRY);
      const after = await start();
      await after.handler.called('run again 一');
      expect(after.runs()).toEqual(['run again 一']);
    });

    it('knows a prompt that another process took in, and cancels it where it waits', async () => {
      const before = await start({ isHung: true });
      await add(before, '一');
      const waiting = prompt('二');
      const first = (await before.queue.add(OWNER, waiting)) as JobReceipt;
      const after = await start();
      const known = (await after.queue.add(OWNER, waiting)) as JobReceipt;
      expect([known.job.id, known.isNew]).toEqual([first.job.id, false]);
      expect(await after.queue.cancel(CAT, waiting.id)).toBeTrue();
      expect(await after.queue.cancel(CAT, waiting.id)).toBeFalse();
      expect(await eventsIn(after)).toEqual(['accepted', 'accepted', 'cancelled']);
    });

    together('runs at once what another process takes in', async () => {
      const worker = await start();
      const gateway = await start({ isWorker: false });
      await add(gateway, '一');
      await worker.handler.called('run 一');
      expect(gateway.handler.calls).toEqual(['accepted 一']);
    });

    together('runs no more jobs of a lane than it may, over all processes, and everybody’s in turn', async () => {
      const [one, other] = [await start({ concurrency: 2 }), await start({ concurrency: 2 })];
      for (const content of ['一', '二', '三', '四']) await add(one, content);
      await add(one, '五', { code: DOG, address: '192.0.2.9' });
      const runs = (): readonly string[] => [...one.runs(), ...other.runs()].map((run) => run.at(-1) ?? '');
      await until(() => runs().length === 2);
      for (const process of [one, other]) for (const content of ['一', '二']) process.handler.end(content);
      await until(() => runs().length === 4);
      expect(new Set(runs())).toEqual(new Set(['一', '二', '五', '三']));
    });

    together('leaves a job with a process that is alive', async () => {
      const [one, other] = [await start(), await start()];
      await add(one, '一');
      await until(() => one.runs().length + other.runs().length === 1);
      const [owner, idle] = one.runs().length === 1 ? [one, other] : [other, one];
      // Its lease would have ended by now, if it did not say that it lives.
      const startedAt = performance.now();
      await until(() => performance.now() - startedAt > 1_500);
      expect(idle.runs()).toEqual([]);
      owner.handler.end('一');
      await until(async () => (await eventsIn(one)).includes('completed'));
    });

    together('aborts a job that runs in another process', async () => {
      const worker = await start();
      const gateway = await start({ isWorker: false });
      const { job } = await add(gateway, '一');
      await worker.handler.called('run 一');
      expect(await gateway.queue.cancel(CAT, job.prompt.id)).toBeTrue();
      await worker.handler.called('aborted 一 cancelled');
      await until(async () => (await eventsIn(gateway)).includes('cancelled'));
    });

    together('gives its jobs to the others at once when it closes', async () => {
      const one = await start();
      await add(one, '一');
      await one.handler.called('run 一');
      const other = await start();
      await one.queue.close();
      await other.handler.called('run again 一');
      expect(one.handler.calls).toContain('aborted 一 shutdown');
    });

    together('stops a job that was given to another, and lets it write nothing more of it', async () => {
      const before = await start({ isHung: true });
      await add(before, '一');
      await before.handler.called('run 一');
      const after = await start();
      await after.handler.called('run again 一');
      await expectAsync(before.handler.runOf('一').journal.write(ENTRY)).toBeRejected();
      expect(after.handler.runOf('一').journal.entry).toBeUndefined();
      await expectAsync(before.handler.runOf('一').append({ type: 'text', content: 'late' })).toBeRejected();
      await after.handler.runOf('一').append({ type: 'text', content: 'in time' });
      expect((await after.log.read(CAT, 0)).flatMap((each) => (each.type === 'text' ? each.content : []))).toEqual([
        'in time',
      ]);
    });

    together('counts the jobs of all processes', async () => {
      const worker = await start();
      const gateway = await start({ isWorker: false });
      await add(gateway, '一');
      await add(gateway, '二');
      await worker.handler.called('run 一');
      const counts = { engine: '', waiting: 1, running: 1 };
      expect(await gateway.queue.tally()).toEqual([counts]);
      expect(await worker.queue.tally()).toEqual([counts]);
    });

    together('tells people their positions from one process, and from another when that is gone', async () => {
      const [one, other] = [await start(), await start()];
      await add(one, '一');
      await add(other, '二');
      const moves = (): readonly string[] =>
        [...one.handler.calls, ...other.handler.calls].filter((call) => call.startsWith('moved'));
      await until(() => moves().length === 1);
      expect(moves()).toEqual(['moved 二 1']);
      const [teller, heir] = one.handler.calls.includes('moved 二 1') ? [one, other] : [other, one];
      await teller.queue.close();
      await until(() => heir.runs().length === 1);
      heir.handler.end(heir.runs()[0]?.at(-1) ?? '');
      await until(() => heir.runs().length === 2);
      await add(heir, '三');
      await heir.handler.called('moved 三 1');
    });
  });
}
