import { join } from 'node:path';
import type { PromptOptions } from '../../protocol/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { describeVideoEngineContract, eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { pictureOf } from '../testing/pictures.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.ts';
import { StoryboardEngine } from './index.ts';
import { meanColour } from './testing/mean-colour.ts';

const SMALL = { seconds: 1, size: '160x128' };

function request(prompt: string, options: PromptOptions = SMALL): EngineRequest {
  return { jobId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', prompt, options };
}

/** An engine that others go on with: its processes take a second each to start. */
function shared(engine: StoryboardEngine): VideoEngine {
  return {
    info: engine.info,
    generate: (request, signal) => engine.generate(request, signal),
    close: () => Promise.resolve(),
  };
}

describe('StoryboardEngine', () => {
  let engine: StoryboardEngine;
  const bytesOf = async (what: EngineRequest) => eventsOfKind(await eventsOf(engine, what), 'video')[0]?.video.bytes;

  beforeAll(() => (engine = new StoryboardEngine()));
  afterAll(() => engine.close());

  describeVideoEngineContract('the built-in engine', () => shared(engine), {
    references: 'text',
    slow: () => ({ options: { seconds: 10, size: '1280x1280' } }),
  });

  it('gives the same bytes for the same prompt and options, from any process', async () => {
    const first = await bytesOf(request('一只橘猫在雨夜的霓虹街头散步'));
    await bytesOf(request('a train in the desert'));
    const again = await bytesOf(request('一只橘猫在雨夜的霓虹街头散步'));
    const other = new StoryboardEngine();
    const elsewhere = eventsOfKind(await eventsOf(other, request('一只橘猫在雨夜的霓虹街头散步')), 'video')[0]?.video
      .bytes;
    await other.close();
    expect(first).toEqual(again);
    expect(first).toEqual(elsewhere);
  });

  it('gives other bytes for another seed', async () => {
    expect(await bytesOf(request('a cat', { ...SMALL, seed: 1 }))).not.toEqual(
      await bytesOf(request('a cat', { ...SMALL, seed: 2 })),
    );
  });

  it('shows the colours of a reference image, and says which they are', async () => {
    const poster = async (colour?: string) => {
      const attachments = colour === undefined ? [] : [{ bytes: pictureOf(colour), mimeType: 'image/png' }];
      const events = await eventsOf(engine, { ...request('一只橘猫在雨夜的霓虹街头散步'), attachments });
      const [first] = eventsOfKind(events, 'poster');
      return { events, tone: await meanColour(first?.image.bytes ?? new Uint8Array()) };
    };
    const plain = await poster();
    const green = await poster('#2f9e44');
    const red = await poster('#d03a2a');
    expect(green.tone.green - green.tone.red).toBeGreaterThan(plain.tone.green - plain.tone.red + 15);
    expect(red.tone.red - red.tone.green).toBeGreaterThan(plain.tone.red - plain.tone.green + 15);
    expect(
      eventsOfKind(green.events, 'text')
        .map(({ delta }) => delta)
        .join(''),
    ).toContain('参考图的主色是绿色');
  });

  it('fails where a reference image can’t be read, and makes the next clip', async () => {
    const broken = { ...request('a cat'), attachments: [{ bytes: new Uint8Array([1, 2, 3]), mimeType: 'image/png' }] };
    await expectAsync(eventsOf(engine, broken)).toBeRejectedWithError(/could not be drawn/);
    expect((await eventsOf(engine, request('a cat'))).at(-1)?.kind).toBe('video');
  });

  it('streams its text in small pieces, from the beginning', async () => {
    const events = await eventsOf(engine, request('一只熊猫在竹林里睡觉'));
    const pieces = eventsOfKind(events, 'text').map(({ delta }) => delta);
    expect(pieces.length).toBeGreaterThan(8);
    expect(pieces.join('')).toContain('熊猫，睡觉');
    expect(pieces.join('')).not.toContain('模型');
    expect(events.findIndex(({ kind }) => kind === 'text')).toBeLessThan(3);
  });

  it('tells what it has read before its text, and draws the same of what it has told', async () => {
    const events = await eventsOf(engine, request('两只橘猫在雨夜的霓虹街头散步'));
    const scene = eventsOfKind(events, 'scene')[0]?.scene;
    expect(scene).toEqual({
      subjects: [{ subject: 'cat', names: { zh: '猫', en: 'cat' }, count: 2, colour: 'orange', action: 'walk' }],
      place: 'neon',
      weather: 'rain',
      time: 'night',
      camera: 'drift',
      style: 'plain',
    });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.indexOf('scene')).toBeLessThan(kinds.indexOf('text'));
    const again = await eventsOf(
      engine,
      request('两只橘猫在雨夜的霓虹街头散步', { ...SMALL, ...(scene && { scene }) }),
    );
    expect(eventsOfKind(again, 'video')).toEqual(eventsOfKind(events, 'video'));
  });

  it('carries over what a change does not name, and answers thanks without a clip', async () => {
    const before = { subjects: [{ subject: 'fox' }], place: 'temple', weather: 'snow', time: 'day' };
    const events = await eventsOf(engine, { ...request('改成晚上'), before });
    expect(eventsOfKind(events, 'scene')[0]?.scene).toEqual(
      jasmine.objectContaining({ place: 'temple', weather: 'snow', time: 'night' }),
    );
    const thanks = await eventsOf(engine, request('谢谢'));
    expect(new Set(thanks.map(({ kind }) => kind))).toEqual(new Set(['text', 'answered']));
    expect(thanks.at(-1)?.kind).toBe('answered');
  });

  it('answers a prompt that asks for no video at once, whatever is being drawn', async () => {
    const busy = new StoryboardEngine({ processes: 1 });
    const drawing = new AbortController();
    const clip = busy.generate(request('一只橘猫', { seconds: 10, size: '640x360' }), drawing.signal);
    const events = clip[Symbol.asyncIterator]();
    await events.next();
    expect((await eventsOf(busy, request('你好'))).at(-1)?.kind).toBe('answered');
    expect([request('你好'), request('一只猫')].map((each) => busy.answersAtOnce(each))).toEqual([true, false]);
    expect(busy.answersAtOnce(request('你好', { scene: { weather: 'rain' } }))).toBeFalse();
    await events.return(undefined);
    await busy.close();
  });

  it('makes one clip of several sentences, tells its shots, and takes them back', async () => {
    const story = '一只橘猫在公园奔跑。然后它在房间里睡觉。';
    const events = await eventsOf(engine, request(story, { seconds: 2, size: '160x128' }));
    const scene = eventsOfKind(events, 'scene')[0]?.scene;
    expect(scene?.shots?.map(({ place, enter }) => [place, enter])).toEqual([
      ['park', undefined],
      ['room', 'cut'],
    ]);
    const options = { seconds: 2, size: '160x128', ...(scene && { scene }) };
    expect(eventsOfKind(await eventsOf(engine, request(story, options)), 'video')).toEqual(
      eventsOfKind(events, 'video'),
    );
    // A clip of one second has room for one of them.
    expect(eventsOfKind(await eventsOf(engine, request(story)), 'scene')[0]?.scene.shots).toBeUndefined();
  });

  it('shows four small previews and a poster as large as the clip', async () => {
    const events = await eventsOf(engine, request('a boat at sea', { seconds: 1, size: '480x270' }));
    const previews = eventsOfKind(events, 'preview').map(({ image }) => [image.mimeType, image.width, image.height]);
    expect(previews).toEqual(Array<(string | number)[]>(4).fill(['image/jpeg', 320, 180]));
    const [poster] = eventsOfKind(events, 'poster');
    expect([poster?.image.width, poster?.image.height]).toEqual([480, 270]);
    expect([...(poster?.image.bytes.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('goes through its stages in order', async () => {
    const stages = eventsOfKind(await eventsOf(engine, request('a dog')), 'progress').map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(['understand', 'draw', 'encode', 'package', 'done']);
  });

  it('stops a long clip soon after it is cancelled', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    let abortedAt = 0;
    const work = async () => {
      const long = request('雨夜的霓虹街头', { seconds: 10, size: '1280x1280' });
      for await (const event of engine.generate(long, controller.signal)) {
        // Its first frames are drawn.
        if (event.kind !== 'progress' || event.etaMs === undefined) continue;
        abortedAt = performance.now();
        controller.abort(reason);
      }
    };
    await expectAsync(work()).toBeRejectedWith(reason);
    // It aims at 200 ms; the rest is room for a busy machine. The whole clip takes half a minute, and
    // there longer.
    expect(performance.now() - abortedAt).toBeLessThan(10_000);
  });

  it('lets who waits for a turn go when it is cancelled', async () => {
    const running = eventsOf(engine, request('a cat'));
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const waiting = async () => {
      for await (const event of engine.generate(request('a dog'), controller.signal)) fail(event.kind);
    };
    const rejected = expectAsync(waiting()).toBeRejectedWith(reason);
    controller.abort(reason);
    await rejected;
    expect((await running).at(-1)?.kind).toBe('video');
  });

  it('ends what runs when it is closed, and begins nothing more', async () => {
    const closing = new StoryboardEngine();
    const events: string[] = [];
    const work = async () => {
      for await (const { kind } of closing.generate(request('a cat', { seconds: 10 }), new AbortController().signal)) {
        if (events.push(kind) === 1) void closing.close();
      }
    };
    await expectAsync(work()).toBeRejectedWithError('The engine is closed.');
    await expectAsync(eventsOf(closing, request('a cat'))).toBeRejectedWithError('The engine is closed.');
  });
});

describe('StoryboardEngine with processes that fail', () => {
  const script = new URL('./testing/faulty-process.ts', import.meta.url);
  let engine: StoryboardEngine;
  const processOf = async () => eventsOfKind(await eventsOf(engine, request('work')), 'text')[0]?.delta;

  beforeEach(() => (engine = new StoryboardEngine({ script, processes: 2 })));
  afterEach(() => engine.close());

  const deaths: readonly [string, RegExp][] = [
    ['exit', /ended with code 3/],
    ['kill', /was ended by SIGKILL/],
  ];
  for (const [prompt, message] of deaths) {
    it(`ends a clip whose process dies twice (${prompt}), and nothing beside it`, async () => {
      const dying = expectAsync(eventsOf(engine, request(prompt)));
      const [beside] = await Promise.all([processOf(), dying.toBeRejectedWithError(EngineFault, message)]);
      expect(Number(beside)).toBeGreaterThan(0);
      expect(await processOf()).toBeDefined();
    });
  }

  it('ends a clip whose process says nothing any more, twice', async () => {
    const hanging = new StoryboardEngine({ script, silenceMs: 300 });
    await expectAsync(eventsOf(hanging, request('hang'))).toBeRejectedWithError(EngineFault, /hung/);
    await hanging.close();
  });

  it('begins a clip again in another process where one died, and tells nothing twice', async () => {
    const folder = await makeTemporaryFolder();
    const pieces = eventsOfKind(await eventsOf(engine, request(`die-once ${join(folder, 'died')}`)), 'text');
    await removeTemporaryFolders();
    expect(pieces.map(({ delta }) => delta)).toEqual(['one', 'two', 'three']);
  });

  it('does not try again what can’t be drawn', async () => {
    await expectAsync(eventsOf(engine, request('fail'))).toBeRejectedWithError(/could not be drawn: no paper/);
    expect(await processOf()).toBeDefined();
  });

  it('ends a process that does not stop by itself', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const work = async () => {
      for await (const event of engine.generate(request('spin'), controller.signal)) fail(event.kind);
    };
    const rejected = expectAsync(work()).toBeRejectedWith(reason);
    setImmediate(() => controller.abort(reason));
    await rejected;
    expect(await processOf()).toBeDefined();
  });

  it('draws with one process again and again, until it uses too much memory', async () => {
    const first = await processOf();
    expect(await processOf()).toBe(first);
    await eventsOf(engine, request('grow'));
    expect(await processOf()).not.toBe(first);
  });

  it('holds a process that draws to its memory', async () => {
    const small = new StoryboardEngine({ memoryMb: 120 });
    await expectAsync(eventsOf(small, request('a cat'))).toBeRejectedWithError(EngineFault, /used too much memory/);
    await small.close();
  });
});
