import { until } from '../../testing/index.ts';
import type { EngineFault } from '../port/engine-fault.ts';
import { SHUTDOWN } from '../port/video-engine.ts';
import { describeRemoteFaults } from './remote-fault-contract.ts';
import { type RemoteStage, StagedJob } from './remote-stage.ts';

/** What an engine guarantees whose clips another machine makes. */
export function describeRemoteEngineContract(name: string, makeStage: () => Promise<RemoteStage>): void {
  describe(`${name} as an engine whose clips are made elsewhere`, () => {
    let stage: RemoteStage;
    let job: StagedJob;

    beforeEach(async () => {
      stage = await makeStage();
      job = new StagedJob(stage);
    });

    afterEach(() => job.close());

    it('writes down that it asks before it asks, and what has begun before it goes on', async () => {
      await job.run();
      expect(job.journal.writes).toEqual(['asked', 'begun']);
      expect(stage.starts).toBe(1);
      expect(job.events.at(-1)?.kind).toBe('video');
    });

    it('goes on with what an earlier process has begun', async () => {
      const controller = new AbortController();
      stage.stall();
      const running = job.run(controller.signal);
      await until(() => job.journal.writes.includes('begun'));
      controller.abort(SHUTDOWN);
      await expectAsync(running).toBeRejectedWith(SHUTDOWN);
      expect(stage.cancels ?? 0).toBe(0);
      await job.restart();
      const goingOn = new AbortController();
      const again = job.run(goingOn.signal);
      await until(() => stage.questions > 3);
      goingOn.abort('cancelled');
      await expectAsync(again).toBeRejectedWith('cancelled');
      expect(stage.starts).toBe(1);
    });

    it('never begins an operation twice where the answer was lost', async () => {
      stage.loseAnswerOnce();
      await job.run().catch((error: unknown) => {
        expect((error as EngineFault).code).toBe('engine_uncertain');
      });
      expect(stage.starts).toBe(1);
    });

    it('stops the operation when it is cancelled', async () => {
      const controller = new AbortController();
      stage.stall();
      const running = job.run(controller.signal);
      await until(() => job.journal.writes.includes('begun'));
      controller.abort('cancelled');
      await expectAsync(running).toBeRejectedWith('cancelled');
      await until(() => (stage.cancels ?? 1) === 1);
      expect(job.events.map(({ kind }) => kind)).not.toContain('video');
    });

    it('stops the operation at its deadline where it makes no progress', async () => {
      stage.stall();
      await expectAsync(job.run(undefined, { deadlineMs: 300 })).toBeRejectedWith(
        jasmine.objectContaining({ code: 'engine_timeout' }),
      );
      await until(() => (stage.cancels ?? 1) === 1);
      expect(stage.starts).toBe(1);
    });

    describeRemoteFaults(() => job);
  });
}
