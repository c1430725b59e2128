import { MAX_ATTACHMENTS } from '../../protocol/index.ts';
import { collect } from '../../testing/index.ts';
import { GuardedEngine } from '../port/guarded-engine.ts';
import type { JobJournal } from '../port/job-journal.ts';
import { pictureOf } from './pictures.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';

const REQUEST: EngineRequest = {
  jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb',
  prompt: '一只橘猫在雨夜的霓虹街头散步',
  options: { seconds: 1, size: '160x128' },
};

/** Everything that an engine yields for a request. */
export function eventsOf(
  engine: VideoEngine,
  request: EngineRequest = REQUEST,
  journal?: JobJournal,
): Promise<EngineEvent[]> {
  return collect(engine.generate(request, new AbortController().signal, journal));
}

type EventOf<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { readonly kind: Kind }>;

/** The events of one kind. */
export function eventsOfKind<Kind extends EngineEvent['kind']>(
  events: readonly EngineEvent[],
  kind: Kind,
): EventOf<Kind>[] {
  return events.filter((event): event is EventOf<Kind> => event.kind === kind);
}

/** What engines differ in. */
export interface EngineTraits {
  /** `text`: it says in its text what it makes of a reference image; `none`: it only passes it on. */
  readonly references: 'text' | 'none';
  /**
   * Has what draws the next clip be slow, and says what to ask for besides the prompt. Absent where every clip is there
   * at once.
   */
  readonly slow?: () => Partial<EngineRequest>;
}

/** What every {@link VideoEngine} guarantees, guarded as a gateway does it; run it for each of them. */
export function describeVideoEngineContract(
  name: string,
  makeEngine: () => VideoEngine,
  { references, slow }: EngineTraits = { references: 'text' },
): void {
  describe(`${name} as a video engine`, () => {
    let engine: VideoEngine;

    beforeEach(() => (engine = new GuardedEngine(makeEngine(), { deadlineMs: 60_000 })));
    afterEach(() => engine.close());

    itTells(() => engine);
    itTakesReferences(() => engine);
    if (references === 'text') itTellsOfReferences(() => engine);
    itCanBeAborted(() => engine);
    itWorksOn(() => engine);
    if (slow !== undefined) itEndsInTime(makeEngine, () => ({ ...REQUEST, ...slow() }));
  });
}

