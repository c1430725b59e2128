import { randomUUID } from 'node:crypto';
import { until } from '../../testing/index.ts';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { prompt } from '../ports/testing/messages.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteJobQueue } from './sqlite-job-queue.ts';
import { JobTable } from './sqlite-job-table.ts';

/** Ten addresses that have filled the queue: a row of the trials. */
const ADDRESSES = 10;
const JOBS = 10_000;
/** Nothing at a start may block the loop for longer, in milliseconds; a busy machine is measured by reading all jobs at once. */
const LONGEST_BLOCK_MS = 50;

/** What this thread has taken of the CPU since it was looked at, in milliseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * How long the turns of the event loop are from now on until the longest is asked for, in milliseconds of this thread's
 * CPU: the clock would count what the machine does besides.
 */
function measureTurns(): { longest(): number } {
  let longest = 0;
  let before = process.threadCpuUsage();
  let turn: NodeJS.Immediate;
  const measure = (): void => {
    longest = Math.max(longest, cpuSince(before));
    before = process.threadCpuUsage();
    turn = setImmediate(measure);
  };
  turn = setImmediate(measure);
  return {
    longest: () => {
      clearImmediate(turn);
      return longest;
    },
  };
}

describe('a queue with ten thousand open jobs', () => {
  let file: SqliteFile;
  let log: SqliteEventLog;
  let table: JobTable;
  let queue: SqliteJobQueue;
  let handler: RecordingJobHandler;

  beforeEach(() => {
    file = SqliteFile.open(':memory:');
    log = new SqliteEventLog(file);
    table = new JobTable(file);
    const codes = Array.from({ length: 50 }, () => randomUUID());
    for (const code of codes) log.appendAll(code, [{ type: 'text', content: '猫' }]);
    file.transaction(() => {
      for (let index = 0; index < JOBS; index++) {
        const address = `192.0.2.${index % ADDRESSES}`;
        const code = codes[index % codes.length] ?? '';
        table.insert({ id: randomUUID(), code, address, prompt: prompt(`${index} ${'猫'.repeat(300)}`) });
      }
    });
    handler = new RecordingJobHandler();
    queue = new SqliteJobQueue(log, table, { jobLimits: { total: 2 * JOBS } });
  });

  afterEach(async () => {
    await queue.close();
    file.close();
  });

  it('starts without blocking the loop, and runs the oldest meanwhile', async () => {
    const turns = measureTurns();
    queue.start(handler);
    await until(() => handler.calls.filter((call) => call.startsWith('moved')).length >= JOBS - 1, {
      what: 'every job has a position',
    });
    expect(handler.calls[0]).toMatch(/^run again 0 /);
    const longest = turns.longest();
    const before = process.threadCpuUsage();
    table.openJobs(0, JOBS);
    const allAtOnce = cpuSince(before);
    expect(longest).toBeLessThan(Math.max(LONGEST_BLOCK_MS, 0.75 * allAtOnce));
  });

  it('has a visitor from another address run after one job of each, at the latest', async () => {
    queue.start(handler);
    const visitor = randomUUID();
    await queue.add({ code: visitor, address: '198.51.100.7' }, prompt('来客'));
    // The jobs of before are read first.
    await until(() => handler.calls.some((call) => call.startsWith('moved 来客')));
    for (let ended = 0; !handler.calls.includes('run 来客'); ended++) {
      expect(ended).toBeLessThanOrEqual(ADDRESSES);
      const running = handler.calls.filter((call) => call.startsWith('run again')).at(-1) ?? '';
      handler.end(running.replace('run again ', ''));
      await until(() => handler.calls.filter((call) => call.startsWith('run ')).length > ended + 1);
    }
  });

  it('cancels a job that has not been read yet', async () => {
    const last = table.openJobs(JOBS - 1, 1)[0]?.job;
    queue.start(handler);
    expect(await queue.cancel(last?.code ?? '', last?.prompt.id ?? '')).toBeTrue();
    expect(table.countAllOpen()).toBe(JOBS - 1);
  });
});
