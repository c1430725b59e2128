import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INSTANT_STILL, INSTANT_VIDEO } from '../../instant/instant-media.ts';

/** A video at the server. */
export interface StandInVideo {
  readonly id: string;
  readonly prompt: string;
  /** The fields of the request, as texts. */
  readonly fields: Readonly<Record<string, string>>;
  readonly createdAt: number;
  /** How often its status was asked for. */
  asked: number;
}

/** An answer instead of the usual one. */
export type Answer = (response: ServerResponse) => void;

/** What the server does otherwise than well; every step is asked each time. */
export interface Faults {
  /** Instead of taking a prompt; `afterwards`: it is taken, and then this is the answer. */
  readonly start?: (
    prompt: string,
    count: number,
  ) => { readonly answer: Answer; readonly afterwards?: true } | undefined;
  /** Instead of a status. */
  readonly status?: (video: StandInVideo) => Answer | undefined;
  /** Instead of the file. */
  readonly content?: (video: StandInVideo, count: number) => Answer | undefined;
  /** Instead of the list. */
  readonly list?: () => Answer | undefined;
}

export interface VideosServerOptions {
  readonly faults?: Faults;
  /** Fields of a video's status, by how often it was asked for. Default: 0 %, 50 %, then completed. */
  readonly statusOf?: (video: StandInVideo) => Readonly<Record<string, unknown>>;
  /** Default: it has none. */
  readonly stills?: 'jpeg';
  /** The key that it wants. Default: none. */
  readonly key?: string;
}

/** Answers with a status, and JSON. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** Breaks the connection. */
export const dropped: Answer = (response) => response.destroy();

/** A server of `/v1/videos` on this machine, from public descriptions of vLLM-Omni and its like. */
export class VideosServer {
  readonly videos = new Map<string, StandInVideo>();
  /** Prompts that were taken, in order: two of one job would be one too many. */
  readonly starts: string[] = [];
  readonly deleted: string[] = [];
  readonly requests: string[] = [];
  options: VideosServerOptions;
  readonly #server: Server;
  #asks = 0;
  #downloads = 0;

  private constructor(options: VideosServerOptions) {
    this.options = options;
    this.#server = createServer((request, response) => {
      void this.#answerRequest(request, response).catch(() => response.destroy());
    });
  }

  /** Starts one on a free port. */
  static async start(options: VideosServerOptions = {}): Promise<VideosServer> {
    const server = new VideosServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', () => resolve()));
    return server;
  }

  /** Where it is: `http://127.0.0.1:…/v1`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Answers as usual that a prompt has been taken: what was held back may come late. */
  confirmStart(prompt: string, response: ServerResponse): void {
    const video = [...this.videos.values()].find((each) => each.prompt === prompt);
    if (video !== undefined) json(200, this.#objectOf(video, { status: 'queued', progress: 0 }))(response);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    this.requests.push(`${request.method ?? ''} ${pathname}${searchParams.has('variant') ? '?still' : ''}`);
    const { key } = this.options;
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      return json(401, { error: { message: `Incorrect API key provided: ${request.headers.authorization ?? ''}` } })(
        response,
      );
    }
    const [, , , id, part] = pathname.split('/');
    if (id === undefined) return request.method === 'POST' ? this.#startWork(request, response) : this.#list(response);
    const video = this.videos.get(id);
    if (video === undefined) return json(404, { error: { message: 'Video not found' } })(response);
    if (request.method === 'DELETE') return this.#delete(video, response);
    if (searchParams.get('variant') === 'thumbnail') return this.#still(response);
    return part === 'content' ? this.#content(video, response) : this.#status(video, response);
  }

  async #startWork(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = await fieldsOf(request);
    const { prompt = '' } = fields;
    const fault = this.options.faults?.start?.(prompt, ++this.#asks);
    if (fault !== undefined && fault.afterwards !== true) return fault.answer(response);
    const video: StandInVideo = { id: `video_${randomUUID()}`, prompt, fields, createdAt: Date.now(), asked: 0 };
    this.videos.set(video.id, video);
    this.starts.push(prompt);
    (fault?.answer ?? json(200, this.#objectOf(video, { status: 'queued', progress: 0 })))(response);
  }

  #status(video: StandInVideo, response: ServerResponse): void {
    video.asked += 1;
    const answer = this.options.faults?.status?.(video);
    (answer ?? json(200, this.#objectOf(video, (this.options.statusOf ?? usualStatus)(video))))(response);
  }

  #content(video: StandInVideo, response: ServerResponse): void {
    const answer = this.options.faults?.content?.(video, ++this.#downloads);
    if (answer !== undefined) return answer(response);
    response.writeHead(200, { 'content-type': 'video/mp4' }).end(INSTANT_VIDEO.bytes);
  }

  #still(response: ServerResponse): void {
    if (this.options.stills !== 'jpeg') return json(404, { error: { message: 'no variant' } })(response);
    const { bytes, mimeType } = INSTANT_STILL;
    response.writeHead(200, { 'content-type': mimeType, 'content-length': bytes.length }).end(bytes);
  }

  #list(response: ServerResponse): void {
    const answer = this.options.faults?.list?.();
    const data = [...this.videos.values()].reverse().map((video) => this.#objectOf(video, { status: 'in_progress' }));
    (answer ?? json(200, { object: 'list', data: data.slice(0, 100), has_more: data.length > 100 }))(response);
  }

  #delete(video: StandInVideo, response: ServerResponse): void {
    this.videos.delete(video.id);
    this.deleted.push(video.id);
    json(200, { id: video.id, object: 'video.deleted', deleted: true })(response);
  }

  #objectOf({ id, prompt, createdAt, fields }: StandInVideo, state: Readonly<Record<string, unknown>>): object {
    const { model = 'wan' } = fields;
    return { id, object: 'video', model, prompt, created_at: Math.floor(createdAt / 1_000), ...state };
  }
}

function usualStatus({ asked }: StandInVideo): Readonly<Record<string, unknown>> {
  return asked > 2 ? { status: 'completed', progress: 100 } : { status: 'in_progress', progress: (asked - 1) * 50 };
}

async function fieldsOf(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const body = new Response(Buffer.concat(chunks), { headers });
  if (headers['content-type'].startsWith('application/json')) {
    const fields = Object.entries((await body.json()) as object);
    return Object.fromEntries(
      fields.map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  }
  const form = [...(await body.formData()).entries()];
  return Object.fromEntries(
    form.map(([name, value]) => [name, typeof value === 'string' ? value : `${value.name} ${value.type}`]),
  );
}
