import type { EngineAttachment } from '../../port/video-engine.ts';
import { EngineFault, TransientFault } from '../../port/engine-fault.ts';
import { bytesUpTo } from '../../remote/checked-body.ts';
import { answerFault, connectionFault } from '../../remote/classify-fault.ts';
import { classifyingFetch, type Fetch } from '../../remote/classifying-fetch.ts';
import type { Redact } from '../../remote/redactor.ts';
import { asObject, asText, parseJson } from '../workflow/json.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { type JobState, readHistory, readJob, readQueue } from './job-state.ts';
import type { OutputFile } from './outputs.ts';
import { partialFault, promptFault } from './prompt-fault.ts';

/** Where a ComfyUI is. */
export interface ComfyUiPlace {
  /** `http://127.0.0.1:8188`; a path before the API's is kept. */
  readonly url: string;
  /** For a proxy before it that asks for one; sent as `Authorization: Bearer …`. */
  readonly key?: string;
  /** Takes what is secret out of ComfyUI's own words; default: nothing is. */
  readonly redact?: Redact;
}

/** What a job is called at ComfyUI. */
export interface JobIds {
  readonly promptId: string;
  /** Of the socket that is told of its progress. */
  readonly clientId: string;
}

/** How long one answer may take, in milliseconds. */
const ANSWER_LIMIT_MS = 30_000;
const MAX_STILL_BYTES = 8 * 1024 * 1024;

interface Call {
  readonly method?: string;
  /** Sent as JSON, a form as a form. */
  readonly body?: object;
  readonly signal: AbortSignal;
}

/**
 * ComfyUI's HTTP API, as far as a job needs it. Every method rejects with an `EngineFault`, a `TransientFault` where it may
 * pass, and with `signal.reason` once its signal is aborted.
 */
export class ComfyUiApi {
  readonly headers: Readonly<Record<string, string>>;
  readonly #base: string;
  readonly #redact: Redact;
  readonly #fetch: Fetch;
  /** Older versions have no `/api/jobs`; undefined until it was asked. */
  #hasJobs: boolean | undefined;

  constructor({ url, key, redact = String }: ComfyUiPlace) {
    this.#base = url.replace(/\/+$/, '');
    this.#redact = redact;
    this.#fetch = classifyingFetch(redact);
    this.headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  }

  /** The address of the socket of a client. */
  socketUrl(clientId: string): string {
    return `${this.#base.replace(/^http/, 'ws')}/ws?clientId=${encodeURIComponent(clientId)}`;
  }

  /** The address of a file. */
  fileUrl(file: OutputFile): string {
    return this.#base + this.#viewPath(file);
  }

  /** Whether a ComfyUI is there, and the proxy before it takes the key. */
  async check(signal: AbortSignal): Promise<void> {
    const response = await this.#call('/queue', { signal });
    const text = await response.text();
    if (isOfAnother(response, parseJson(text))) throw noComfyUi();
    if (!response.ok) throw this.#refusal(response, text);
  }

  /** Puts a workflow into the queue, under an id of ours. */
  async submit(workflow: Workflow, { promptId, clientId }: JobIds, signal: AbortSignal): Promise<void> {
    const body = {
      prompt: workflow,
      prompt_id: promptId,
      client_id: clientId,
      // Without it a server that was started without previews makes none.
      extra_data: { preview_method: 'auto' },
    };
    const response = await this.#call('/prompt', { method: 'POST', body, signal });
    const text = await response.text();
    const answer = parseJson(text);
    if (response.status === 400) throw promptFault(answer, workflow);
    if (isOfAnother(response, answer)) throw noComfyUi();
    if (!response.ok) throw this.#refusal(response, text);
    const fault = partialFault(answer, workflow);
    if (fault === undefined) return;
    // It runs what is left of the workflow otherwise.
    await this.cancel(promptId, signal);
    throw fault;
  }

