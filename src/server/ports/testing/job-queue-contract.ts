import { randomUUID } from 'node:crypto';
import type { PromptMessage } from '../../../protocol/index.ts';
import { until } from '../../../testing/index.ts';
import { expectOldestToGo } from './job-share.ts';
import { prompt } from './messages.ts';
import type { EventLog, JobQueue, JobReceipt } from '../index.ts';
import { RecordingJobHandler } from './recording-job-handler.ts';

const CAT = '5a0c1f0e-0000-4000-8000-00000000000a';
const DOG = '5a0c1f0e-0000-4000-8000-00000000000b';
const ADDRESS = '192.0.2.1';

/** What a spec decides about the queue that it wants. */
export interface JobQueueSetting {
  readonly concurrency: number;
  readonly maxJobsPerCode: number;
  /** Of a code. */
  readonly maxJobsADay: number;
  readonly maxStoredPerAddress: number;
}

/**
 * What every job queue guarantees.
 *
 * @param make Makes one that has not started, and the log that it appends to; both empty.
 * The suite starts and closes the queue.
 */
export function describeJobQueueContract(
  name: string,
  make: (setting: JobQueueSetting) => Promise<{ readonly queue: JobQueue; readonly log: EventLog }>,
): void {
  describe(`${name} as a job queue`, () => {
    let queue: JobQueue;
    let log: EventLog;
    let handler: RecordingJobHandler;

    async function startQueue(setting: Partial<JobQueueSetting> = {}): Promise<void> {
      ({ queue, log } = await make({
        ...{ concurrency: 1, maxJobsPerCode: 20, maxJobsADay: 20, maxStoredPerAddress: 100 },
        ...setting,
      }));
      handler = new RecordingJobHandler();
      queue.start(handler);
    }

    async function add(code: string, message: PromptMessage): Promise<JobReceipt> {
      const receipt = await queue.add({ code, address: ADDRESS }, message);
      if ('limit' in receipt) throw new Error('the queue is full');
      return receipt;
    }

    /** The stored messages of a code, in a word each. */
    async function storedEvents(code: string): Promise<readonly string[]> {
      const messages = await log.read(code, 0);
      return messages.map((message) => (message.type === 'system' ? message.event : message.type));
    }

    afterEach(() => queue.close());

    it('accepts a job before it runs, and gives it an id', async () => {
      await startQueue();
      const message = prompt('一');
      const { job, isNew } = await add(CAT, message);
      expect(isNew).toBeTrue();
      expect(job).toEqual({ id: job.id, code: CAT, address: ADDRESS, prompt: message });
      await handler.called('run 一');
      expect(handler.calls).toEqual(['accepted 一', 'run 一']);
    });

    it('stores what its handler says of a job, and nothing of another code’s', async () => {
      await startQueue();
      const waiting = prompt('二');
      await add(CAT, prompt('一'));
      await add(DOG, waiting);
      expect(await storedEvents(CAT)).toEqual(['accepted']);
      await queue.cancel(DOG, waiting.id);
      expect(await storedEvents(DOG)).toEqual(['accepted', 'cancelled']);
      handler.end('一');
      await add(DOG, prompt('三'));
      await handler.called('run 三');
      expect(await storedEvents(CAT)).toEqual(['accepted', 'text', 'completed']);
    });

    it('stores what a run says before the end of its job, and nothing after that', async () => {
      await startQueue();
      await add(CAT, prompt('一'));
      await handler.called('run 一');
      const run = handler.runOf('一');
      await run.append({ type: 'text', content: '喵' });
      handler.end('一');
      await until(async () => (await storedEvents(CAT)).includes('completed'));
      await expectAsync(run.append({ type: 'text', content: 'late' })).toBeRejected();
      expect(await storedEvents(CAT)).toEqual(['accepted', 'text', 'text', 'completed']);
    });

    it('stores nothing of a job that it could not accept', async () => {
      await startQueue({ maxJobsPerCode: 1 });
      handler.failToAccept(new Error('no'));
      await expectAsync(queue.add({ code: CAT, address: ADDRESS }, prompt('一'))).toBeRejected();
      handler.failToAccept(undefined);
      await add(CAT, prompt('二'));
      await queue.add({ code: CAT, address: ADDRESS }, prompt('三'));
      expect(await storedEvents(CAT)).toEqual(['accepted']);
    });

    it('runs one after the other, everybody in turn, and reports the positions of the others', async () => {
      await startQueue();
      for (const content of ['一', '二', '三']) await add(content === '二' ? DOG : CAT, prompt(content));
      await handler.called('moved 三 2');
      handler.end('一');
      await handler.called('moved 三 1');
      handler.end('二');
      await handler.called('run 三');
      expect(handler.calls.filter((call) => !call.startsWith('accepted'))).toEqual([
        'run 一',
        'moved 二 1',
        'moved 三 2',
        'run 二',
        'moved 三 1',
        'run 三',
      ]);
    });

    it('runs as many at once as it was told', async () => {
      await startQueue({ concurrency: 2 });
      for (const content of ['一', '二', '三']) await add(CAT, prompt(content));
      await handler.called('moved 三 1');
      expect(handler.calls).toContain('run 二');
      expect(handler.calls).not.toContain('run 三');
      handler.end('二');
      await handler.called('run 三');
    });

    it('makes one job of a prompt sent twice: at once, while it runs, and when it is over', async () => {
      await startQueue();
      const message = prompt('一');
      const [first, second] = await Promise.all([add(CAT, message), add(CAT, message)]);
      expect([first.isNew, second.isNew]).toEqual(jasmine.arrayWithExactContents([true, false]));
      expect(second.job).toEqual(first.job);
      await handler.called('run 一');
      expect(await add(CAT, message)).toEqual({ job: first.job, isNew: false });
      handler.end('一');
      await add(CAT, prompt('二'));
      await handler.called('run 二');
      const known = await add(CAT, message);
      expect([known.job.id, known.isNew]).toEqual([first.job.id, false]);
      expect(handler.calls.filter((call) => call === 'accepted 一').length).toBe(1);
    });

    it('keeps apart the same prompt id of two codes', async () => {
      await startQueue();
      const message = prompt('一');
      const first = await add(CAT, message);
      const second = await add(DOG, message);
      expect(second.isNew).toBeTrue();
      expect(second.job.id).not.toBe(first.job.id);
    });

    it('refuses a job beyond the limit of its code, and no one else’s', async () => {
      await startQueue({ maxJobsPerCode: 2 });
      const first = prompt('一');
      await add(CAT, first);
      await add(CAT, prompt('二'));
      expect(await queue.add({ code: CAT, address: ADDRESS }, prompt('三'))).toEqual(
        jasmine.objectContaining({ of: 'code', limit: 2 }),
      );
      expect((await add(CAT, first)).isNew).toBeFalse();
      expect((await add(DOG, prompt('四'))).isNew).toBeTrue();
      await handler.called('run 一');
      handler.end('一');
      await handler.called('run 四');
      expect((await add(CAT, prompt('五'))).isNew).toBeTrue();
    });

    it('knows a prompt that it has, open or ended, whatever there is room for', async () => {
      await startQueue({ maxJobsPerCode: 2, maxJobsADay: 2 });
      const [one, two, three] = [prompt('一'), prompt('二'), prompt('三')];
      const jobs = [await add(CAT, one), await add(CAT, two)].map(({ job }) => job);
      expect(await queue.add({ code: CAT, address: ADDRESS }, three)).toEqual(
        jasmine.objectContaining({ quotaOf: 'code', limit: 2 }),
      );
      await handler.called('run 一');
      handler.end('一');
      await handler.called('run 二');
      for (const [index, known] of [one, two].entries()) {
        expect(await add(CAT, known)).toEqual(jasmine.objectContaining({ isNew: false }));
        expect((await queue.find(CAT, known.id))?.id).toBe(jobs[index]?.id);
      }
      expect(await queue.find(CAT, three.id)).toBeUndefined();
      expect(await queue.find(DOG, one.id)).toBeUndefined();
    });

    it('cancels a job that waits: it never runs, and the others move up', async () => {
      await startQueue();
      const waiting = prompt('二');
      await add(CAT, prompt('一'));
      await add(CAT, waiting);
      await add(CAT, prompt('三'));
      expect(await queue.cancel(CAT, waiting.id)).toBeTrue();
      await handler.called('moved 三 1');
      handler.end('一');
      await handler.called('run 三');
      expect(handler.calls).toContain('cancelled 二');
      expect(handler.calls).not.toContain('run 二');
      expect(await queue.cancel(CAT, waiting.id)).toBeFalse();
    });

    it('aborts a job that runs, and goes on with the next', async () => {
      await startQueue();
      const running = prompt('一');
      await add(CAT, running);
      await add(CAT, prompt('二'));
      await handler.called('run 一');
      expect(await queue.cancel(CAT, running.id)).toBeTrue();
      await handler.called('aborted 一 cancelled');
      await handler.called('run 二');
      expect(handler.calls).not.toContain('cancelled 一');
    });

    it('has nothing to cancel for an unknown prompt, another’s, or one that is over', async () => {
      await startQueue();
      const message = prompt('一');
      await add(CAT, message);
      await handler.called('run 一');
      expect(await queue.cancel(CAT, randomUUID())).toBeFalse();
      expect(await queue.cancel(DOG, message.id)).toBeFalse();
      handler.end('一');
      await add(CAT, prompt('二'));
      await handler.called('run 二');
      expect(await queue.cancel(CAT, message.id)).toBeFalse();
    });

    it('runs a job that goes on again when its turn comes, and counts it as open until then', async () => {
      await startQueue();
      const [one, two] = [prompt('一'), prompt('二')];
      await add(CAT, one);
      await add(CAT, two);
      await handler.called('run 一');
      handler.goOn('一');
      await handler.called('run 二');
      expect(await queue.cancel(CAT, one.id)).toBeTrue();
      expect(await storedEvents(CAT)).toEqual(['accepted', 'accepted', 'cancelled']);
      handler.goOn('二');
      await until(() => handler.calls.filter((call) => /^run (again )?二$/.test(call)).length === 2);
      handler.end('二');
      await until(async () => (await storedEvents(CAT)).at(-1) === 'completed');
    });

    it('does not have a job wait for its turn that is cancelled as it goes on', async () => {
      await startQueue();
      const [one, two] = [prompt('一'), prompt('二')];
      await add(CAT, one);
      await handler.called('run 一');
      await add(CAT, two);
      handler.goOn('一');
      expect(await queue.cancel(CAT, one.id)).toBeTrue();
      await until(async () => (await storedEvents(CAT)).includes('cancelled'));
    });

    it('forgets the oldest jobs of an address beyond its share, with their messages, and nobody else’s', async () => {
      await startQueue({ maxStoredPerAddress: 2 });
      await expectOldestToGo({ queue, log, handler });
    });

    it('survives a handler that rejects', async () => {
      await startQueue();
      await add(CAT, prompt('一'));
      await add(CAT, prompt('二'));
      await handler.called('run 一');
      handler.endBadly('一');
      await handler.called('run 二');
      expect(handler.calls).toContain('run 二');
    });

    it('forgets a prompt that its handler could not accept, so that it may be sent again', async () => {
      await startQueue({ maxJobsPerCode: 1 });
      const message = prompt('一');
      handler.failToAccept(new Error('the log is away'));
      await expectAsync(queue.add({ code: CAT, address: ADDRESS }, message)).toBeRejectedWithError('the log is away');
      handler.failToAccept(undefined);
      expect((await add(CAT, message)).isNew).toBeTrue();
      await handler.called('run 一');
    });

    it('aborts what runs when it closes, hands out nothing more, and takes nothing more', async () => {
      await startQueue();
      await add(CAT, prompt('一'));
      await add(CAT, prompt('二'));
      await handler.called('run 一');
      await queue.close();
      expect(handler.calls).toContain('aborted 一 shutdown');
      expect(handler.calls).not.toContain('run 二');
      expect(await storedEvents(CAT)).toEqual(['accepted', 'accepted']);
      await expectAsync(queue.add({ code: CAT, address: ADDRESS }, prompt('三'))).toBeRejected();
    });
  });
}
