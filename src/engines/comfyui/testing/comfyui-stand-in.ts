import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
import { INSTANT_STILL, INSTANT_VIDEO } from '../../instant/instant-media.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { refusal } from './stand-in-nodes.ts';
import { type HistoryItem, itemOf, type StandInJob, StandInQueue } from './stand-in-queue.ts';
import { StandInSockets } from './stand-in-sockets.ts';

/** How old a ComfyUI the stand-in is. */
export interface StandInOptions {
  /** Without `/api/jobs`, and with an `/interrupt` that stops whatever runs; default false. */
  readonly isOld?: boolean;
  /** Default: a free one. */
  readonly port?: number;
}

interface PromptBody {
  readonly prompt: Workflow;
  readonly prompt_id?: string;
  readonly client_id?: string;
  readonly extra_data?: object;
}

/** What answers a request in the stand-in's place; true where it has. */
export type Interceptor = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/**
 * A ComfyUI without models on loopback, made from its public sources (`server.py`, `execution.py`, `comfy_execution`),
 * with its habits: nothing is sent again, everything is in memory, and a prompt's id may be put into the queue twice.
 */
export class ComfyUiStandIn implements AsyncDisposable {
  readonly sockets = new StandInSockets();
  readonly queue = new StandInQueue(this.sockets);
  /** What `/prompt` was sent, in order. */
  readonly prompts: PromptBody[] = [];
  /** Names of uploaded images. */
  readonly images = new Set<string>();
  /** Paths that were asked for. */
  readonly requests: string[] = [];
  /** What `/view` gives for a video. */
  video: Uint8Array = INSTANT_VIDEO.bytes;
  /** Called when a prompt has come, and is not in the queue yet. */
  beforeQueue: () => Promise<void> | void = () => undefined;
  /** Called when a prompt is in the queue, and its answer has not been sent. */
  beforeAnswer: () => Promise<void> | void = () => undefined;
  /** Prompts are taken, and the connection breaks before the answer. */
  losesAnswers = false;
  /** May answer before the stand-in does. */
  intercept: Interceptor = () => false;
  readonly #server: Server;
  readonly #connections = new Set<Socket>();
  readonly #isOld: boolean;
  #number = 0;

  private constructor({ isOld = false }: StandInOptions) {
    this.#isOld = isOld;
    this.#server = createServer((request, response) => void this.#respond(request, response));
    this.#server.on('connection', (socket) => {
      this.#connections.add(socket);
      socket.on('close', () => this.#connections.delete(socket));
    });
    this.sockets.attach(this.#server);
  }