function itTells(engine: () => VideoEngine): void {
  it('says its name and whether it is a model', () => {
    expect(engine().info.name.trim()).not.toBe('');
    expect(typeof engine().info.isModel).toBe('boolean');
  });

  it('reports progress from 0 to 1 that never goes back', async () => {
    const reported = eventsOfKind(await eventsOf(engine()), 'progress');
    const shares = reported.map(({ progress }) => progress);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    for (const { stage, etaMs } of reported) {
      expect(stage).toMatch(/^\S+$/);
      if (etaMs !== undefined) expect(etaMs).toBeGreaterThanOrEqual(0);
    }
  });

  it('ends with one video, after its poster where it has one', async () => {
    const events = await eventsOf(engine());
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'video')).toHaveSize(1);
    expect(kinds.at(-1)).toBe('video');
    expect(kinds.filter((kind) => kind === 'poster').length).toBeLessThanOrEqual(1);
  });

  it('gives stills and clip with their kind, size and length', async () => {
    const events = await eventsOf(engine());
    const stills = [...eventsOfKind(events, 'preview'), ...eventsOfKind(events, 'poster')].map(({ image }) => image);
    for (const { bytes, mimeType, width, height } of stills) {
      expect(mimeType).toMatch(/^image\//);
      expect(bytes.length).toBeGreaterThan(0);
      expect(Math.min(width, height)).toBeGreaterThan(0);
    }
    const [clip] = eventsOfKind(events, 'video');
    expect(clip?.video.mimeType).toMatch(/^video\//);
    expect(clip?.video.durationMs).toBeGreaterThan(0);
    expect(clip?.video.bytes.length).toBeGreaterThan(0);
  });
}

function itTellsOfReferences(engine: () => VideoEngine): void {
  const withReference = (colour: string): EngineRequest => ({
    ...REQUEST,
    attachments: [{ bytes: pictureOf(colour), mimeType: 'image/png' }],
  });
  const textOf = (events: readonly EngineEvent[]): string =>
    eventsOfKind(events, 'text')
      .map(({ delta }) => delta)
      .join('');

  it('says in its text that it was given a reference image, and makes the same of it each time', async () => {
    const [plain, first, again] = await Promise.all([
      eventsOf(engine()),
      eventsOf(engine(), withReference('#c08030')),
      eventsOf(engine(), withReference('#c08030')),
    ]);
    expect(textOf(first)).not.toBe(textOf(plain));
    expect(textOf(first)).toBe(textOf(again));
    expect(eventsOfKind(first, 'video')).toEqual(eventsOfKind(again, 'video'));
  });
}

function itTakesReferences(engine: () => VideoEngine): void {
  it('takes as many as a prompt may have, of every format', async () => {
    const attachments = Array.from({ length: MAX_ATTACHMENTS }, (_, index) => {
      const type = (['png', 'jpeg', 'webp'] as const)[index % 3] ?? 'png';
      return { bytes: pictureOf('#306090', type), mimeType: `image/${type}` };
    });
    expect((await eventsOf(engine(), { ...REQUEST, attachments })).at(-1)?.kind).toBe('video');
  });
}

function itCanBeAborted(engine: () => VideoEngine): void {
  it('throws the reason of a signal that was aborted before', async () => {
    const reason = new Error('too late');
    const kinds: string[] = [];
    const work = async () => {
      for await (const { kind } of engine().generate(REQUEST, AbortSignal.abort(reason))) kinds.push(kind);
    };
    await expectAsync(work()).toBeRejectedWith(reason);
    expect(kinds).toEqual([]);
  });

  it('throws the reason of a signal that is aborted while it works, and yields no video', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const kinds: string[] = [];
    const work = async () => {
      for await (const { kind } of engine().generate(REQUEST, controller.signal)) {
        kinds.push(kind);
        controller.abort(reason);
      }
    };
    await expectAsync(work()).toBeRejectedWith(reason);
    expect(kinds).not.toContain('video');
  });
}

function itWorksOn(engine: () => VideoEngine): void {
  it('makes a clip after one whose reader left', async () => {
    const events = engine().generate(REQUEST, new AbortController().signal)[Symbol.asyncIterator]();
    await events.next();
    await events.return?.();
    expect((await eventsOf(engine())).at(-1)?.kind).toBe('video');
  });

  it('makes two clips that are asked for at once', async () => {
    const both = await Promise.all([
      eventsOf(engine()),
      eventsOf(engine(), { ...REQUEST, prompt: 'a whale in the sea' }),
    ]);
    expect(both.map((events) => events.at(-1)?.kind)).toEqual(['video', 'video']);
  });
}

/** A second is what people are promised; it is counted from the moment at which the engine is to stop. */
function itEndsInTime(makeEngine: () => VideoEngine, slowRequest: () => EngineRequest): void {
  it('lets go within a second when it is cancelled', async () => {
    const engine = new GuardedEngine(makeEngine(), { deadlineMs: 60_000 });
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const kinds: string[] = [];
    let cancelledAt = NaN;
    const work = async () => {
      for await (const { kind } of engine.generate(slowRequest(), controller.signal)) {
        if (kinds.push(kind) !== 1) continue;
        setImmediate(() => {
          cancelledAt = performance.now();
          controller.abort(reason);
        });
      }
    };
    await expectAsync(work()).toBeRejectedWith(reason);
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    expect(kinds).not.toContain('video');
    await engine.close();
  });

  it('ends within a second of its deadline, wherever it is', async () => {
    const deadlineMs = 300;
    const engine = new GuardedEngine(makeEngine(), { deadlineMs });
    const startedAt = performance.now();
    const events = eventsOf(engine, slowRequest());
    await expectAsync(events).toBeRejectedWith(jasmine.objectContaining({ code: 'engine_timeout' }));
    expect(performance.now() - startedAt - deadlineMs).toBeLessThan(1_000);
    await engine.close();
  });
}
