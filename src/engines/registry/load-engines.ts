import type { EngineInfo, EngineProfile } from '../../protocol/index.ts';
import { loadEngine } from '../engine-choice.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import { redactor } from '../remote/redactor.ts';
import type { EngineConfig } from '../config/engine-config.ts';
import { EngineRegistry, type OfferedEngine } from './engine-registry.ts';
import type { ConfiguredEngine, ConfiguredEngines } from '../config/read-config.ts';

/** An engine of a machine of one's own draws one clip after the other; a hosted one draws some at once. */
const CONCURRENCY: Readonly<Record<EngineConfig['kind'], number>> = {
  storyboard: 1,
  instant: 1,
  'openai-videos': 1,
  'ai-sdk': 4,
  comfyui: 1,
};
const DEADLINE_MINUTES = 30;
/** What the built-in engine draws. */
const STORYBOARD_SECONDS = { min: 1, max: 10 };

/** Loads the packages of every engine that is configured. Rejects with a line for people where one can't be loaded. */
export async function loadEngines([first, ...others]: ConfiguredEngines): Promise<EngineRegistry> {
  return new EngineRegistry([await offered(first), ...(await Promise.all(others.map(offered)))]);
}

async function offered(configured: ConfiguredEngine): Promise<OfferedEngine> {
  const { config } = configured;
  const profile = await profileOf(configured);
  const places = 'url' in config && Array.isArray(config.url) ? config.url.length : 1;
  return {
    profile,
    engine: await load(configured, { name: profile.name, isModel: profile.isModel }),
    // What is drawn on this machine ends by itself, and its clips may be long.
    ...(config.kind !== 'storyboard' && { deadlineMs: (config.deadlineMinutes ?? DEADLINE_MINUTES) * 60_000 }),
    concurrency: (config.concurrency ?? CONCURRENCY[config.kind]) * places,
  };
}

async function load({ config, key, folder }: ConfiguredEngine, info: EngineInfo): Promise<VideoEngine> {
  const context = { info, key, redact: redactor(key) };
  switch (config.kind) {
    case 'storyboard':
    case 'instant':
      return loadEngine(config.kind);
    case 'ai-sdk':
      return (await import('../ai-sdk/index.ts')).createAiSdkEngine(config, context);
    case 'openai-videos':
      return (await import('../openai-videos/index.ts')).createOpenAiVideosEngine(config, context);
    case 'comfyui':
      return (await import('../comfyui/index.ts')).createComfyUiEngine(config, { ...context, folder });
  }
}

function modelOf(config: EngineConfig): string | undefined {
  if (config.kind === 'ai-sdk') return config.model.slice(config.model.indexOf('/') + 1);
  return 'model' in config ? config.model : undefined;
}

/** What an engine knows of itself; what is configured goes before it. */
async function ownProfile({ config, folder }: ConfiguredEngine): Promise<Partial<EngineProfile>> {
  switch (config.kind) {
    case 'storyboard':
      return { seconds: STORYBOARD_SECONDS, scene: (await import('../storyboard/index.ts')).sceneWords() };
    case 'comfyui':
      return (await import('../comfyui/index.ts')).comfyUiProfile(config, folder);
    default:
      return {};
  }
}

async function profileOf(configured: ConfiguredEngine): Promise<EngineProfile> {
  const { id, config } = configured;
  const { seconds, sizes, seed, images, frames, sound, price } = config;
  const own = await ownProfile(configured);
  const model = modelOf(config) ?? own.model;
  return {
    isModel: config.kind !== 'storyboard' && config.kind !== 'instant',
    ...own,
    id,
    name: config.name ?? model ?? id,
    ...(model !== undefined && { model }),
    ...(seconds && { seconds }),
    ...(sizes && { sizes }),
    ...(seed !== undefined && { seed }),
    ...(images !== undefined && { images }),
    ...(frames && { frames }),
    ...(sound !== undefined && { sound }),
    ...(price && { price }),
  };
}
