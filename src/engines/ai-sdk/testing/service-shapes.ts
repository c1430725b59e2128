/** What a hosted service was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a service of a certain shape answers, from its public description. */
export interface ServiceShape {
  /** What the configuration calls it, `alibaba/wan2.6-t2v`. */
  readonly model: string;
  /** Where the package is told that the service is; absent where the package knows one address only. */
  readonly baseUrl?: string;
  /** Where the package asks; default: at `baseUrl`. */
  readonly origin?: string;
  /** Whether a request begins an operation. */
  readonly isStart: (asked: Asked) => boolean;
  readonly started: () => Response;
  readonly pending: () => Response;
  /** @param clipUrl where the clip is */
  readonly completed: (clipUrl: string) => Response;
  readonly failed: (message: string) => Response;
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
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
  origin: 'https://queue.fal.run',
  isStart: ({ method }) => method === 'POST',
  started: () => json({ request_id: '1', response_url: 'https://queue.fal.run/fal-ai/luma-dream-machine/requests/1' }),
  pending: () => json({ detail: 'Request is still in progress' }, 400),
  completed: (clipUrl) => json({ video: { url: clipUrl, content_type: 'video/mp4' } }),
  failed: (message) => json({ error: { message, code: 422 } }, 422),
};

const prediction = (fields: object): Response =>
  json({ id: '1', urls: { get: 'https://replicate.example/v1/predictions/1' }, output: null, error: null, ...fields });

/** Replicate, with ByteDance's Seedance: its own package can't be asked later. */
export const REPLICATE: ServiceShape = {
  model: 'replicate/bytedance/seedance-1-lite',
  baseUrl: 'https://replicate.example/v1',
  isStart: ({ method }) => method === 'POST',
  started: () => prediction({ status: 'starting' }),
  pending: () => prediction({ status: 'processing' }),
  completed: (clipUrl) => prediction({ status: 'succeeded', output: clipUrl, metrics: { predict_time: 42 } }),
  failed: (message) => prediction({ status: 'failed', error: message }),
};

/** xAI's Grok Imagine. */
export const XAI: ServiceShape = {
  model: 'xai/grok-imagine-video',
  baseUrl: 'https://xai.example/v1',
  isStart: ({ method }) => method === 'POST',
  started: () => json({ request_id: '1' }),
  pending: () => json({ status: 'pending', progress: 0 }, 202),
  completed: (clipUrl) => json({ status: 'done', video: { url: clipUrl, duration: 5, respect_moderation: true } }),
  failed: (message) => json({ status: 'failed', error: { code: 'invalid_argument', message } }),
};

/** Vercel's AI Gateway, with a model of Kling's, which passes on to the services of others. It is asked by POST throughout. */
export const GATEWAY: ServiceShape = {
  model: 'gateway/klingai/kling-v2.6-t2v',
  baseUrl: 'https://gateway.example/v4/ai',
  isStart: ({ url }) => url.endsWith('/video-model/start'),
  started: () => json({ operation: { id: 'operation-1' } }),
  pending: () => json({ status: 'pending' }),
  completed: (clipUrl) =>
    json({ status: 'completed', videos: [{ type: 'url', url: clipUrl, mediaType: 'video/mp4' }] }),
  failed: (message) => json({ status: 'error', error: message }),
};
