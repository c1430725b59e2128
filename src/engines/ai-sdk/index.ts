import type { ConfigOf } from '../config/engine-config.ts';
import { AddressPolicy, VideoDownloader } from '../downloads/index.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import { classifyingFetch, type Fetch } from '../remote/classifying-fetch.ts';
import { permittedFetch } from '../remote/permitted-fetch.ts';
import type { RemoteEngineContext } from '../remote/remote-engine-context.ts';
import { RemoteEngine, type RemoteEngineOptions } from '../remote/remote-engine.ts';
import { loadVideoModel } from './load-provider.ts';
import { requireAddress, requireKey } from './provider-probe.ts';
import { VideoModelService, type VideoModelServiceOptions } from './video-model-service.ts';

export { VideoModelService, type VideoModelServiceOptions } from './video-model-service.ts';

/** What an engine is made with besides its configuration. */
export interface AiSdkContext extends RemoteEngineContext {
  /** Default: the one of this machine. */
  readonly fetch?: Fetch;
  /** Default: from the provider's package. */
  readonly loadModel?: typeof loadVideoModel;
  readonly times?: Pick<VideoModelServiceOptions & RemoteEngineOptions, 'backoff' | 'pollMs'>;
}

/** An engine of a hosted service. Rejects with a line for people where the provider's package is not installed. */
export async function createAiSdkEngine(config: ConfigOf<'ai-sdk'>, context: AiSdkContext): Promise<VideoEngine> {
  const urls = config.url === undefined ? [undefined] : [config.url].flat();
  const services = await Promise.all(urls.map((url) => serviceOf(config, url, context)));
  const [first, ...others] = services;
  if (first === undefined) throw new Error('an engine needs a server');
  const { info, share, times } = context;
  return new RemoteEngine({ info, services: [first, ...others], share, ...times });
}

async function serviceOf(
  { model, frames, fileNetworks = [], pollSeconds, providerOptions }: ConfigOf<'ai-sdk'>,
  url: string | undefined,
  { key, redact, fetch, loadModel = loadVideoModel, times }: AiSdkContext,
): Promise<VideoModelService> {
  const [provider = '', ...rest] = model.split('/');
  const baseURL = url?.replace(/\/+$/, '');
  const load = (fetching: Fetch, apiKey = key): ReturnType<typeof loadModel> =>
    loadModel(provider, rest.join('/'), {
      ...(apiKey !== undefined && { apiKey, apiToken: apiKey }),
      ...(baseURL !== undefined && { baseURL, videoBaseURL: baseURL }),
      fetch: fetching,
    });
  if (key === undefined) await requireKey(load);
  // By another key: a package that sent something by itself would begin a clip, which costs.
  if (baseURL !== undefined) await requireAddress((fetching) => load(fetching, 'no-key'), baseURL);
  const policy = new AddressPolicy({ origins: url === undefined ? [] : [new URL(url).origin], networks: fileNetworks });
  const videoModel = await load(classifyingFetch(redact, fetch ?? permittedFetch(policy)));
  return new VideoModelService({
    endpoint: url ?? provider,
    model: videoModel,
    downloader: new VideoDownloader({ policy }),
    redact,
    ...(frames && { frames }),
    ...(providerOptions && {
      providerOptions,
    }),
    ...(pollSeconds !== undefined && { pollMs: pollSeconds * 1_000 }),
    ...times,
  });
}
