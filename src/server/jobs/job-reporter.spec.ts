import type { ServerMessage } from '../../protocol/index.ts';
import type { Job, ToldProgress } from '../ports/index.ts';
import { MemoryMedia } from '../testing/memory-media.ts';
import { prompt } from '../ports/testing/messages.ts';
import { memoryLog } from '../testing/test-storage.ts';
import { JobReporter } from './job-reporter.ts';
import { LiveJobs } from './live-jobs.ts';

const JOB: Job = {
  id: '5a0c1f0e-0000-4000-8000-0000000000f0',
  code: '5a0c1f0e-0000-4000-8000-00000000000a',
  address: '192.0.2.1',
  prompt: prompt('橘猫'),
};

/** Keeps what is told, up to a progress that it can't store. */
class FullStore implements ToldProgress {
  readonly progress: number;
  readonly #most: number;

  constructor(progress: number, most: number) {
    this.progress = progress;
    this.#most = most;
  }

  raise(progress: number): Promise<void> {
    return progress > this.#most ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
  }
}

describe('JobReporter', () => {
  let shares: (number | undefined)[];
  let time: number;

  beforeEach(() => {
    shares = [];
    time = 0;
  });

  function reporterOf(told: ToldProgress | undefined): JobReporter {
    const log = memoryLog();
    log.follow(JOB.code, (message: ServerMessage) => {
      if (message.type === 'system') shares.push(message.event === 'progress' ? message.progress : undefined);
    });
    const context = { live: new LiveJobs(log), media: new MemoryMedia(), now: () => (time += 1_000) };
    return new JobReporter(context, JOB, { isRepeat: true, madeWith: undefined, told });
  }

  async function report(reporter: JobReporter, told: readonly number[]): Promise<void> {
    for (const progress of told) await reporter.report({ kind: 'progress', progress, stage: 'draw' });
  }

  it('tells at once how far an earlier run was, and no less afterwards', async () => {
    const reporter = reporterOf(new FullStore(0.45, 1));
    reporter.resume();
    await report(reporter, [0, 0.3, 0.5]);
    expect(shares).toEqual([0.45, 0.45, 0.45, 0.5]);
  });

  it('tells no progress that can’t be kept for the next run, and goes on', async () => {
    await report(reporterOf(new FullStore(0, 0.7)), [0.5, 0.8, 0.6]);
    expect(shares).toEqual([0.5, 0.6]);
  });

  it('has nothing to tell of earlier runs that have told of no progress', async () => {
    for (const told of [undefined, new FullStore(0, 1)]) {
      const reporter = reporterOf(told);
      reporter.resume();
      await report(reporter, [0.1]);
    }
    expect(shares).toEqual([0.1, 0.1]);
  });
});
