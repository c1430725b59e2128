import { APICallError, type Experimental_VideoModelV4 as VideoModel } from '@ai-sdk/provider';
import type { PackageExports, ProviderSettings } from '../load-provider.ts';

type StartOptions = Parameters<NonNullable<VideoModel['doStart']>>[0];
type Started = Awaited<ReturnType<NonNullable<VideoModel['doStart']>>>;
type Status = Awaited<ReturnType<NonNullable<VideoModel['doStatus']>>>;

/** What a service says of a task. */
export type TaskState =
  { readonly status: 'pending' } | { readonly clipUrl: string } | { readonly status: 'error'; readonly error: string };

/** A service whose videos are tasks, from its public description: one address takes them, and tells of them by their ids. */
export interface TaskService {
  readonly path: string;
  readonly bodyOf: (modelId: string, options: StartOptions) => object;
  readonly taskIn: (answer: unknown) => string;
  readonly stateIn: (answer: unknown) => TaskState;
}

/** The package of such a service's provider, as those are that can be asked about a video later. */
export function taskProvider(maker: string, service: TaskService): PackageExports {
  return { [maker]: (settings) => ({ video: (modelId: string) => new TaskModel(modelId, service, settings) }) };
}

class TaskModel implements VideoModel {
  readonly specificationVersion = 'v4';
  readonly provider = 'stand-in';
  readonly maxVideosPerCall = 1;
  readonly modelId: string;
  readonly #service: TaskService;
  readonly #settings: ProviderSettings;

  constructor(modelId: string, service: TaskService, settings: ProviderSettings) {
    this.modelId = modelId;
    this.#service = service;
    this.#settings = settings;
  }

  async doStart(options: StartOptions): Promise<Started> {
    const body = JSON.stringify(this.#service.bodyOf(this.modelId, options));
    const answer = await this.#ask('', { method: 'POST', body, signal: options.abortSignal ?? null });
    return { operation: { taskId: this.#service.taskIn(answer) }, warnings: [], response: this.#response() };
  }

  async doStatus({ operation, abortSignal }: Parameters<NonNullable<VideoModel['doStatus']>>[0]): Promise<Status> {
    const { taskId } = operation as { readonly taskId: string };
    const state = this.#service.stateIn(await this.#ask(`/${taskId}`, { signal: abortSignal ?? null }));
    const response = this.#response();
    if (!('clipUrl' in state)) return { ...state, response };
    const videos = [{ type: 'url', url: state.clipUrl, mediaType: 'video/mp4' }] as const;
    return { status: 'completed', videos: [...videos], warnings: [], response };
  }

  async #ask(path: string, init: RequestInit): Promise<unknown> {
    const { baseURL = '', apiKey = '', fetch } = this.#settings;
    const url = baseURL + this.#service.path + path;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { ...init, headers });
    const responseBody = await response.text();
    if (response.ok) return JSON.parse(responseBody) as unknown;
    const { status: statusCode } = response;
    throw new APICallError({ message: 'refused', url, requestBodyValues: {}, statusCode, responseBody });
  }

  #response(): Started['response'] {
    return { timestamp: new Date(), modelId: this.modelId, headers: undefined };
  }
}
