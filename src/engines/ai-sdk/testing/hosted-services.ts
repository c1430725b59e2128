import { INSTANT_VIDEO } from '../../instant/instant-media.ts';

/** What a hosted service was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a service of a certain shape answers. */
export interface ServiceShape {
  /** What the configuration calls it, `alibaba/wan2.6-t2v`. */
  readonly model: string;
  readonly baseUrl?: string;
  /** Whether a request begins some work. */
  readonly isStart: (asked: Asked) => boolean;
  readonly started: () => Response;
  readonly pending: () => Response;
  /** @param clipUrl where the clip is */
  readonly completed: (clipUrl: string) => Response;
  readonly failed: (message: string) => Response;
}

const base64 = Buffer.from(INSTANT_VIDEO.bytes).toString('base64');
/** An address that needs no network. */
const CLIP_URL = `data:video/mp4;base64,${base64}`;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

const alibabaTask = (fields: object): Response => json({ output: { task_id: 'task-1', ...fields }, request_id: 'r' });

/** Alibaba's Model Studio. */
export const ALIBABA: ServiceShape = {
  model: 'alibaba/wan2.6-t2v',
  baseUrl: 'https://dashscope.example',
  isStart: ({ method }) => method === 'POST',
  started: () => alibabaTask({ task_status: 'PENDING' }),
  pending: () => alibabaTask({ task_status: 'RUNNING' }),
  completed: (clipUrl) => alibabaTask({ task_status: 'SUCCEEDED', video_url: clipUrl }),
  failed: (message) => alibabaTask({ task_status: 'FAILED', message }),
};

const operation = (fields: object): Response => json({ name: 'models/veo/operations/1', ...fields });

/** Google's Veo. */
export const GOOGLE: ServiceShape = {
  model: 'google/veo-3.1-generate-preview',
  baseUrl: 'https://generativelanguage.example/v1beta',
  isStart: ({ url }) => url.includes(':predictLongRunning'),
  started: () => operation({}),
  pending: () => operation({ done: false }),
  completed: (clipUrl) =>
    operation({
      done: true,
      response: { generateVideoResponse: { generatedSamples: [{ video: { uri: clipUrl } }] } },
    }),
  failed: (message) => operation({ done: true, error: { code: 3, message, status: 'INVALID_ARGUMENT' } }),
};

/** fal's queue. */
export const FAL: ServiceShape = {
  model: 'fal/luma-dream-machine',
  isStart: ({ method }) => method === 'POST',
  started: () => json({ request_id: '1', response_url: 'https://queue.fal.run/fal-ai/luma-dream-machine/requests/1' }),
  pending: () => json({ detail: 'Request is still in progress' }, 400),
  completed: (clipUrl) => json({ video: { url: clipUrl, content_type: 'video/mp4' } }),
  failed: (message) => json({ error: { message, code: 422 } }, 422),
};

/** A hosted service as a `fetch`, so that the provider's own package speaks to it. */
export class HostedService {
  readonly asked: Asked[] = [];
  starts = 0;
  /** Where finished clips are; by default in the answer. */
  clipUrl = CLIP_URL;
  #pending = 2;
  #queued: Response[] = [];
  #failure: string | undefined;
  #losesAnswer = false;
  #failures = 0;
  readonly #shape: ServiceShape;

  constructor(shape: ServiceShape) {
    this.#shape = shape;
  }

  /** The next requests are answered so, and begin nothing. */
  answerNext(...responses: readonly Response[]): void {
    this.#queued = [...responses];
  }

  /** The next request that begins some work is done, and its answer is lost. */
  loseAnswer(): void {
    this.#losesAnswer = true;
  }

  /** The next questions about some work fail in one way or another. */
  failQuestions(times: number): void {
    this.#failures = times;
  }

  /** Work that has begun makes no progress from now on. */
  stall(): void {
    this.#pending = Infinity;
  }

  /** Work that has begun is done. */
  finish(): void {
    this.#pending = 0;
  }

  /** Work ends with an error. */
  failWith(message: string): void {
    this.#failure = message;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Asked['body']) : {};
    const asked = { method: init?.method ?? 'GET', url, headers: new Headers(init?.headers), body };
    this.asked.push(asked);
    const queued = this.#queued.shift();
    if (queued !== undefined) return queued;
    if (this.#shape.isStart(asked)) {
      this.starts += 1;
      if (this.#losesAnswer) throw new TypeError('fetch failed');
      return this.#shape.started();
    }
    if (this.#failures-- > 0) {
      if (this.#failures % 2 === 0) throw new TypeError('fetch failed');
      return json({ message: 'busy' }, 503);
    }
    if (this.#pending-- > 0) return this.#shape.pending();
    return this.#failure === undefined ? this.#shape.completed(this.clipUrl) : this.#shape.failed(this.#failure);
  };
}
