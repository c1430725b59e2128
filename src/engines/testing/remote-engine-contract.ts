import { collect, until } from '../../testing/index.ts';
import { type EngineFault } from '../port/engine-fault.ts';
import { GuardedEngine } from '../port/guarded-engine.ts';
import { type EngineEvent, type EngineRequest, SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import { RecordingJournal } from './recording-journal.ts';

/** A server that a spec rules, and the engine that asks it. */
export interface RemoteStage {
  /** An engine as another process would make it. Its waits are short. */
  makeEngine(): VideoEngine;
  /** How often the server has begun some work. */
  readonly starts: number;
  /** How often the server was asked to stop some work; undefined where nothing lets one do that. */
  readonly cancels: number | undefined;
  /** The next request to begin some work is refused for now, and nothing is begun. */
  refuseOnce(): void;
  /** The next request to begin some work is done, and its answer is lost. */
  loseAnswerOnce(): void;
  /** The next questions about a work fail in one way or another. */
  failStatus(times: number): void;
  /** Work that has begun makes no progress from now on. */
  stall(): void;
  close(): Promise<void>;
}

const REQUEST: EngineRequest = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

/** What an engine guarantees whose work is done by another machine. */
export function describeRemoteEngineContract(name: string, makeStage: () => Promise<RemoteStage>): void {
  describe(`${name} as an engine whose work is done elsewhere`, () => {
    let stage: RemoteStage;
    let engine: VideoEngine;
    let journal: RecordingJournal;
    let events: EngineEvent[];

    async function run(
      signal = new AbortController().signal,
      { deadlineMs = 60_000 }: { readonly deadlineMs?: number } = {},
    ): Promise<void> {
      const guarded = new GuardedEngine(engine, { deadlineMs });
      await collect(guarded.generate(REQUEST, signal, journal), events);
    }

    /** Leaves a process behind, and has another one go on. */
    async function restart(): Promise<void> {
      await engine.close();
      engine = stage.makeEngine();
    }

    beforeEach(async () => {
      stage = await makeStage();
      engine = stage.makeEngine();
      journal = new RecordingJournal();
      events = [];
    });

    afterEach(async () => {
      await engine.close();
      await stage.close();
    });

    it('writes down that it asks before it asks, and what has begun before it goes on', async () => {
      await run();
      expect(journal.writes).toEqual(['asked', 'begun']);
      expect(stage.starts).toBe(1);
      expect(events.at(-1)?.kind).toBe('video');
    });

    it('goes on with what an earlier process has begun', async () => {
      const controller = new AbortController();
      stage.stall();
      const running = run(controller.signal);
      await until(() => journal.writes.includes('begun'));
      controller.abort(SHUTDOWN);
      await expectAsync(running).toBeRejectedWith(SHUTDOWN);
      expect(stage.cancels ?? 0).toBe(0);
      await restart();
      const goingOn = new AbortController();
      const again = run(goingOn.signal);
      await until(() => events.filter(({ kind }) => kind === 'progress').length > 3);
      goingOn.abort('cancelled');
      await expectAsync(again).toBeRejectedWith('cancelled');
      expect(stage.starts).toBe(1);
    });

    it('asks again where it was refused for now', async () => {
      stage.refuseOnce();
      await run();
      expect(stage.starts).toBe(1);
      expect(events.at(-1)?.kind).toBe('video');
      expect(journal.writes).toEqual(['asked', 'withdrawn', 'asked', 'begun']);
    });

    it('never begins work twice where the answer was lost', async () => {
      stage.loseAnswerOnce();
      await run().catch((error: unknown) => {
        expect((error as EngineFault).code).toBe('engine_uncertain');
      });
      expect(stage.starts).toBe(1);
    });

    it('is patient where its questions fail', async () => {
      stage.failStatus(3);
      await run();
      expect(stage.starts).toBe(1);
      expect(events.at(-1)?.kind).toBe('video');
    });

    it('lets go within a second when it is cancelled, and stops the work', async () => {
      const controller = new AbortController();
      stage.stall();
      const running = run(controller.signal);
      await until(() => journal.writes.includes('begun'));
      const cancelledAt = performance.now();
      controller.abort('cancelled');
      await expectAsync(running).toBeRejectedWith('cancelled');
      expect(performance.now() - cancelledAt).toBeLessThan(1_000);
      await until(() => (stage.cancels ?? 1) === 1);
      expect(events.map(({ kind }) => kind)).not.toContain('video');
    });

    it('ends at its deadline where the work makes no progress, and stops the work', async () => {
      stage.stall();
      await expectAsync(run(undefined, { deadlineMs: 300 })).toBeRejectedWith(
        jasmine.objectContaining({ code: 'engine_timeout' }),
      );
      await until(() => (stage.cancels ?? 1) === 1);
      expect(stage.starts).toBe(1);
    });

    it('reports progress that never goes back', async () => {
      await run();
      const shares = events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
      expect(shares).toEqual([...shares].sort((one, other) => one - other));
      expect(events.filter(({ kind }) => kind === 'video')).toHaveSize(1);
    });
  });
}
