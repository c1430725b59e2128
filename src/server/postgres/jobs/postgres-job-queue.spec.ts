import { describeJobLeaseContract, describeJobQueueContract } from '../../ports/testing/index.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { flush, until } from '../../../testing/index.ts';
import { RecordingJobHandler } from '../../ports/testing/recording-job-handler.ts';
import { MemoryBusHub } from '../../testing/memory-bus.ts';
import { PostgresEventLog } from '../log/postgres-event-log.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { JobRecords } from './job-records.ts';
import { PostgresJobQueue, type PostgresJobQueueOptions } from './postgres-job-queue.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

/** What a dead worker has is another's soon; what a spec makes wait for is not. */
const QUICK = { leaseMs: 600, renewalMs: 100, pollMs: 50 };
const NEVER_MS = 1_000_000;
const HUNG = { ...QUICK, renewalMs: NEVER_MS, pollMs: NEVER_MS };

describe('on PostgreSQL', () => {
  const postgres = usePostgres();
  let hub: MemoryBusHub;

  /** A queue as a process of its own has it. */
  async function open(options: PostgresJobQueueOptions, bus = hub.join()) {
    const faults: unknown[] = [];
    const { database } = postgres();
    const log = await PostgresEventLog.open(database, bus);
    const parts = { database, log, bus };
    const queue = new PostgresJobQueue(parts, { ...options, onHandlerFault: (error) => faults.push(error) });
    return { queue, log, faults };
  }

  beforeEach(() => (hub = new MemoryBusHub()));

  describeJobQueueContract('PostgresJobQueue', ({ concurrency, maxJobsPerCode, maxJobsADay, maxStoredPerAddress }) =>
    open({
      concurrency,
      jobLimits: { perCode: maxJobsPerCode, storedPerAddress: maxStoredPerAddress },
      dailyLimits: { perCode: maxJobsADay },
    }),
  );

  describeJobLeaseContract('PostgresJobQueue', {
    open: ({ isHung, ...options }) =>
      open({ ...(isHung ? HUNG : QUICK), ...options }, isHung ? new MemoryBusHub().join() : hub.join()),
  });

  it('asks its database for nothing more once it is closed, also for a prompt that is taken meanwhile', async () => {
    const { queue, faults } = await open({ isWorker: false });
    queue.start(new RecordingJobHandler());
    const adding = queue.add({ code: CODE, address: '192.0.2.1' }, prompt('一'));
    await queue.close();
    const query = spyOn(postgres().database, 'query').and.rejectWith(new Error('closed'));
    await adding;
    await flush();
    expect(query).not.toHaveBeenCalled();
    expect(faults).toEqual([]);
  });

  it('runs a job again whose end could not be stored while the database was away for long', async () => {
    const { queue, log, faults } = await open({ ...QUICK, retryDelaysMs: [] });
    const handler = new RecordingJobHandler();
    queue.start(handler);
    const first = prompt('一');
    await queue.add({ code: CODE, address: '192.0.2.1' }, first);
    await handler.called('run 一');
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const storing = spyOn(postgres().database, 'transaction').and.rejectWith(away);
    handler.end('一');
    await until(() => faults.includes(away));
    storing.and.callThrough();
    await handler.called('run again 一');
    handler.end('一');
    await until(async () => (await log.read(CODE, 0)).length > 1);
    expect((await log.read(CODE, 0)).length).toBe(3);
    await queue.close();
  });

  it('counts days, and when a job ended, by the server’s clock, whatever that of a process says', async () => {
    const { queue } = await open({ isWorker: false, dailyLimits: { perCode: 1 } });
    queue.start(new RecordingJobHandler());
    const [owner, first] = [{ code: CODE, address: '192.0.2.1' }, prompt('一')];
    await queue.add(owner, first);
    const inADay = Date.now() + 24 * 60 * 60 * 1_000;
    spyOn(Date, 'now').and.returnValue(inADay);
    expect((await queue.add(owner, prompt('二'))) as object).toEqual(jasmine.objectContaining({ quotaOf: 'code' }));
    await queue.cancel(CODE, first.id);
    const [job] = await postgres().database.query<{ ended_at: number }>('SELECT ended_at FROM jobs');
    expect(job?.ended_at).toBeLessThan(inADay);
    await queue.close();
  });

  it('knows the open jobs for an operator, and forgets those that ended before a time', async () => {
    const { queue } = await open({ isWorker: false });
    const handler = new RecordingJobHandler();
    queue.start(handler);
    const records = new JobRecords(postgres().database);
    const [one, two] = [prompt('一'), prompt('二')];
    for (const each of [one, two]) await queue.add({ code: CODE, address: '192.0.2.1' }, each);
    await queue.cancel(CODE, one.id);
    const [job] = await records.openJobsOf(CODE);
    expect(job?.prompt.id).toBe(two.id);
    expect((await records.openJobs()).map(({ id }) => id)).toEqual([job?.id ?? '']);
    expect((await records.findOpenById(job?.id ?? ''))?.code).toBe(CODE);
    await records.removeEnded(CODE);
    expect((await queue.add({ code: CODE, address: '192.0.2.1' }, one)) as object).toEqual(
      jasmine.objectContaining({ isNew: true }),
    );
    await queue.cancel(CODE, one.id);
    await records.trimEnded(Date.now() + 1);
    expect(await postgres().database.query('SELECT prompt_id FROM jobs')).toEqual([{ prompt_id: two.id }]);
    await queue.close();
  });
});
