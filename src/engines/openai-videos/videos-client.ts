import type { z } from 'zod';
import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import { bytesUpTo } from '../remote/checked-body.ts';
import { answerFault } from '../remote/classify-fault.ts';
import { classifyingFetch, type Fetch } from '../remote/classifying-fetch.ts';
import type { Redact } from '../remote/redactor.ts';

const MAX_IMAGE_BYTES = 4 * 1024 * 1024;

export interface VideosClientOptions {
  /** Ends before `/videos`: `http://localhost:8091/v1`. */
  readonly baseUrl: string;
  readonly key: string | undefined;
  readonly redact: Redact;
  readonly fetch?: Fetch | undefined;
}

/** A request to a server of `/v1/videos`. */
export interface VideosRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** After `/videos`. */
  readonly path?: string;
  readonly body?: FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** An answer with what its headers say of the server's clock. */
export interface VideosAnswer<Value> {
  readonly value: Value;
  /** By how much the server's clock is ahead, in milliseconds; undefined where it does not say. */
  readonly clockAheadMs: number | undefined;
}

/**
 * Speaks to one server of `/v1/videos`, and to no other: it follows no redirect, since that could lead into the network
 * around the gateway, with the key. Every method rejects with an `EngineFault`.
 */
export class VideosClient {
  readonly #baseUrl: string;
  readonly #fetch: Fetch;
  readonly #redact: Redact;
  /** What the server wants to see with every request, downloads among them. */
  readonly headers: Readonly<Record<string, string>>;

  constructor({ baseUrl, key, redact, fetch }: VideosClientOptions) {
    this.#baseUrl = baseUrl.replace(/\/+$/, '');
    this.#redact = redact;
    this.#fetch = classifyingFetch(redact, fetch);
    this.headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  }

  /** The address of something at the server. */
  url(path: string): string {
    return `${this.#baseUrl}/videos${path}`;
  }

  /** Sends a request, and reads its answer by a schema. */
  async request<Value>(request: VideosRequest, schema: z.ZodType<Value>): Promise<VideosAnswer<Value>> {
    const { response, text } = await this.#send(request);
    const parsed = schema.safeParse(jsonOf(text));
    // Whatever stands there, the server has taken the request.
    if (!parsed.success) throw this.#unreadable(request);
    const date = Date.parse(response.headers.get('date') ?? '');
    return { value: parsed.data, clockAheadMs: Number.isNaN(date) ? undefined : date - Date.now() };
  }

  /** Sends a request whose answer says nothing. */
  async command(request: VideosRequest): Promise<void> {
    await this.#send(request);
  }

  /** Whether a server is there, and takes the key. Not every one has a list: that it has none says nothing. */
  async check(signal: AbortSignal): Promise<void> {
    const response = await this.#fetch(this.url('?limit=1'), { headers: this.headers, signal, redirect: 'manual' });
    const text = await response.text();
    const { status, ok } = response;
    if (status === 401 || status === 403) throw answerFault({ status, text, isStart: false }, this.#redact);
    if (status === 404 && !this.#baseUrl.endsWith('/v1')) throw noVideos();
    if (ok && jsonOf(text) === undefined) throw noVideos();
  }

  /** The file of an image; undefined where something else stands there. */
  async image(path: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const response = await this.#fetch(this.url(path), { headers: this.headers, signal, redirect: 'manual' });
    const isImage = response.ok && response.headers.get('content-type')?.startsWith('image/') === true;
    // A server that knows no stills may answer with the clip.
    if (isImage) return bytesUpTo(MAX_IMAGE_BYTES, response);
    await response.body?.cancel();
    return undefined;
  }

  async #send(request: VideosRequest): Promise<{ readonly response: Response; readonly text: string }> {
    const { method = 'GET', path = '', body, headers, signal } = request;
    const response = await this.#fetch(this.url(path), {
      method,
      redirect: 'manual',
      headers: { accept: 'application/json', ...this.headers, ...headers },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    const isStart = method === 'POST';
    let text: string;
    try {
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof EngineFault ? error : this.#unreadable(request);
    }
    if (!response.ok) {
      if (response.status === 404 && !isStart) {
        throw new EngineFault('engine_failed', { detail: 'the server does not know this video' });
      }
      // Of a model that it does not have a server says so; a path that it does not have is just not found.
      if (response.status === 404 && !/model/i.test(text)) throw noVideos();
      throw answerFault({ status: response.status, text, isStart }, this.#redact);
    }
    return { response, text };
  }

  #unreadable({ method }: VideosRequest): TransientFault {
    return new TransientFault({ detail: 'the answer can’t be read', mayHaveStarted: method === 'POST' });
  }
}

function noVideos(): EngineFault {
  return new EngineFault('engine_failed', { detail: 'there is no /v1/videos: see its url, which usually ends in /v1' });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
