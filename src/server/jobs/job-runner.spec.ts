import { isUuid, type ServerMessage } from '../../protocol/index.ts';
import { JobRunner } from './job-runner.ts';
import { LiveJobs } from './live-jobs.ts';
import { type EngineEvent, EngineRegistry, type JobJournal } from '../../engines/index.ts';
import type { EventLog, Job } from '../ports/index.ts';
import { label } from '../ports/testing/messages.ts';
import { MemoryMedia } from '../testing/memory-media.ts';
import { RecordingLogger } from '../testing/recording-logger.ts';
import {
  CLIP,
  HAPPY_EVENTS,
  happyScript,
  type Script,
  ScriptedEngine,
  STILL,
  untilAborted,
} from '../../engines/testing/scripted-engine.ts';
import { memoryLog } from '../testing/test-storage.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const JOB: Job = {
  id: '5a0c1f0e-0000-4000-8000-0000000000f0',
  code: CODE,
  address: '192.0.2.1',
  prompt: {
    type: 'text',
    id: '5a0c1f0e-0000-4000-8000-000000000001',
    content: '橘猫',
    options: { seed: 7 },
  },
};

const journal: JobJournal = { entry: undefined, write: () => Promise.resolve() };
const append = (): Promise<void> => Promise.reject(new Error('nothing is said before the end'));

