import type { Experimental_VideoModelV4 as VideoModel } from '@ai-sdk/provider';
import type { Fetch } from '../remote/classifying-fetch.ts';

/** What every provider of the AI SDK takes. */
export interface ProviderSettings {
  /** Default: the variable that the provider itself reads. */
  readonly apiKey?: string;
  /** Default: the provider's own. */
  readonly baseURL?: string;
  /** The same to Alibaba's package, which has its texts elsewhere. */
  readonly videoBaseURL?: string;
  readonly fetch: Fetch;
}

/** A provider as far as its packages are alike. */
type Provider = Readonly<Record<'video' | 'videoModel', ((modelId: string) => VideoModel) | undefined>>;

/**
 * Loads the model of a provider, `alibaba` with `wan2.6-t2v`, from the provider's package.
 * Rejects with a line for people where the package is not installed, or has no video models.
 */
export async function loadVideoModel(
  provider: string,
  modelId: string,
  settings: ProviderSettings,
): Promise<VideoModel> {
  const name = provider === 'gateway' ? 'ai' : `@ai-sdk/${provider}`;
  const exports = await importPackage(name);
  const creators = Object.keys(exports).filter((each) => /^create[A-Z]/.test(each));
  for (const creator of provider === 'gateway' ? ['createGateway'] : creators) {
    const create = exports[creator];
    const made: unknown = typeof create === 'function' ? create(settings) : undefined;
    const { video, videoModel } = Object(made) as Provider;
    const model = video?.(modelId) ?? videoModel?.(modelId);
    if (model !== undefined) return model;
  }
  throw new Error(`${name} has no video models: choose another provider for ${provider}/${modelId}.`);
}

type Exports = Readonly<Record<string, ((settings: ProviderSettings) => unknown) | undefined>>;

async function importPackage(name: string): Promise<Exports> {
  try {
    return (await import(name)) as Exports;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
    throw new Error(`An engine needs the package ${name}, which is not installed: npm install ${name}`, {
      cause: error,
    });
  }
}
