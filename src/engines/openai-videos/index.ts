import { z } from 'zod';
import { VideoModelService, type VideoModelServiceOptions } from '../ai-sdk/index.ts';
import type { ConfigOf } from '../config/engine-config.ts';
import { AddressPolicy, VideoDownloader } from '../downloads/index.ts';
import type { EngineInfo } from '../../protocol/index.ts';
import type { RemoteWork } from '../port/remote-service.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import type { Fetch } from '../remote/classifying-fetch.ts';
import type { Redact } from '../remote/redactor.ts';
import { RemoteEngine, type RemoteEngineOptions } from '../remote/remote-engine.ts';
import { findWork } from './find-work.ts';
import { KnownWorks } from './known-works.ts';
import { VideosClient } from './videos-client.ts';
import { progressIn, VideosModel } from './videos-model.ts';

/** What an engine is made with besides its configuration. */
export interface OpenAiVideosContext {
  readonly info: EngineInfo;
  readonly key: string | undefined;
  readonly redact: Redact;
  /** Default: the one of this machine. */
  readonly fetch?: Fetch;
  readonly times?: Pick<VideoModelServiceOptions & RemoteEngineOptions, 'backoff' | 'pollMs'> & {
    readonly lookAgainMs?: number;
  };
}

const LOOK_AGAIN_MS = 3_000;

/** An engine of one server of `/v1/videos`, or of several that are alike. */
export function createOpenAiVideosEngine(config: ConfigOf<'openai-videos'>, context: OpenAiVideosContext): VideoEngine {
  const [first = '', ...others] = [config.url].flat();
  const serviceAt = (url: string): VideoModelService => serviceOf(config, url, context);
  const services = [serviceAt(first), ...others.map(serviceAt)] as const;
  return new RemoteEngine({ info: context.info, services, ...context.times });
}

const NAMED_WORK = z.object({ id: z.string() });

function serviceOf(
  { model, format = 'multipart', fields = {}, frames, fileNetworks = [], pollSeconds }: ConfigOf<'openai-videos'>,
  address: string,
  { key, redact, fetch, times }: OpenAiVideosContext,
): VideoModelService {
  // A slash at the end, more or less, is no other place for the jobs that have begun there.
  const url = address.replace(/\/+$/, '');
  const client = new VideosClient({ baseUrl: url, key, redact, fetch });
  const knownWorks = new KnownWorks();
  const policy = new AddressPolicy({ origins: [new URL(url).origin], networks: fileNetworks });
  const service = new VideosService(knownWorks, {
    endpoint: url,
    model: new VideosModel({ client, modelId: model, format, fields }),
    downloader: new VideoDownloader({ policy }),
    redact,
    ...(frames && { frames }),
    downloadHeaders: client.headers,
    progressIn,
    still: async (operation, signal) => {
      const named = NAMED_WORK.safeParse(operation);
      if (!named.success) return undefined;
      return client.image(`/${encodeURIComponent(named.data.id)}/content?variant=thumbnail`, signal);
    },
    find: async (request, startedAt, signal) => {
      const lookAgainMs = times?.lookAgainMs ?? LOOK_AGAIN_MS;
      const id = await findWork(client, { request, startedAt, others: knownWorks, lookAgainMs }, signal);
      return id === undefined ? undefined : { operation: { id }, warnings: [] };
    },
    cancel: async ({ operation }, signal) => {
      const named = NAMED_WORK.safeParse(operation);
      if (named.success)
        await client.command({ method: 'DELETE', path: `/${encodeURIComponent(named.data.id)}`, signal });
    },
    ...(pollSeconds !== undefined && { pollMs: pollSeconds * 1_000 }),
    ...times,
  });
  return service;
}

/** Notes which works are known, so that none of them is taken for one that was lost. */
class VideosService extends VideoModelService {
  readonly #known: KnownWorks;

  constructor(known: KnownWorks, options: VideoModelServiceOptions) {
    super(options);
    this.#known = known;
  }

  override follow(work: RemoteWork, signal: AbortSignal): ReturnType<VideoModelService['follow']> {
    const named = z.object({ operation: NAMED_WORK }).safeParse(work.operation);
    if (named.success) this.#known.add(named.data.operation.id);
    return super.follow(work, signal);
  }
}