describe('JobRunner', () => {
  let log: EventLog;
  let live: LiveJobs;
  let logger: RecordingLogger;
  let received: ServerMessage[];
  let controller: AbortController;
  let time: number;

  beforeEach(() => {
    log = memoryLog();
    live = new LiveJobs(log);
    logger = new RecordingLogger();
    received = [];
    log.follow(CODE, (message) => received.push(message));
    controller = new AbortController();
    time = 0;
  });

  function runner(script: Script, media = new MemoryMedia()): JobRunner {
    return new JobRunner({
      engines: EngineRegistry.of(new ScriptedEngine(script)),
      log,
      live,
      media,
      logger,
      now: () => time,
    });
  }

  /** Runs the job, and stores its last messages as a queue does. */
  async function run(script: Script, media?: MemoryMedia, isRepeat = false): Promise<void> {
    const last = await runner(script, media).run(JOB, { signal: controller.signal, isRepeat, journal, append });
    for (const draft of last ?? []) await log.append(CODE, draft);
  }

  it('has what is answered in words wait for no clip', () => {
    const engine = Object.assign(new ScriptedEngine(), {
      answersAtOnce: ({ prompt }: { readonly prompt: string }) => prompt === '你好',
    });
    const jobs = new JobRunner({ engines: EngineRegistry.of(engine), log, live, media: new MemoryMedia(), logger });
    const laneOf = (content: string) => jobs.laneOf({ ...JOB, prompt: { ...JOB.prompt, content } }).id;
    expect(laneOf('橘猫')).toBe('scripted');
    expect(laneOf('你好')).not.toBe('scripted');
  });

  it('reports a job from start to end, its durable messages stored', async () => {
    await run(happyScript);
    expect(received.map(label)).toEqual([
      'started',
      '(progress)',
      '(text)',
      '(text)',
      '(image)',
      'text',
      'image',
      'video',
      'completed',
    ]);
    expect(received.flatMap(({ seq }) => seq ?? [])).toEqual([1, 2, 3, 4, 5]);
  });

  it('says of every message whose it is', async () => {
    const job = runner(happyScript);
    job.reportPosition(JOB, 3);
    const last = await job.run(JOB, { signal: controller.signal, isRepeat: false, journal, append });
    expect(received[0]).toEqual(jasmine.objectContaining({ event: 'queued', position: 3 }));
    for (const message of [job.accept(JOB), ...received, ...(last ?? []), job.cancelWaiting(JOB)]) {
      expect(message).toEqual(jasmine.objectContaining({ jobId: JOB.id, replyTo: JOB.prompt.id }));
    }
  });

  it('gives the engine the prompt with its options and attachments', async () => {
    const engine = new ScriptedEngine();
    const media = new MemoryMedia();
    const attachment = { bytes: new Uint8Array([7]), mimeType: 'image/webp' };
    const { url } = await media.save(attachment);
    const job = new JobRunner({ engines: EngineRegistry.of(engine), log, live, media, logger });
    const asked = { ...JOB, prompt: { ...JOB.prompt, attachments: [url] } };
    expect(job.accept(asked)).toEqual(jasmine.objectContaining({ attachments: [url] }));
    await job.run(asked, { signal: controller.signal, isRepeat: false, journal, append });
    const { content: prompt, options } = JOB.prompt;
    expect(engine.requests).toEqual([{ jobId: JOB.id, prompt, options: options!, attachments: [attachment] }]);
  });

  it('fails a job whose attachment is not there any more', async () => {
    const prompt = { ...JOB.prompt, attachments: [`/media/${'0'.repeat(32)}.png`] };
    const last = await runner(happyScript).run(
      { ...JOB, prompt },
      { signal: controller.signal, isRepeat: false, journal, append },
    );
    expect(last?.at(-1)).toEqual(jasmine.objectContaining({ type: 'error', code: 'engine_failed' }));
  });

  it('streams a text under one id and ends it with the whole', async () => {
    await run(happyScript);
    const texts = received.filter((message) => message.type === 'text');
    expect(texts.map(({ content, append }) => [content, append])).toEqual([
      ['一只', true],
      ['橘猫', true],
      ['一只橘猫', undefined],
    ]);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(1);
  });

  it('describes previews, poster and clip', async () => {
    const media = new MemoryMedia();
    await run(happyScript, media);
    const [preview, poster] = received.filter((message) => message.type === 'image');
    const video = received.find((message) => message.type === 'video');
    expect(preview).toEqual(jasmine.objectContaining({ preview: true, data: 'AQID', mimeType: 'image/png' }));
    expect(poster).toEqual(jasmine.objectContaining({ width: 64, height: 36, bytes: 3, name: '橘猫.png' }));
    expect(poster?.preview).toBeUndefined();
    expect(video).toEqual(
      jasmine.objectContaining({
        mimeType: 'video/mp4',
        name: '橘猫.mp4',
        width: 64,
        height: 36,
        durationMs: 1_000,
        bytes: CLIP.bytes.length,
        posterUrl: poster?.url,
      }),
    );
    expect(media.drafts.map(({ bytes }) => bytes)).toEqual([STILL.bytes, CLIP.bytes]);
  });

  it('reports progress at most ten times a second', async () => {
    await run(async function* () {
      for (time = 0; time < 1_000; time += 10) {
        const event: EngineEvent = { kind: 'progress', progress: time / 1_000, stage: 'draw' };
        yield event;
      }
      yield { kind: 'video', video: CLIP };
    });
    const reported = received.flatMap((message) =>
      message.type === 'system' && message.event === 'progress' ? message.progress : [],
    );
    expect(reported).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  it('ends a failed job with an error for people, and logs the cause without the code', async () => {
    const fault = new Error('secret /path/of/weights');
    await run(async function* () {
      yield { kind: 'text', delta: '一只' };
      throw fault;
    });
    expect(received.map(label)).toEqual(['started', '(text)', 'text', 'error']);
    expect(received.at(-1)).toEqual(jasmine.objectContaining({ code: 'engine_failed', retryable: true }));
    expect(JSON.stringify(received)).not.toContain('secret');
    expect(logger.entries).toEqual([
      { level: 'error', details: jasmine.objectContaining({ err: fault, jobId: JOB.id }), message: 'a job failed' },
    ]);
    expect(JSON.stringify(logger.entries)).not.toContain(CODE);
  });

  it('calls an engine that ends without a clip a failed one', async () => {
    await run(async function* () {
      yield* HAPPY_EVENTS.slice(0, -1);
    });
    expect(received.at(-1)).toEqual(jasmine.objectContaining({ type: 'error', code: 'engine_failed' }));
  });

  it('ends a job whose clip can’t be saved with an error', async () => {
    await run(
      async function* () {
        yield { kind: 'video', video: CLIP };
      },
      new MemoryMedia(new Error('the disk is full')),
    );
    expect(received.map(label)).toEqual(['started', 'error']);
  });

  it('ends a cancelled job with that, after the text so far', async () => {
    await run(async function* (_request, signal) {
      yield { kind: 'text', delta: '一只' };
      controller.abort('cancelled');
      await untilAborted(signal);
    });
    expect(received.map(label)).toEqual(['started', '(text)', 'text', 'cancelled']);
    expect(logger.entries).toEqual([]);
  });

  it('stops listening to an engine that goes on after a cancel', async () => {
    await run(async function* () {
      controller.abort('cancelled');
      yield* HAPPY_EVENTS;
    });
    expect(received.map(label)).toEqual(['started', 'cancelled']);
  });

  it('completes a job that is cancelled after its clip', async () => {
    const media = new MemoryMedia();
    const put = spyOn(media, 'save').and.callThrough();
    put.withArgs(jasmine.objectContaining({ bytes: CLIP.bytes })).and.callFake((draft) => {
      controller.abort('cancelled');
      return new MemoryMedia().save(draft);
    });
    await run(happyScript, media);
    expect(received.map(label).slice(-2)).toEqual(['video', 'completed']);
  });

  it('leaves a job open and nothing behind when the gateway stops', async () => {
    const media = new MemoryMedia();
    await run(async function* (_request, signal) {
      yield { kind: 'text', delta: '一只' };
      yield { kind: 'poster', image: STILL };
      controller.abort('shutdown');
      await untilAborted(signal);
    }, media);
    expect(received.map(label)).toEqual(['started', '(text)']);
    expect(media.drafts.length).toBe(1);
    expect(media.names).toEqual([]);
    expect(logger.entries).toEqual([]);
  });

  it('reports a job that runs again under the same text, whose first piece replaces what a client has', async () => {
    await run(happyScript);
    await run(happyScript, new MemoryMedia(), true);
    const texts = received.filter((message) => message.type === 'text');
    expect(texts.map(({ content, append }) => [content, append])).toEqual([
      ['一只', true],
      ['橘猫', true],
      ['一只橘猫', undefined],
      ['一只', undefined],
      ['橘猫', true],
      ['一只橘猫', undefined],
    ]);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(1);
    expect(isUuid(texts[0]?.id)).toBeTrue();
  });

  it('has for a client that connects in the middle how far the job is', async () => {
    await run(async function* (_request, signal) {
      yield* HAPPY_EVENTS.slice(0, 4);
      const current = live.snapshot(CODE);
      expect(current).toEqual([
        jasmine.objectContaining({ event: 'progress', progress: 0.1 }),
        jasmine.objectContaining({ type: 'text', content: '一只橘猫' }),
        jasmine.objectContaining({ type: 'image', preview: true }),
      ]);
      expect(current[1]).not.toEqual(jasmine.objectContaining({ append: true }));
      controller.abort('cancelled');
      await untilAborted(signal);
    });
    expect(live.snapshot(CODE)).toEqual([]);
  });

  it('has the position of a job only while it waits', async () => {
    const job = runner(happyScript);
    job.reportPosition(JOB, 2);
    job.reportPosition(JOB, 1);
    expect(live.snapshot(CODE)).toEqual([jasmine.objectContaining({ event: 'queued', position: 1 })]);
    job.cancelWaiting(JOB);
    expect(live.snapshot(CODE)).toEqual([]);
  });
});
