import { AddressPolicy, VideoDownloader } from '../downloads/index.ts';
import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import type { JsonValue } from '../port/job-journal.ts';
import type { RemoteService, RemoteOperation } from '../port/remote-service.ts';
import { sleep } from '../port/sleep.ts';
import type { EngineEvent, EngineImage, EngineRequest } from '../port/video-engine.ts';
import { downloadClip } from '../remote/download-clip.ts';
import { LOOK_FOR_MS, waitsBetweenLooks } from '../remote/lost-operation-waits.ts';
import { readImageHeader } from '../stills/image-header.ts';
import { executionFault, interruptedFault, vanishedFault } from './server/execution-fault.ts';
import { ComfyUiApi, type ComfyUiPlace, type JobIds } from './server/comfyui-api.ts';
import { clipFiles, type OutputFile } from './server/outputs.ts';
import { JobWatch } from './job-watch.ts';
import { clipValues, type WorkflowFormat } from './workflow/clip-values.ts';
import { asObject, asText } from './workflow/json.ts';
import { fillWorkflow, type Placeholder, placeholdersIn } from './workflow/placeholders.ts';
import { type Workflow, WorkflowError } from './workflow/workflow.ts';

/** A workflow at one ComfyUI. */
export interface ComfyUiOptions extends ComfyUiPlace {
  readonly workflow: Workflow;
  readonly format?: WorkflowFormat;
  readonly negativePrompt?: string;
  /** The file of the model, where the workflow has `{{checkpoint}}`. */
  readonly checkpoint?: string;
  /** How large a clip may be, in bytes; default: the downloader's. */
  readonly maxBytes?: number;
  /** How long the socket may say nothing before the job's state is asked for, in milliseconds; default 5,000. */
  readonly silenceMs?: number;
  /** How long a job is looked for whose answer was lost, in milliseconds; default a minute. */
  readonly lookForMs?: number;
}

/** A ComfyUI as a server that makes videos: our job's id is its prompt's id, so that a lost answer loses nothing. */
export class ComfyUiService implements RemoteService {
  readonly endpoint: string;
  readonly #options: ComfyUiOptions;
  readonly #api: ComfyUiApi;
  readonly #placeholders: ReadonlySet<Placeholder>;
  readonly #downloader: VideoDownloader;

