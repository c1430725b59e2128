import type { Experimental_VideoModelV4 as VideoModel } from '@ai-sdk/provider';
import { importOptionalPackage } from '../packages/optional-package.ts';
import type { Fetch } from '../remote/classifying-fetch.ts';

/** What every provider of the AI SDK takes. */
export interface ProviderSettings {
  /** Default: the variable that the provider itself reads. */
  readonly apiKey?: string;
  /** The same to Replicate's package. */
  readonly apiToken?: string;
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
  if (provider === 'gateway') {
    const { createGateway } = await importPackage('ai');
    return videoModelIn({ createGateway }, 'ai', modelId, settings);
  }
  const name = `@ai-sdk/${provider}`;
  return videoModelIn(await importPackage(name), name, modelId, settings);
}

/**
 * Makes a model of what a provider's package exports.
 * @throws Error with a line for people where that has no video models, or none that can be asked about later
 */
export function videoModelIn(
  exports: PackageExports,
  name: string,
  modelId: string,
  settings: ProviderSettings,
): VideoModel {
  const creators = Object.keys(exports).filter((each) => /^create[A-Z]/.test(each));
  for (const creator of creators) {
    const create = exports[creator];
    const made: unknown = typeof create === 'function' ? create(settings) : undefined;
    const { video, videoModel } = Object(made) as Provider;
    const model = video?.(modelId) ?? videoModel?.(modelId);
    if (model === undefined) continue;
    if (model.doStart !== undefined) return model;
    // Waiting for the clip in one request would lose it at a restart, and be charged twice.
    throw new Error(
      `This version of ${name} can’t begin a video and be asked about it later: npm install ${name}@latest, with ` +
        'Node.js 22 or later. Where that changes nothing, the package can’t do it yet: choose another provider.',
    );
  }
  throw new Error(`${name} has no video models: choose another provider for ${modelId}.`);
}

/** What a provider's package exports, its makers among it. */
export type PackageExports = Readonly<Record<string, ((settings: ProviderSettings) => unknown) | undefined>>;

function importPackage(name: string): Promise<PackageExports> {
  return importOptionalPackage(name, 'An engine');
}