  /** Where a job stands. */
  async jobState(id: string, signal: AbortSignal): Promise<JobState> {
    if (this.#hasJobs !== false) {
      const response = await this.#call(`/api/jobs/${id}`, { signal });
      const text = await response.text();
      const answer = parseJson(text);
      if (response.ok) {
        // A proxy's page, say: it says nothing of the job.
        if (asObject(answer) === undefined) throw unreadable();
        this.#hasJobs = true;
        return readJob(answer);
      }
      // An older server has no such path, and answers without a word of the job.
      const isKnown = response.status === 404 && asObject(answer)?.['error'] !== undefined;
      if (isKnown) return { status: 'unknown' };
      if (response.status !== 404 && response.status !== 405) throw this.#refusal(response, text);
      this.#hasJobs = false;
    }
    // The queue goes first: a job that ends in between is in the history.
    const queue = readQueue(await this.#known('/queue', signal), id);
    return readHistory(await this.#known(`/history/${id}`, signal), id) ?? queue ?? { status: 'unknown' };
  }

  /** Takes a job out of the queue, or stops it where it runs, and no other. */
  async cancel(id: string, signal: AbortSignal): Promise<void> {
    const response = await this.#call(`/api/jobs/${id}/cancel`, { method: 'POST', body: {}, signal });
    await response.body?.cancel();
    if (response.ok) return;
    await this.#json('/queue', { method: 'POST', body: { delete: [id] }, signal });
    // Older servers stop whatever runs, so it is asked first what that is.
    if (readQueue(await this.#known('/queue', signal), id)?.status !== 'running') return;
    await this.#json('/interrupt', { method: 'POST', body: { prompt_id: id }, signal });
  }

  /** Uploads a reference image; resolves with the name that `LoadImage` takes. The same name again replaces it. */
  async uploadImage(name: string, { bytes, mimeType }: EngineAttachment, signal: AbortSignal): Promise<string> {
    const body = new FormData();
    body.set(
      'image',
      new Blob([Uint8Array.from(bytes)], { type: mimeType }),
      `${name}.${mimeType.replace('image/', '')}`,
    );
    body.set('type', 'input');
    body.set('subfolder', 'ask-kitten');
    body.set('overwrite', 'true');
    const sending = this.#json('/upload/image', { method: 'POST', body, signal });
    const answer = asObject(await sending.catch(beginsNothing));
    const saved = asText(answer?.['name']);
    if (saved === undefined)
      throw new EngineFault('engine_failed', { detail: 'ComfyUI gave the reference image no name' });
    const folder = asText(answer?.['subfolder']);
    return folder === undefined ? saved : `${folder}/${saved}`;
  }

  /** A still, packed as JPEG; undefined where it can't be had, or is larger than a still is. */
  async still(file: OutputFile, signal: AbortSignal): Promise<Uint8Array | undefined> {
    try {
      const response = await this.#call(this.#viewPath(file, { preview: 'jpeg;85' }), { signal });
      if (response.ok) return await bytesUpTo(MAX_STILL_BYTES, response);
      await response.body?.cancel();
      return undefined;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }

  #viewPath({ filename, subfolder, type }: OutputFile, more: Readonly<Record<string, string>> = {}): string {
    return `/view?${new URLSearchParams({ filename, subfolder, type, ...more }).toString()}`;
  }

  /** What the server says of its jobs: nothing can be concluded from anything but an object. */
  async #known(path: string, signal: AbortSignal): Promise<object> {
    const answer = asObject(await this.#json(path, { signal }));
    if (answer === undefined) throw unreadable();
    return answer;
  }

  /** The body of an answer; undefined where it is no JSON. */
  async #json(path: string, call: Call): Promise<unknown> {
    const response = await this.#call(path, call);
    const text = await response.text();
    if (!response.ok) throw this.#refusal(response, text);
    return parseJson(text);
  }

  #refusal({ status }: Response, text: string): EngineFault {
    return answerFault({ status, text, isStart: false }, this.#redact);
  }

  async #call(path: string, { method = 'GET', body, signal }: Call): Promise<Response> {
    const isForm = body instanceof FormData;
    const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
    try {
      return await this.#fetch(this.#base + path, {
        method,
        headers: { ...this.headers, ...(body && !isForm && { 'content-type': 'application/json' }) },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.any([signal, limit]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof EngineFault ? error : connectionFault(error, method === 'POST');
    }
  }
}

/** What a file was sent with may fail in any way: no job has begun by it. */
function beginsNothing(fault: unknown): never {
  if (!(fault instanceof TransientFault)) throw fault;
  const { detail, retryAfterMs, cause } = fault;
  throw new TransientFault({ detail, retryAfterMs, cause });
}

/** Whether something else than a ComfyUI has answered. */
function isOfAnother({ ok, status }: Response, answer: unknown): boolean {
  return status === 404 || (ok && asObject(answer) === undefined);
}

function noComfyUi(): EngineFault {
  return new EngineFault('engine_failed', { detail: 'What answered is no ComfyUI: see its url.' });
}

function unreadable(): TransientFault {
  return new TransientFault({ detail: 'the answer can’t be read' });
}
