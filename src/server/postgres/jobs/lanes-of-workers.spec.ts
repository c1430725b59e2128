import type { Job, JobLane, JobReceipt } from '../../ports/index.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { RecordingJobHandler } from '../../ports/testing/recording-job-handler.ts';
import { MemoryBusHub } from '../../testing/memory-bus.ts';
import { until } from '../../../testing/index.ts';
import { PostgresEventLog } from '../log/postgres-event-log.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { PostgresJobQueue, type PostgresJobQueueOptions } from './postgres-job-queue.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const OWNER = { code: CODE, address: '192.0.2.1' };
const QUICK = { renewalMs: 100, pollMs: 20 };

/** Knows certain lanes, and may take a job to be of a lane that it does not know. */
class LaneHandler extends RecordingJobHandler {
  readonly #lanes: readonly string[];
  lane: string;

  constructor(lane: string, lanes: readonly string[]) {
    super();
    this.lane = lane;
    this.#lanes = lanes;
  }

  laneOf(_job: Job): JobLane {
    return laneOfName(this.lane);
  }

  lanes(): readonly JobLane[] {
    return this.#lanes.map(laneOfName);
  }
}

function laneOfName(id: string): JobLane {
  return { id, concurrency: 1 };
}

describe('the lanes of workers on PostgreSQL', () => {
  const postgres = usePostgres();
  const queues: PostgresJobQueue[] = [];
  let hub: MemoryBusHub;
  let log: PostgresEventLog;

  beforeEach(async () => {
    hub = new MemoryBusHub();
    log = await PostgresEventLog.open(postgres().database, hub.join());
  });

  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.close()));
    await log.close();
  });

  function start(handler: LaneHandler, options: PostgresJobQueueOptions = {}): PostgresJobQueue {
    const parts = { database: postgres().database, log, bus: hub.join() };
    const queue = new PostgresJobQueue(parts, { ...QUICK, ...options, onHandlerFault: fail });
    queues.push(queue);
    queue.start(handler);
    return queue;
  }

  async function events(): Promise<readonly string[]> {
    return (await log.read(CODE, 0)).map((each) => (each.type === 'system' ? each.event : each.type));
  }

  it('have a job go on in another worker, where its next run is of a lane that only that one has', async () => {
    const [first, second] = [new LaneHandler('bot', ['bot']), new LaneHandler('engine', ['engine'])];
    const queue = start(first);
    start(second);
    await queue.add(OWNER, prompt('一'));
    await first.called('run 一');
    first.lane = 'engine';
    first.goOn('一');
    await second.called('run again 一');
    second.end('一');
    await until(async () => (await events()).includes('completed'));
    expect(await events()).toEqual(['accepted', 'text', 'completed']);
    expect(first.calls.filter((call) => call.startsWith('run'))).toEqual(['run 一']);
  });

  it('have a worker that does not know how far a job is go on with it in the turn that it has', async () => {
    const [first, second] = [new LaneHandler('bot', ['bot']), new LaneHandler('bot', ['engine'])];
    const queue = start(first);
    await queue.add(OWNER, prompt('一'));
    await first.called('run 一');
    first.lane = 'engine';
    first.goOn('一');
    start(second);
    await second.called('run again 一');
    // It has asked the bot again, and knows by that where the job is.
    second.lane = 'engine';
    second.goOn('一');
    await until(() => second.calls.filter((call) => call === 'run again 一').length === 2);
    second.end('一');
    await until(async () => (await events()).includes('completed'));
    expect(second.calls.filter((call) => call.startsWith('run'))).toEqual(['run again 一', 'run again 一']);
    const [row] = await postgres().database.query('SELECT lease FROM jobs');
    expect(row).toEqual({ lease: 2 });
  });

  it('bring a job whose lane no worker has known for two minutes to its end in the lane of jobs without an engine', async () => {
    let now = 0;
    const worker = new LaneHandler('', ['']);
    start(worker, { now: () => now });
    const gateway = start(new LaneHandler('gone', []), { isWorker: false });
    const { job } = (await gateway.add(OWNER, prompt('一'))) as JobReceipt;
    const looked = async (): Promise<void> => {
      // A job of a known lane has been looked for and taken after what waits in the unknown one was seen.
      const [before, seen] = [now, prompt(`${now}`)];
      await start(new LaneHandler('', []), { isWorker: false }).add(OWNER, seen);
      await worker.called(`run ${before}`);
      worker.end(seen.content);
    };
    await looked();
    now = 119_999;
    await looked();
    expect(worker.calls.filter((call) => call.endsWith('一'))).toEqual([]);
    now = 120_000;
    await worker.called('run 一');
    worker.end('一');
    await until(
      async () => (await postgres().database.query('SELECT 1 FROM jobs WHERE ended_at IS NULL')).length === 0,
    );
    expect((await log.read(CODE, 0)).filter(({ jobId }) => jobId === job.id).length).toBe(3);
  });

  it('are told by a gateway that runs none when there may be room, by how fast jobs end anywhere', async () => {
    const gateway = start(new LaneHandler('', []), { isWorker: false, jobLimits: { perCode: 3 } });
    const { database } = postgres();
    const full = async (): Promise<unknown> => gateway.add(OWNER, prompt('no room'));
    for (const content of ['一', '二', '三']) await gateway.add(OWNER, prompt(content));
    expect(await full()).toEqual({ of: 'code', limit: 3, retryAfterMs: 10_000 });
    const others = { code: '5a0c1f0e-0000-4000-8000-00000000000b', address: '192.0.2.9' };
    for (const content of ['四', '五', '六']) await gateway.add(others, prompt(content));
    // Two addresses wait, so that there is room after two turns; what ended an hour ago says nothing of now.
    await database.query(
      `UPDATE jobs SET ended_at = $1::bigint - CASE prompt::json ->> 'content' WHEN '四' THEN 5000 WHEN '五' THEN 1000 ELSE 3600000 END,
         address = NULL WHERE address = '192.0.2.9'`,
      [Date.now()],
    );
    await gateway.add(others, prompt('七'));
    expect(await full()).toEqual({ of: 'code', limit: 3, retryAfterMs: 8_000 });
  });
});
