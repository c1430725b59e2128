import { collect, useFakeClock } from '../../testing/index.ts';
import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import { GuardedEngine } from '../port/guarded-engine.ts';
import type { RemoteService, RemoteOperation } from '../port/remote-service.ts';
import { type EngineEvent, SHUTDOWN } from '../port/video-engine.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
import { CLIP } from '../testing/scripted-engine.ts';
import { RemoteEngine } from './remote-engine.ts';

const REQUEST = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

/** A server that does what a spec says. */
class ScriptedService implements RemoteService {
  readonly endpoint: string;
  readonly calls: string[] = [];
  onStart: () => Promise<string> = () => Promise.resolve('operation-1');
  /** What it says of the start whenever it is followed. */
  warning?: string;
  onFollow: () => Promise<void> = () => Promise.resolve();
  find?: NonNullable<RemoteService['find']>;

  constructor(endpoint = 'here') {
    this.endpoint = endpoint;
  }

  start(): Promise<string> {
    this.calls.push('start');
    return this.onStart();
  }

  async *follow({ handle }: RemoteOperation): AsyncGenerator<EngineEvent> {
    this.calls.push(`follow ${JSON.stringify(handle)}`);
    if (this.warning !== undefined) yield { kind: 'text', delta: this.warning };
    await this.onFollow();
    yield { kind: 'video', video: CLIP };
  }

  cancel({ handle }: RemoteOperation): Promise<void> {
    this.calls.push(`cancel ${JSON.stringify(handle)}`);
    return Promise.resolve();
  }
}