  static async start(options: StandInOptions = {}): Promise<ComfyUiStandIn> {
    const standIn = new ComfyUiStandIn(options);
    standIn.#server.listen(options.port ?? 0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Loses queue, history and every connection, as a restart does. */
  restart(): void {
    this.queue.restart();
    this.sockets.cut();
  }

  /** Puts a job of somebody else's into the queue. */
  putForeignJob(workflow: Workflow): StandInJob {
    const job = { number: this.#number++, id: crypto.randomUUID(), client: 'somebody', workflow };
    this.queue.put(job);
    return job;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.queue.restart();
    for (const socket of this.#connections) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    this.requests.push(`${request.method ?? ''} ${pathname}`);
    try {
      if (await this.intercept(request, response)) return;
      await this.#route(request, response, pathname, searchParams);
    } catch {
      if (!response.headersSent) response.writeHead(500);
      response.end('500 Internal Server Error');
    }
  }

  async #route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const [, first = '', second = '', third = '', fourth] = path.split('/');
    const route = `${request.method ?? ''} ${first}`;
    if (route === 'POST prompt') return this.#prompt((await json(request)) as PromptBody, response);
    if (route === 'GET queue') return this.#queue(response);
    if (route === 'POST queue') return this.#delete((await json(request)) as { delete?: string[] }, response);
    if (route === 'POST interrupt') return this.#interrupt((await json(request)) as { prompt_id?: string }, response);
    if (route === 'GET history') return answer(response, 200, this.#historyOf(second));
    if (route === 'POST upload') return this.#upload(request, response);
    if (route === 'GET view') return this.#view(query, response);
    if (first === 'api' && second === 'jobs' && !this.#isOld) {
      return fourth === 'cancel' ? this.#cancel(third, response) : this.#job(third, response);
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404: Not Found');
  }

  async #prompt(body: PromptBody, response: ServerResponse): Promise<void> {
    const { prompt, prompt_id: id = crypto.randomUUID(), client_id: client } = body;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      const error = {
        type: 'invalid_prompt_id',
        message: 'prompt_id must be a valid UUID',
        details: '',
        extra_info: {},
      };
      return answer(response, 400, { error, node_errors: {} });
    }
    const refused = refusal(prompt, this.images);
    if (refused !== undefined) return answer(response, 400, refused);
    await this.beforeQueue();
    this.prompts.push(body);
    const number = this.#number++;
    this.queue.put({ number, id, client, workflow: prompt });
    await this.beforeAnswer();
    if (this.losesAnswers) return void response.destroy();
    answer(response, 200, { prompt_id: id, number, node_errors: {} });
  }

  #queue(response: ServerResponse): void {
    const { running, pending } = this.queue;
    answer(response, 200, {
      queue_running: running === undefined ? [] : [itemOf(running)],
      queue_pending: pending.map(itemOf),
    });
  }

  #delete({ delete: ids = [] }: { readonly delete?: readonly string[] }, response: ServerResponse): void {
    for (const id of ids) this.queue.remove(id);
    response.end();
  }

  #interrupt({ prompt_id: id }: { readonly prompt_id?: string }, response: ServerResponse): void {
    if (this.#isOld || id === undefined || this.queue.running?.id === id) this.queue.interrupt();
    response.end();
  }

  #cancel(id: string, response: ServerResponse): void {
    const isPending = this.queue.pending.some((job) => job.id === id);
    const isRunning = this.queue.running?.id === id;
    this.queue.remove(id);
    if (isRunning) this.queue.interrupt();
    answer(response, 200, { cancelled: isPending || isRunning });
  }

  #job(id: string, response: ServerResponse): void {
    const item = this.queue.history.get(id);
    if (item !== undefined) return answer(response, 200, { id, ...jobOf(item) });
    if (this.queue.running?.id === id) return answer(response, 200, { id, status: 'in_progress' });
    if (this.queue.pending.some((job) => job.id === id)) return answer(response, 200, { id, status: 'pending' });
    answer(response, 404, { error: 'Job not found' });
  }

  #historyOf(id: string): object {
    const item = this.queue.history.get(id);
    return item === undefined ? {} : { [id]: item };
  }

  async #upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const form = await new Response(body, {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('image');
    if (!(file instanceof File)) return answer(response, 400, {});
    const folder = form.get('subfolder');
    const subfolder = typeof folder === 'string' ? folder : '';
    this.images.add(subfolder === '' ? file.name : `${subfolder}/${file.name}`);
    answer(response, 200, { name: file.name, subfolder, type: 'input' });
  }

  #view(query: URLSearchParams, response: ServerResponse): void {
    const isStill = /\.(png|jpe?g|webp)$/.test(query.get('filename') ?? '');
    const type = isStill ? 'image/jpeg' : 'video/mp4';
    response.writeHead(200, { 'content-type': type }).end(isStill ? INSTANT_STILL.bytes : this.video);
  }
}

function jobOf({ status, outputs }: HistoryItem): object {
  const messages = status.messages as (readonly [string, object])[];
  const find = (event: string): object | undefined => messages.find(([name]) => name === event)?.[1];
  if (status.completed) return { status: 'completed', outputs };
  if (find('execution_interrupted') !== undefined) return { status: 'cancelled', outputs };
  return { status: 'failed', outputs, execution_error: find('execution_error') };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
