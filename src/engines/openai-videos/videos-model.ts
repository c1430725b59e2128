import { randomUUID } from 'node:crypto';
import type {
  Experimental_VideoModelV4 as VideoModel,
  Experimental_VideoModelV4OperationStartResult as StartResult,
  Experimental_VideoModelV4OperationStatusResult as StatusResult,
  Experimental_VideoModelV4VideoData as VideoData,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { EngineFault } from '../port/engine-fault.ts';
import type { JsonValue } from '../port/job-journal.ts';
import { requestBody, type RequestFormat } from './request-body.ts';
import { errorText, FINISHED_ANSWER, stateOf, VIDEO_OBJECT, type VideoObject } from './video-object.ts';
import type { VideosClient } from './videos-client.ts';

export interface VideosModelOptions {
  readonly client: VideosClient;
  readonly modelId: string | undefined;
  readonly format: RequestFormat;
  /** Fields that every request has besides the usual ones. */
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/** What is stored of a video. */
const OPERATION = z.union([
  z.object({ id: z.string() }),
  z.object({ finishedAt: z.string() }),
  z.object({ heldAs: z.string() }),
]);

/** What a status says of a video besides the AI SDK's fields. */
const METADATA = 'openaiVideos';

/** Any server of `/v1/videos` as a video model of the AI SDK. */
export class VideosModel implements VideoModel {
  readonly specificationVersion = 'v4';
  readonly provider = 'openai-videos';
  readonly modelId: string;
  readonly maxVideosPerCall = 1;
  readonly #options: VideosModelOptions;
  /** Clips that came within an answer; another process does not have them. */
  readonly #held = new Map<string, string>();

  constructor(options: VideosModelOptions) {
    this.#options = options;
    this.modelId = options.modelId ?? '';
  }

  async doStart(options: Parameters<NonNullable<VideoModel['doStart']>>[0]): Promise<StartResult> {
    const { client, format, fields, modelId } = this.#options;
    const model = modelId === undefined ? {} : { model: modelId };
    const { body, contentType } = requestBody(options, format, { ...model, ...fields });
    const { value } = await client.request(
      {
        method: 'POST',
        body,
        headers: {
          ...definedHeaders(options.headers),
          ...(contentType !== undefined && { 'content-type': contentType }),
        },
        signal: options.abortSignal,
      },
      z.union([VIDEO_OBJECT, FINISHED_ANSWER]),
    );
    return { operation: this.#operationOf(value), warnings: warningsOf(options, format), response: this.#response() };
  }

  async doStatus({
    operation,
    abortSignal,
  }: Parameters<NonNullable<VideoModel['doStatus']>>[0]): Promise<StatusResult> {
    const known = OPERATION.parse(operation);
    if ('finishedAt' in known) return this.#completed({ type: 'url', url: known.finishedAt, mediaType: 'video/mp4' });
    if ('heldAs' in known) return this.#completed(this.#heldClip(known.heldAs));
    const path = `/${encodeURIComponent(known.id)}`;
    const { value: video } = await this.#options.client.request({ path, signal: abortSignal }, VIDEO_OBJECT);
    const response = this.#response();
    switch (stateOf(video)) {
      case 'pending':
        return { status: 'pending', response, providerMetadata: metadataOf(video) };
      case 'error':
        return { status: 'error', error: errorText(video), response };
      case 'completed':
        return this.#completed({ type: 'url', url: this.#clipUrl(video), mediaType: 'video/mp4' });
    }
  }

  /** What is stored of the video that a server tells of. */
  static operationOf(id: string): JsonValue {
    return { id };
  }

  #operationOf(answer: VideoObject | z.infer<typeof FINISHED_ANSWER>): StartResult['operation'] {
    if ('id' in answer && typeof answer.id === 'string') return { id: answer.id };
    const [made] = FINISHED_ANSWER.parse(answer).data;
    if (made?.url) return { finishedAt: new URL(made.url, this.#options.client.url('')).href };
    const heldAs = randomUUID();
    this.#held.set(heldAs, made?.b64_json ?? '');
    return { heldAs };
  }

  #heldClip(heldAs: string): VideoData {
    const data = this.#held.get(heldAs);
    if (data === undefined)
      throw new EngineFault('engine_uncertain', { detail: 'the clip was in an answer that is lost' });
    this.#held.delete(heldAs);
    return { type: 'base64', data, mediaType: 'video/mp4' };
  }

  #clipUrl({ id, unsigned_urls: urls, url }: VideoObject): string {
    const { client } = this.#options;
    const named = urls?.[0] ?? url;
    return named ? new URL(named, client.url('')).href : client.url(`/${encodeURIComponent(id)}/content`);
  }

  #completed(video: VideoData): StatusResult {
    return { status: 'completed', videos: [video], warnings: [], response: this.#response() };
  }

  #response(): StartResult['response'] {
    return { timestamp: new Date(), modelId: this.modelId, headers: undefined };
  }
}

/** How far a video is, from 0 to 1, as the server said it in a status; undefined where it did not. */
export function progressIn({ providerMetadata }: Pick<StatusResult, 'providerMetadata'>): number | undefined {
  const progress = providerMetadata?.[METADATA]?.['progress'];
  return typeof progress === 'number' ? Math.min(1, progress / 100) : undefined;
}

function metadataOf({ progress }: VideoObject): NonNullable<StatusResult['providerMetadata']> {
  // Some servers say 0 up to the end: then it is better estimated.
  return { [METADATA]: progress ? { progress } : {} };
}

function definedHeaders(headers: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function warningsOf(
  { frameImages = [], inputReferences = [] }: Parameters<VideosModel['doStart']>[0],
  format: RequestFormat,
): StartResult['warnings'] {
  const count = frameImages.length + inputReferences.length;
  if (format === 'openrouter' || count < 2) return [];
  return [
    { type: 'unsupported', feature: 'inputReferences', details: 'The server takes one reference image: the first.' },
  ];
}
