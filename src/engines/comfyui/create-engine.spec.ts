import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigOf } from '../config/engine-config.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';
import type { JobJournal } from '../port/job-journal.ts';
import { type EngineRequest, SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import { until } from '../../testing/index.ts';
import { eventsOf } from '../testing/video-engine-contract.ts';
import { comfyUiProfile, createComfyUiEngine } from './index.ts';
import { ComfyUiStandIn } from './testing/comfyui-stand-in.ts';
import { shippedWorkflow } from './workflow/shipped-workflow.ts';
import { WorkflowError } from './workflow/workflow.ts';

const CONTEXT = {
  info: { name: 'comfyui', isModel: true },
  key: undefined,
  redact: String,
  share: Infinity,
  folder: '.',
  times: { silenceMs: 20, backoff: { firstMs: 5 } },
} as const;

describe('createComfyUiEngine()', () => {
  let comfy: ComfyUiStandIn;
  const engines: VideoEngine[] = [];
  const folder = useTemporaryFolder();
  const request: EngineRequest = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

  beforeEach(async () => (comfy = await ComfyUiStandIn.start()));
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.close()));
    await comfy[Symbol.asyncDispose]();
  });

  async function engine(config: Partial<ConfigOf<'comfyui'>> = {}, context: object = {}): Promise<VideoEngine> {
    const usual = { kind: 'comfyui', workflow: 'no-model', url: comfy.url, lookForSeconds: 0.1 } as const;
    const made = await createComfyUiEngine({ ...usual, ...config }, { ...CONTEXT, ...context });
    engines.push(made);
    return made;
  }

  /** Reads a job until the engine has ended. */
  async function read(of: VideoEngine, signal: AbortSignal, journal?: JobJournal): Promise<string[]> {
    const kinds: string[] = [];
    for await (const { kind } of of.generate(request, signal, journal)) kinds.push(kind);
    return kinds;
  }

  function hold(): { readonly open: () => void } {
    const gate = Promise.withResolvers<undefined>();
    comfy.queue.onStep = () => gate.promise;
    return { open: () => gate.resolve(undefined) };
  }

  it('finds a job that shows in the queue late, however long ago it was asked for, and starts no other', async () => {
    const journal = new RecordingJournal({ endpoint: comfy.url, startedAt: Date.now() - 3_600_000 });
    const workflow = await shippedWorkflow('no-model');
    let questions = 0;
    comfy.intercept = () => {
      if (++questions === 2) comfy.queue.put({ number: 0, id: request.jobId, client: undefined, workflow });
      return false;
    };
    expect((await read(await engine(), new AbortController().signal, journal)).at(-1)).toBe('video');
    expect(comfy.prompts).toEqual([]);
  });

  it('goes on where an answer breaks off in the middle, or is a page of a proxy', async () => {
    const seen = new Set<string>();
    comfy.intercept = ({ url = '' }, response) => {
      const path = url.split('/').slice(0, 3).join('/');
      if (!path.startsWith('/api/jobs') || seen.size > 1) return false;
      seen.add(`${seen.size}`);
      if (seen.size === 1) response.writeHead(200).end('<html>Please wait</html>');
      else {
        response.writeHead(200, { 'content-length': '100' }).write('{"status":');
        setImmediate(() => response.destroy());
      }
      return true;
    };
    expect((await read(await engine(), new AbortController().signal)).at(-1)).toBe('video');
    expect(comfy.prompts).toHaveSize(1);
  });

  it('starts a job once where the answer to its start breaks off in the middle', async () => {
    comfy.intercept = ({ url }, response) => {
      if (url !== '/prompt') return false;
      response.end = (() => {
        response.write('{"prompt_id":');
        setImmediate(() => response.destroy());
        return response;
      }) as typeof response.end;
      return false;
    };
    expect((await read(await engine(), new AbortController().signal)).at(-1)).toBe('video');
    expect(comfy.prompts).toHaveSize(1);
  });

  it('says that what answers is no ComfyUI', async () => {
    comfy.intercept = (_, response) => {
      response.writeHead(200).end('<html>');
      return true;
    };
    const fault = jasmine.objectContaining({ code: 'engine_failed', detail: jasmine.stringContaining('no ComfyUI') });
    await expectAsync(read(await engine(), new AbortController().signal)).toBeRejectedWith(fault);
  });

  it('takes what comes with the workflow of Wan 2.2 5B, and what is configured before it', async () => {
    await eventsOf(await engine({ workflow: 'wan2.2-5b', negativePrompt: 'blurred' }), request);
    const [sent] = comfy.prompts;
    expect<unknown>(sent?.prompt['37']?.inputs['unet_name']).toBe('wan2.2_ti2v_5B_fp16.safetensors');
    expect<unknown>(sent?.prompt['7']?.inputs['text']).toBe('blurred');
    const size = { width: 1280, height: 704, length: 121 };
    expect<unknown>(sent?.prompt['55']?.inputs).toEqual(jasmine.objectContaining(size));
  });

  it("takes a workflow of one's own from a file, beside the configuration", async () => {
    const workflow = {
      '1': { class_type: 'EmptyImage', inputs: { width: '{{width}}', height: '{{height}}', batch_size: '{{frames}}' } },
      '2': {
        class_type: 'VHS_VideoCombine',
        inputs: { images: ['1', 0], frame_rate: '{{fps}}', format: 'video/h264-mp4' },
      },
    };
    await writeFile(join(folder(), 'mine.json'), JSON.stringify(workflow));
    const config = { workflow: 'mine.json', fps: 8, seconds: [2], sizes: ['320x192'] };
    const events = await eventsOf(await engine(config, { folder: folder() }), request);
    expect(events.at(-1)?.kind).toBe('video');
    expect<unknown>(comfy.prompts[0]?.prompt['1']?.inputs).toEqual({ width: 320, height: 192, batch_size: 16 });
  });

  it('says what is wrong with a workflow before anybody asks for a clip', async () => {
    await writeFile(join(folder(), 'ui.json'), '{"nodes":[],"links":[]}');
    const wrong = [
      ['ui.json', /Export \(API\)/],
      ['missing.json', /can't be read/],
    ] as const;
    for (const [workflow, message] of wrong) {
      await expectAsync(engine({ workflow }, { folder: folder() })).toBeRejectedWithError(WorkflowError, message);
    }
  });

  it('tells what may be asked of a workflow', async () => {
    const config = { kind: 'comfyui', url: comfy.url } as const;
    expect(await comfyUiProfile(config, '.')).toEqual(
      jasmine.objectContaining({ model: 'Wan 2.2 5B', seed: true, images: 1, frames: 'first' }),
    );
    expect(await comfyUiProfile({ ...config, workflow: 'no-model' }, '.')).toEqual(
      jasmine.objectContaining({ isModel: false, seed: false, images: 0 }),
    );
  });

  it('stops the job at ComfyUI when it is cancelled', async () => {
    const held = hold();
    const controller = new AbortController();
    const reading = read(await engine(), controller.signal);
    await until(() => comfy.queue.running !== undefined);
    controller.abort('cancelled');
    await expectAsync(reading).toBeRejectedWith('cancelled');
    await until(() => comfy.queue.interrupted.length === 1);
    held.open();
  });

  it('goes on in the next process with the job that ComfyUI draws', async () => {
    const held = hold();
    const journal = new RecordingJournal();
    const process = new AbortController();
    const reading = read(await engine(), process.signal, journal);
    await until(() => comfy.queue.running !== undefined && journal.entry?.operation !== undefined);
    process.abort(SHUTDOWN);
    await expectAsync(reading).toBeRejectedWith(SHUTDOWN);
    const next = read(await engine(), new AbortController().signal, journal);
    await until(() => comfy.sockets.connected.length > 1);
    held.open();
    expect((await next).at(-1)).toBe('video');
    expect(comfy.queue.started).toEqual([request.jobId]);
    expect(comfy.queue.interrupted).toEqual([]);
  });

  it('finds the job by its id where the process ended before the answer was stored', async () => {
    await eventsOf(await engine(), request);
    const journal = new RecordingJournal({ endpoint: comfy.url, startedAt: Date.now() });
    expect((await read(await engine(), new AbortController().signal, journal)).at(-1)).toBe('video');
    expect(comfy.prompts).toHaveSize(1);
  });

  it('starts nothing where the process ended while it asked, and ComfyUI shows no such job: the request may come yet', async () => {
    const journal = new RecordingJournal({ endpoint: comfy.url, startedAt: Date.now() });
    await expectAsync(read(await engine(), new AbortController().signal, journal)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'engine_uncertain' }),
    );
    expect(comfy.prompts).toEqual([]);
  });

  it('tries again while ComfyUI starts', async () => {
    let refusals = 3;
    comfy.intercept = (_, response) => {
      if (refusals === 0) return false;
      refusals--;
      response.writeHead(503).end();
      return true;
    };
    expect((await eventsOf(await engine(), request)).at(-1)?.kind).toBe('video');
    expect(comfy.prompts).toHaveSize(1);
  });
});