  /** @throws WorkflowError where the workflow has placeholders that nothing is known of */
  constructor(options: ComfyUiOptions) {
    this.endpoint = options.url.replace(/\/+$/, '');
    this.#options = options;
    this.#api = new ComfyUiApi(options);
    this.#placeholders = placeholdersIn(options.workflow);
    if (this.#placeholders.has('checkpoint') && options.checkpoint === undefined) {
      throw new WorkflowError('The workflow has {{checkpoint}}: name the file of the model as checkpoint.');
    }
    const policy = new AddressPolicy({ origins: [options.url] });
    this.#downloader = new VideoDownloader({
      policy,
      ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
    });
  }

  check(signal: AbortSignal): Promise<void> {
    return this.#api.check(signal);
  }

  async start(request: EngineRequest, signal: AbortSignal): Promise<JsonValue> {
    try {
      return await this.#submit(request, signal);
    } catch (error) {
      throw error instanceof EngineFault && !(error instanceof TransientFault) ? this.#redacted(error) : error;
    }
  }

  async #submit(request: EngineRequest, signal: AbortSignal): Promise<JsonValue> {
    const { workflow, negativePrompt = '', checkpoint = '', format = {} } = this.#options;
    const filled = fillWorkflow(workflow, {
      prompt: request.prompt,
      negative_prompt: negativePrompt,
      checkpoint,
      job_id: request.jobId,
      ...clipValues(request.options ?? {}, format, request.jobId),
      ...(await this.#upload(request, signal)),
    });
    const ids = idsOf(request);
    await this.#api.submit(filled, ids, signal);
    return { ...ids };
  }

  async find(request: EngineRequest, _startedAt: number, signal: AbortSignal): Promise<JsonValue> {
    const ids = idsOf(request);
    // ComfyUI checks a workflow before it is in the queue, so it may show a little later.
    for (const waitMs of waitsBetweenLooks(this.#options.lookForMs ?? LOOK_FOR_MS)) {
      await sleep(waitMs, signal);
      const { status } = await this.#api.jobState(ids.promptId, signal);
      if (status !== 'unknown') return { ...ids };
    }
    // It takes the same id twice, and forgets its jobs when it is started again: nothing says that it never had this one.
    throw new EngineFault('engine_uncertain', { detail: 'ComfyUI shows no job of this id' });
  }

  async *follow({ handle }: RemoteOperation, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    const { workflow, silenceMs = 5_000 } = this.#options;
    const { promptId, clientId } = readIds(handle);
    const watch = new JobWatch({ api: this.#api, promptId, clientId, workflow, silenceMs });
    let lastPreview: EngineImage | undefined;
    for await (const event of watch.events(signal)) {
      if (event.kind === 'preview') lastPreview = event.image;
      yield event;
    }
    const end = watch.end;
    if (end.status === 'failed') throw this.#redacted(executionFault(end.error, workflow));
    if (end.status === 'cancelled') throw interruptedFault();
    if (end.status !== 'completed') throw vanishedFault();
    const { video, poster } = clipFiles(end.outputs);
    if (video === undefined) {
      const detail = 'The workflow ended without a video: it needs a node like SaveVideo.';
      throw new EngineFault('result_unusable', { detail });
    }
    yield { kind: 'progress', progress: 1, stage: 'download' };
    const still = (poster && (await this.#still(poster, signal))) ?? lastPreview;
    if (still !== undefined) yield { kind: 'poster', image: still };
    yield await this.#clip(video, signal);
  }

  async cancel({ handle }: RemoteOperation, signal: AbortSignal): Promise<void> {
    await this.#api.cancel(readIds(handle).promptId, signal);
  }

  #redacted({ code, detail, cause }: EngineFault): EngineFault {
    const { redact = String } = this.#options;
    return new EngineFault(code, { detail: detail === undefined ? undefined : redact(detail), cause });
  }

  /** The reference images that the workflow has a place for, the last of several as the last frame. */
  async #upload({ jobId, attachments = [] }: EngineRequest, signal: AbortSignal) {
    const send = async (name: 'image' | 'last_image', index: number): Promise<string | undefined> => {
      const attachment = attachments.at(index);
      if (attachment === undefined || !this.#placeholders.has(name)) return undefined;
      return this.#api.uploadImage(`${jobId}-${name}`, attachment, signal);
    };
    return {
      image: await send('image', 0),
      last_image: attachments.length > 1 ? await send('last_image', -1) : undefined,
    };
  }

  async #clip(file: OutputFile, signal: AbortSignal): Promise<EngineEvent> {
    const source = { kind: 'url', url: this.#api.fileUrl(file), headers: this.#api.headers } as const;
    return { kind: 'video', video: await downloadClip(source, { downloader: this.#downloader }, signal) };
  }

  /** A clip without its still is a clip all the same. */
  async #still(file: OutputFile, signal: AbortSignal): Promise<EngineImage | undefined> {
    const bytes = await this.#api.still(file, signal);
    const header = bytes && readImageHeader(bytes);
    return bytes && header && { bytes, ...header };
  }
}

/** Both are known before ComfyUI has answered, and the same in every process. */
function idsOf({ jobId }: EngineRequest): JobIds {
  return { promptId: jobId, clientId: `ask-kitten-${jobId}` };
}

function readIds(handle: JsonValue): JobIds {
  const stored = asObject(handle);
  const promptId = asText(stored?.['promptId']);
  const clientId = asText(stored?.['clientId']);
  if (promptId !== undefined && clientId !== undefined) return { promptId, clientId };
  throw new EngineFault('engine_uncertain', { detail: 'What was stored of the job is not of this engine.' });
}
