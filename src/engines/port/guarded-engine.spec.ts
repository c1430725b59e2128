import { collect, useFakeClock } from '../../testing/index.ts';
import { CLIP, HAPPY_EVENTS, type Script, ScriptedEngine } from '../testing/scripted-engine.ts';
import { GuardedEngine } from './guarded-engine.ts';
import type { JournalEntry } from './job-journal.ts';
import type { EngineEvent } from './video-engine.ts';

const REQUEST = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };
const NEVER = new Promise<never>(() => undefined);

/** Ignores every signal, and never ends. */
async function* deaf(): AsyncGenerator<EngineEvent> {
  yield { kind: 'progress', progress: 0.5, stage: 'draw' };
  await NEVER;
}

describe('GuardedEngine', () => {
  const clock = useFakeClock();
  let controller: AbortController;
  let events: EngineEvent[];

  beforeEach(() => {
    controller = new AbortController();
    events = [];
  });

  async function run(script: Script, deadlineMs?: number, started?: Omit<JournalEntry, 'endpoint'>): Promise<void> {
    const engine = new GuardedEngine(new ScriptedEngine(script), deadlineMs === undefined ? {} : { deadlineMs });
    const entry = started && { endpoint: 'x', ...started };
    const journal = { entry, write: () => Promise.resolve() };
    await collect(engine.generate(REQUEST, controller.signal, journal), events);
  }

  it('passes on what an engine yields', async () => {
    await run(async function* () {
      yield* HAPPY_EVENTS;
    });
    expect(events).toEqual([...HAPPY_EVENTS]);
  });

  it('never lets progress go back, nor beyond the end', async () => {
    await run(async function* () {
      for (const progress of [0.2, 0.1, Number.NaN, 0.4, 7, 0.9]) {
        const event: EngineEvent = { kind: 'progress', progress, stage: 'draw' };
        yield event;
      }
    });
    expect(events.map((event) => event.kind === 'progress' && event.progress)).toEqual([0.2, 0.2, 0.2, 0.4, 1, 1]);
  });

  it('ends with the first clip, whatever comes after it', async () => {
    await run(async function* () {
      yield { kind: 'video', video: CLIP };
      yield { kind: 'video', video: CLIP };
      await NEVER;
    });
    expect(events.map(({ kind }) => kind)).toEqual(['video']);
  });

  it('lets go half a second after a cancel, of an engine that does not', async () => {
    const running = expectAsync(run(deaf)).toBeRejectedWith('cancelled');
    await clock.elapse(1);
    controller.abort('cancelled');
    // Not once more when it is left: that would be a second in all.
    await clock.elapse(500);
    await clock.elapse(1);
    await running;
    expect(events.map(({ kind }) => kind)).toEqual(['progress']);
  });

  it('passes on nothing after a cancel', async () => {
    const running = run(async function* () {
      yield { kind: 'progress', progress: 0.1, stage: 'draw' };
      controller.abort('cancelled');
      yield { kind: 'video', video: CLIP };
    });
    await expectAsync(running).toBeRejectedWith('cancelled');
    expect(events.map(({ kind }) => kind)).toEqual(['progress']);
  });

  it('ends a job at its deadline', async () => {
    const running = expectAsync(run(deaf, 60_000)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'engine_timeout' }),
    );
    await clock.elapse(60_000);
    await clock.elapse(500);
    await clock.elapse(500);
    await running;
  });

  it('leaves what was under way elsewhere two minutes, though the gateway was off for longer than the deadline', async () => {
    const startedAt = Date.now() - 3_600_000;
    let isOver = false;
    const running = expectAsync(
      run(deaf, 60_000, { startedAt, operation: 'video_1' }).finally(() => (isOver = true)),
    ).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_timeout' }));
    await clock.elapse(119_000);
    expect(isOver).toBeFalse();
    await clock.elapse(1_000);
    await clock.elapse(500);
    await clock.elapse(500);
    await running;
  });

  it('counts the time of an earlier process', async () => {
    const now = Date.now();
    for (const started of [
      { startedAt: now - 50_000 },
      // Refused at first, and asked again.
      { startedAt: now - 20_000, firstStartedAt: now - 40_000 },
    ]) {
      const running = expectAsync(run(deaf, 60_000, started)).toBeRejectedWith(
        jasmine.objectContaining({ code: 'engine_timeout' }),
      );
      await clock.elapse(10_000);
      await clock.elapse(500);
      await clock.elapse(500);
      await running;
    }
  });
});