describe('RemoteEngine', () => {
  const clock = useFakeClock();
  let service: ScriptedService;
  let journal: RecordingJournal;
  let controller: AbortController;
  let events: EngineEvent[];

  beforeEach(() => {
    service = new ScriptedService();
    journal = new RecordingJournal();
    controller = new AbortController();
    events = [];
  });

  function engineOf(...services: readonly [ScriptedService, ...ScriptedService[]]): RemoteEngine {
    return new RemoteEngine({
      info: { name: 'wan', isModel: true },
      services,
      share: 1,
      backoff: { random: () => 0.5 },
    });
  }

  async function run(deadlineMs = 30 * 60_000, engine = engineOf(service)): Promise<void> {
    const guarded = new GuardedEngine(engine, { deadlineMs });
    await collect(guarded.generate(REQUEST, controller.signal, journal), events);
  }

  const stages = () => events.flatMap((event) => (event.kind === 'progress' ? [event.stage] : []));

  function after(milliseconds: number, value: string): Promise<string> {
    return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
  }

  it('waits for an answer that takes 40 seconds', async () => {
    service.onStart = () => after(40_000, 'operation-1');
    const running = run();
    await clock.elapse(1);
    await clock.elapse(39_000);
    expect(service.calls).toEqual(['start']);
    await clock.elapse(1_000);
    await running;
    expect(events.at(-1)?.kind).toBe('video');
  });

  it('does not come back before the time that it was told', async () => {
    let tries = 0;
    service.onStart = () =>
      ++tries === 1 ? Promise.reject(new TransientFault({ retryAfterMs: 7_000 })) : Promise.resolve('operation-1');
    const running = run();
    await clock.elapse(1);
    await clock.elapse(6_900);
    expect(tries).toBe(1);
    await clock.elapse(200);
    await running;
    expect(tries).toBe(2);
  });

  it('keeps when it first asked, for the deadline, beside when it asked last, for estimates and searches', async () => {
    const firstStartedAt = Date.now();
    let tries = 0;
    service.onStart = () => (++tries === 1 ? Promise.reject(new TransientFault()) : Promise.resolve('operation-1'));
    const running = run();
    await clock.elapse(1);
    await clock.elapse(1_000);
    await running;
    const { endpoint } = service;
    expect(journal.entry).toEqual(
      jasmine.objectContaining({ endpoint, startedAt: firstStartedAt + 1_001, firstStartedAt }),
    );
  });

  it('does not have people wait where it is told to come back in an hour', async () => {
    const busy = new TransientFault({ retryAfterMs: 3_600_000, detail: 'hourly quota' });
    service.onStart = () => Promise.reject(busy);
    await expectAsync(run()).toBeRejectedWith(
      jasmine.objectContaining({ code: 'engine_unavailable', detail: 'hourly quota' }),
    );
    expect(service.calls).toEqual(['start']);
  });

  it('waits twice as long before each further try, and gives up after six', async () => {
    const times: number[] = [];
    service.onStart = () => {
      times.push(Date.now());
      return Promise.reject(new TransientFault({ detail: 'busy' }));
    };
    const running = expectAsync(run()).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_unavailable' }));
    for (let second = 0; second < 40; second++) await clock.elapse(1_000);
    await running;
    const waits = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1_000));
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    expect(stages()).toEqual(['send', 'retry', 'retry', 'retry', 'retry', 'retry']);
    expect(journal.entry).toBeUndefined();
  });

  it('waits for a place where a server is down and the other has its share, however often that is tried', async () => {
    const down = new ScriptedService('down');
    down.onStart = () => Promise.reject(new TransientFault());
    const over = Promise.withResolvers<undefined>();
    service.onFollow = async () => {
      await over.promise;
    };
    const engine = engineOf(service, down);
    const other = collect(engine.generate({ ...REQUEST, jobId: crypto.randomUUID() }, controller.signal));
    const running = run(undefined, engine);
    for (let second = 0; second < 600; second++) await clock.elapse(1_000);
    expect(service.calls.filter((call) => call === 'start')).toHaveSize(1);
    // After each rest of half a minute once.
    expect(down.calls.length).toBeGreaterThan(10);
    expect(down.calls.length).toBeLessThan(22);
    expect(journal.entry).toBeUndefined();
    over.resolve(undefined);
    for (let second = 0; second < 60; second++) await clock.elapse(1_000);
    await Promise.all([other, running]);
    expect(service.calls.filter((call) => call === 'start')).toHaveSize(2);
    expect(events.at(-1)?.kind).toBe('video');
  });

  it('says that a job waits, and takes it from the line where it is cancelled', async () => {
    service.onFollow = () => new Promise(() => undefined);
    const engine = engineOf(service);
    void collect(engine.generate({ ...REQUEST, jobId: crypto.randomUUID() }, new AbortController().signal));
    const running = expectAsync(run(undefined, engine)).toBeRejectedWith('cancelled');
    await clock.elapse(1);
    expect(events).toEqual([{ kind: 'progress', progress: 0, stage: 'wait' }]);
    controller.abort('cancelled');
    await running;
    expect(service.calls.filter((call) => call === 'start')).toHaveSize(1);
    expect(journal.writes).toEqual([]);
  });

  it('stops what it began where the job was cancelled before the answer came', async () => {
    service.onStart = () => after(5_000, 'operation-1');
    const running = expectAsync(run()).toBeRejectedWith('cancelled');
    await clock.elapse(1);
    controller.abort('cancelled');
    await clock.elapse(1);
    await running;
    expect(service.calls).toEqual(['start']);
    await clock.elapse(5_000);
    expect(service.calls).toEqual(['start', 'cancel "operation-1"']);
  });

  it('looks for what it may have begun where the job was cancelled and the answer is lost, and stops that', async () => {
    service.onStart = async () => {
      await after(5_000, '');
      throw new TransientFault({ mayHaveStarted: true });
    };
    service.find = () => Promise.resolve('operation-1');
    const running = expectAsync(run()).toBeRejectedWith('cancelled');
    await clock.elapse(1);
    controller.abort('cancelled');
    await clock.elapse(1);
    await running;
    await clock.elapse(5_000);
    expect(service.calls).toEqual(['start', 'cancel "operation-1"']);
  });

  it('stops what an earlier process may have begun where the job is cancelled while it looks', async () => {
    journal = new RecordingJournal({ endpoint: 'here', startedAt: Date.now() });
    let looks = 0;
    service.find = () => (++looks === 1 ? Promise.reject(new TransientFault()) : Promise.resolve('operation-1'));
    const running = expectAsync(run()).toBeRejectedWith('cancelled');
    await clock.elapse(1);
    controller.abort('cancelled');
    await clock.elapse(1);
    await running;
    await clock.elapse(1);
    expect(service.calls).toEqual(['cancel "operation-1"']);
  });

  it('leaves nothing to look for where the process ended before it asked', async () => {
    const write = journal.write.bind(journal);
    spyOn(journal, 'write').and.callFake(async (entry) => {
      await write(entry);
      controller.abort(SHUTDOWN);
    });
    await expectAsync(run()).toBeRejectedWith(SHUTDOWN);
    expect(journal.writes).toEqual(['asked', 'withdrawn']);
    expect(service.calls).toEqual([]);
  });

  it('stores an answer that comes while the process ends, and stops nothing', async () => {
    service.onStart = () => after(1_000, 'operation-1');
    const running = expectAsync(run()).toBeRejectedWith(SHUTDOWN);
    await clock.elapse(1);
    controller.abort(SHUTDOWN);
    await clock.elapse(1_000);
    await running;
    expect(JSON.stringify(journal.entry)).toContain('"operation":"operation-1"');
    expect(service.calls).toEqual(['start']);
  });

  it('is uncertain where it may have begun and can’t look', async () => {
    service.onStart = () => Promise.reject(new TransientFault({ mayHaveStarted: true }));
    await expectAsync(run()).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_uncertain' }));
    expect(service.calls).toEqual(['start']);
  });

  it('is uncertain where it could not look up to the deadline', async () => {
    service.onStart = () => Promise.reject(new TransientFault({ mayHaveStarted: true }));
    service.find = () => Promise.reject(new TransientFault());
    const running = expectAsync(run(60_000)).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_uncertain' }));
    for (let second = 0; second < 62; second++) await clock.elapse(1_000);
    await running;
    expect(service.calls).toEqual(['start']);
  });

  it('is uncertain where the server refuses to say, and begins nothing', async () => {
    journal = new RecordingJournal({ endpoint: 'here', startedAt: Date.now() });
    for (const refusal of [new EngineFault('engine_unauthorized', { detail: 'no' }), new TypeError('terminated')]) {
      service.find = () => Promise.reject(refusal);
      await expectAsync(run()).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_uncertain' }));
    }
    expect(service.calls).toEqual([]);
  });

  it('does not go back to nothing where an earlier process has begun the operation', async () => {
    journal = new RecordingJournal({ endpoint: 'here', startedAt: Date.now(), operation: 'operation-1' });
    await run();
    expect(events.map(({ kind }) => kind)).toEqual(['video']);
  });

  it('goes on with what it finds of an earlier process, and begins nothing where it finds none', async () => {
    journal = new RecordingJournal({ endpoint: 'here', startedAt: Date.now() });
    service.find = () => Promise.resolve('operation-1');
    await run();
    expect(service.calls).toEqual(['follow "operation-1"']);
    service.calls.length = 0;
    journal = new RecordingJournal({ endpoint: 'here', startedAt: Date.now() });
    service.find = () => Promise.reject(new EngineFault('engine_uncertain'));
    await expectAsync(run()).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_uncertain' }));
    expect(service.calls).toEqual([]);
  });

  it('says once what was said of the start, and waits longer each time all the same', async () => {
    const times: number[] = [];
    service.warning = 'The seed is ignored.';
    service.onFollow = () => {
      times.push(Date.now());
      return times.length < 4 ? Promise.reject(new TransientFault()) : Promise.resolve();
    };
    const running = run();
    for (let second = 0; second < 10; second++) await clock.elapse(1_000);
    await running;
    expect(times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1_000))).toEqual([1, 2, 4]);
    expect(events.filter(({ kind }) => kind === 'text')).toHaveSize(1);
    expect(stages()).toEqual(['send', 'wait', 'retry', 'retry', 'retry']);
  });

  it('tells a fault that stays at once, and forgets that it asked', async () => {
    service.onStart = () => Promise.reject(new EngineFault('engine_no_credit'));
    await expectAsync(run()).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_no_credit' }));
    expect(journal.writes).toEqual(['asked', 'withdrawn']);
  });
});
