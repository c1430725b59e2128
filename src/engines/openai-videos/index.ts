import { z } from 'zod';
import { VideoModelService, type VideoModelServiceOptions } from '../ai-sdk/index.ts';
import type { ConfigOf } from '../config/engine-config.ts';
import { AddressPolicy, VideoDownloader } from '../downloads/index.ts';
import type { JsonValue } from '../port/job-journal.ts';
import type { RemoteOperation } from '../port/remote-service.ts';
import type { EngineRequest, VideoEngine } from '../port/video-engine.ts';
import type { Fetch } from '../remote/classifying-fetch.ts';
import { LOOK_FOR_MS } from '../remote/lost-operation-waits.ts';
import type { RemoteEngineContext } from '../remote/remote-engine-context.ts';
import { RemoteEngine, type RemoteEngineOptions } from '../remote/remote-engine.ts';
import { findVideo } from './find-video.ts';
import { KnownVideos } from './known-videos.ts';
import { VideosClient } from './videos-client.ts';
import { progressIn, VideosModel } from './videos-model.ts';

/** What an engine is made with besides its configuration. */
export interface OpenAiVideosContext extends RemoteEngineContext {
  /** Default: the one of this machine. */
  readonly fetch?: Fetch;
  readonly times?: Pick<VideoModelServiceOptions & RemoteEngineOptions, 'backoff' | 'pollMs'>;
}

/** An engine of one server of `/v1/videos`, or of several that are alike. */
export function createOpenAiVideosEngine(config: ConfigOf<'openai-videos'>, context: OpenAiVideosContext): VideoEngine {
  const [first = '', ...others] = [config.url].flat();
  const serviceAt = (url: string): VideoModelService => serviceOf(config, url, context);
  const services = [serviceAt(first), ...others.map(serviceAt)] as const;
  return new RemoteEngine({ info: context.info, services, share: context.share, ...context.times });
}

const NAMED_VIDEO = z.object({ id: z.string() });

function serviceOf(
  config: ConfigOf<'openai-videos'>,
  address: string,
  { key, redact, fetch, times }: OpenAiVideosContext,
): VideoModelService {
  const { model, format = 'multipart', fields = {}, frames, fileNetworks = [], pollSeconds, lookForSeconds } = config;
  const lookForMs = lookForSeconds === undefined ? LOOK_FOR_MS : lookForSeconds * 1_000;
  // A slash at the end, more or less, is no other place for the jobs that have begun there.
  const url = address.replace(/\/+$/, '');
  const client = new VideosClient({ baseUrl: url, key, redact, fetch });
  const knownVideos = new KnownVideos();
  const policy = new AddressPolicy({ origins: [new URL(url).origin], networks: fileNetworks });
  const service = new VideosService(knownVideos, {
    endpoint: url,
    model: new VideosModel({ client, modelId: model, format, fields }),
    downloader: new VideoDownloader({ policy }),
    redact,
    ...(frames && { frames }),
    downloadHeaders: client.headers,
    progressIn,
    still: async (operation, signal) => {
      const named = NAMED_VIDEO.safeParse(operation);
      if (!named.success) return undefined;
      return client.image(`/${encodeURIComponent(named.data.id)}/content?variant=thumbnail`, signal);
    },
    find: async (request, startedAt, signal) => {
      const id = await findVideo(client, { request, startedAt, known: knownVideos, lookForMs }, signal);
      return { operation: { id }, warnings: [] };
    },
    check: (signal) => client.check(signal),
    cancel: async ({ handle }, signal) => {
      const named = NAMED_VIDEO.safeParse(handle);
      if (named.success)
        await client.command({ method: 'DELETE', path: `/${encodeURIComponent(named.data.id)}`, signal });
    },
    ...(pollSeconds !== undefined && { pollMs: pollSeconds * 1_000 }),
    ...times,
  });
  return service;
}

/** Notes which videos are known, so that none of them is taken for one that was lost. */
class VideosService extends VideoModelService {
  readonly #known: KnownVideos;

  constructor(known: KnownVideos, options: VideoModelServiceOptions) {
    super(options);
    this.#known = known;
  }

  override start(request: EngineRequest, signal: AbortSignal): Promise<JsonValue> {
    return this.#known.finding(request.prompt, async () => {
      const operation = await super.start(request, signal);
      this.#note(operation);
      return operation;
    });
  }

  override follow(operation: RemoteOperation, signal: AbortSignal): ReturnType<VideoModelService['follow']> {
    this.#note(operation.handle);
    return super.follow(operation, signal);
  }

  #note(operation: JsonValue): void {
    const named = z.object({ operation: NAMED_VIDEO }).safeParse(operation);
    if (named.success) this.#known.add(named.data.operation.id);
  }
}
