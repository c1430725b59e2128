import { EngineFault } from '../port/engine-fault.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
import { pictureOf } from '../testing/pictures.ts';
import { eventsOf } from '../testing/video-engine-contract.ts';
import { INSTANT_STILL, INSTANT_VIDEO } from '../instant/instant-media.ts';
import { testEngine } from './testing/test-engine.ts';
import { type Answer, dropped, json, VideosServer } from './testing/videos-server.ts';

const REQUEST: EngineRequest = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };
const KEY = 'sk-very-secret-4711';

describe('openai-videos at a server', () => {
  let server: VideosServer;
  let engine: VideoEngine;

  beforeEach(async () => {
    server = await VideosServer.start();
    engine = testEngine(server.url);
  });

  afterEach(async () => {
    await engine.close();
    await server.close();
  });

  function run(request = REQUEST, journal = new RecordingJournal()): Promise<readonly EngineEvent[]> {
    return eventsOf(engine, request, journal);
  }

  async function faultOf(running: Promise<unknown> = run()): Promise<EngineFault> {
    const error: unknown = await running.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof EngineFault)) throw new Error(`no fault: ${String(error)}`);
    return error;
  }

  const refusals: readonly (readonly [EngineFault['code'], Answer])[] = [
    ['engine_no_credit', json(402, { error: { message: 'Payment required' } })],
    [
      'engine_no_credit',
      json(429, { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } }),
    ],
    ['model_not_found', json(404, { detail: 'The model `wan9` does not exist.' })],
    ['model_not_found', json(400, { error: { message: 'model not found: wan9' } })],
    [
      'content_refused',
      json(400, { error: { code: 'moderation_blocked', message: 'blocked by our moderation system' } }),
    ],
    ['prompt_too_long', json(422, { detail: [{ msg: 'prompt is too long: at most 800 characters' }] })],
    ['options_refused', json(400, { error: { message: "Invalid value: '7'. seconds must be one of 4, 8, 12" } })],
    ['engine_failed', json(400, { error: { message: 'no idea' } })],
  ];
  for (const [index, [code, answer]] of refusals.entries()) {
    it(`tells ${code} by its cause, and asks once (${index})`, async () => {
      server.options = { faults: { start: () => ({ answer }) } };
      const fault = await faultOf();
      expect(fault.code).toBe(code);
      expect(fault.detail).toBeTruthy();
      expect(server.requests.length).toBe(1);
    });
  }

  it('keeps its key to itself, also where the server repeats it', async () => {
    server.options = { key: 'another' };
    engine = testEngine(server.url, {}, { key: KEY });
    const fault = await faultOf();
    expect(fault.code).toBe('engine_unauthorized');
    const shown = [fault.message, fault.detail, fault.stack, JSON.stringify(fault), String(fault.cause)].join('\n');
    expect(shown).toContain('Incorrect API key');
    expect(shown).not.toContain(KEY);
  });

  it('goes on where an answer breaks off in the middle', async () => {
    const half: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    };
    server.options = {
      faults: {
        start: () => ({ answer: half, afterwards: true }),
        status: ({ asked }) => (asked === 1 ? half : undefined),
      },
    };
    expect((await run()).at(-1)?.kind).toBe('video');
    expect(server.starts).toHaveSize(1);
  });

  it('never begins a second video where the first one is listed late', async () => {
    server.options = {
      faults: { start: () => ({ answer: dropped, afterwards: true }), list: () => json(200, { data: [] }) },
    };
    expect((await faultOf()).code).toBe('engine_uncertain');
    expect(server.starts).toHaveSize(1);
    let lists = 0;
    const late = (): Answer | undefined => (++lists < 3 ? json(200, { data: [] }) : undefined);
    server.options = { faults: { start: () => ({ answer: dropped, afterwards: true }), list: late } };
    expect((await run({ ...REQUEST, prompt: '一条狗\n在雨里' })).at(-1)?.kind).toBe('video');
    expect(server.starts).toHaveSize(2);
  });

  it('does not ask again where it is only not known that the server has taken it', async () => {
    server.options = { faults: { start: () => ({ answer: dropped }) } };
    expect((await faultOf()).code).toBe('engine_uncertain');
    expect(server.requests.filter((request) => request.startsWith('POST'))).toHaveSize(1);
  });

  it('gives up where the server can’t be reached, having tried some times', async () => {
    await server.close();
    expect((await faultOf()).code).toBe('engine_unavailable');
    server = await VideosServer.start();
  });

  it('tells why the video has failed', async () => {
    const error = { code: 'content_policy_violation', message: 'The result was refused.' };
    server.options = { statusOf: () => ({ status: 'failed', error }) };
    const { code, detail } = await faultOf();
    expect([code, detail]).toEqual(['content_refused', 'content_policy_violation: The result was refused.']);
  });

  it('fails where the server no longer knows the video, and begins no other', async () => {
    server.options = { faults: { status: () => json(404, { error: { message: 'Video not found' } }) } };
    expect((await faultOf()).code).toBe('engine_failed');
    expect(server.starts.length).toBe(1);
  });

  it('takes progress that goes from 0 to 100 at once', async () => {
    server.options = {
      statusOf: ({ asked }) =>
        asked > 3 ? { status: 'completed', progress: 100 } : { status: 'in_progress', progress: 0 },
    };
    const events = await run();
    const shares = events.flatMap((event) => (event.kind === 'progress' ? event.progress : []));
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(events.at(-1)?.kind).toBe('video');
  });

  it('refuses a file that is no video', async () => {
    server.options = {
      faults: { content: () => (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('<html>') },
    };
    expect((await faultOf()).code).toBe('result_unusable');
  });

  it('refuses a file that is larger than it takes, before it has all of it', async () => {
    let sent = 0;
    server.options = {
      faults: {
        content: () => (response) => {
          response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(300 * 1024 * 1024) });
          response.write(INSTANT_VIDEO.bytes);
          sent += INSTANT_VIDEO.bytes.length;
        },
      },
    };
    expect((await faultOf()).code).toBe('result_unusable');
    expect(sent).toBe(INSTANT_VIDEO.bytes.length);
  });

  it('fetches the file again where the connection broke', async () => {
    server.options = { faults: { content: (_, count) => (count < 3 ? dropped : undefined) } };
    expect((await run()).at(-1)?.kind).toBe('video');
    expect(server.requests.filter((request) => request.endsWith('/content')).length).toBe(3);
  });

  it('has a still where the server has one, and a clip where it has none', async () => {
    expect((await run()).map(({ kind }) => kind)).not.toContain('poster');
    server.options = { stills: 'jpeg' };
    const [poster] = (await run()).filter((event) => event.kind === 'poster');
    const image = { ...INSTANT_STILL, bytes: Buffer.from(INSTANT_STILL.bytes) };
    expect(poster).toEqual({ kind: 'poster', image });
  });

  it('sends what was asked for as a form', async () => {
    const attachments = [{ bytes: pictureOf('#306090'), mimeType: 'image/png' }];
    engine = testEngine(server.url, { model: 'wan2.2', fields: { num_inference_steps: 30 } });
    await run({ ...REQUEST, options: { seconds: 4, size: '1280x720', seed: 7 }, attachments });
    expect([...server.videos.values()][0]?.fields).toEqual({
      model: 'wan2.2',
      num_inference_steps: '30',
      prompt: '一只橘猫',
      seconds: '4',
      size: '1280x720',
      seed: '7',
      input_reference: 'reference.png image/png',
    });
  });

  it('sends what was asked for as JSON', async () => {
    const attachments = [{ bytes: pictureOf('#306090'), mimeType: 'image/png' }];
    engine = testEngine(server.url, { format: 'json' });
    await run({ ...REQUEST, options: { seconds: 4 }, attachments });
    const { prompt, seconds, input_reference: reference } = [...server.videos.values()][0]?.fields ?? {};
    expect([prompt, seconds]).toEqual(['一只橘猫', '4']);
    expect(reference).toMatch(/"image_url":"data:image\/png;base64,/);
  });

  it('sends what was asked for as OpenRouter calls it', async () => {
    engine = testEngine(server.url, { format: 'openrouter' });
    const attachments = [{ bytes: pictureOf('#306090'), mimeType: 'image/png' }];
    await run({ ...REQUEST, options: { seconds: 8, size: '1280x720' }, attachments });
    const { duration, size, frame_images: frames } = [...server.videos.values()][0]?.fields ?? {};
    expect([duration, size]).toEqual(['8', '1280x720']);
    expect(frames).toContain('"frame_type":"first_frame"');
  });

  for (const [name, clip] of [
    ['an address', () => ({ url: `${server.url}/videos/video_1/content` })],
    ['the file', () => ({ b64_json: Buffer.from(INSTANT_VIDEO.bytes).toString('base64') })],
  ] as const) {
    it(`takes an answer with ${name}, as servers give that answer when the clip is there`, async () => {
      server.videos.set('video_1', { id: 'video_1', prompt: '', fields: {}, createdAt: 0, asked: 0 });
      server.options = { faults: { start: () => ({ answer: json(200, { created: 1, data: [clip()] }) }) } };
      expect((await run()).at(-1)?.kind).toBe('video');
    });
  }

  it('does not begin again where the clip was in an answer that is lost', async () => {
    const journal = new RecordingJournal({
      endpoint: server.url,
      startedAt: Date.now(),
      operation: { operation: { heldAs: 'gone' }, warnings: [] },
    });
    expect((await faultOf(run(REQUEST, journal))).code).toBe('engine_uncertain');
    expect(server.starts).toEqual([]);
  });
});
