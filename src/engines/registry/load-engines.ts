import type { EngineProfile } from '../../protocol/index.ts';
import { loadBundledEngine } from '../bundled-engines.ts';
import { messageOf } from '../port/message-of.ts';
import type { VideoEngine } from '../port/video-engine.ts';
import { type Redact, redactor, secretsIn } from '../remote/redactor.ts';
import type { RemoteEngineContext } from '../remote/remote-engine-context.ts';
import type { EngineConfig } from '../config/engine-config.ts';
import { EngineRegistry, type OfferedEngine } from './engine-registry.ts';
import type { ConfiguredEngine, ConfiguredEngines } from '../config/read-config.ts';
import type { Environment } from '../config/read-key.ts';

/** Engines that are configured and can't be loaded; the message has a line for people about each. */
export class EngineConfigError extends Error {
  override readonly name = 'EngineConfigError';

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** An engine of a machine of one's own draws one clip after the other; a hosted one draws some at once. */
const CONCURRENCY: Readonly<Record<Exclude<EngineConfig['kind'], 'storyboard'>, number>> = {
  instant: 1,
  'openai-videos': 1,
  'ai-sdk': 4,
  comfyui: 1,
};
const DEADLINE_MINUTES = 30;

/**
 * Loads the packages and workflows of every engine that is configured.
 * @throws EngineConfigError with a line for each that can't be loaded
 */
export async function loadEngines(
  configured: ConfiguredEngines,
  environment: Environment = process.env,
): Promise<EngineRegistry> {
  const keys = configured.map(({ key }) => key);
  const redact = redactor(...keys, ...secretsIn(environment));
  const loaded = await Promise.allSettled(configured.map((each) => offered(each, redact)));
  const faults = loaded.flatMap((each, index) =>
    each.status === 'fulfilled' ? [] : [`The engine "${configured[index]?.id ?? ''}": ${messageOf(each.reason)}`],
  );
  const [first, ...others] = loaded.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (faults.length > 0 || first === undefined) throw new EngineConfigError(faults);
  return new EngineRegistry([first, ...others]);
}

async function offered(configured: ConfiguredEngine, redact: Redact): Promise<OfferedEngine> {
  const { config } = configured;
  const profile = await profileOf(configured);
  const servers = 'url' in config && Array.isArray(config.url) ? config.url.length : 1;
  const share = config.concurrency ?? (await usualConcurrency(config.kind));
  const info = { name: profile.name, isModel: profile.isModel };
  return {
    profile,
    engine: await load(configured, { info, key: configured.key, redact, share }),
    ...(config.kind === 'storyboard' && { subjects: (await storyboard()).allSubjects }),
    ...deadlineOf(config),
    concurrency: share * servers,
    isPerProcess: config.kind === 'storyboard' || config.kind === 'instant',
  };
}

/** The built-in engine always ends, and long clips take long: it has a deadline only where one is set. */
function deadlineOf({ kind, deadlineMinutes }: EngineConfig): Pick<OfferedEngine, 'deadlineMs'> {
  if (kind === 'storyboard' && deadlineMinutes === undefined) return {};
  return { deadlineMs: (deadlineMinutes ?? DEADLINE_MINUTES) * 60_000 };
}

const storyboard = () => import('../storyboard/index.ts');

/** The built-in engine draws as many as there are cores for. */
async function usualConcurrency(kind: EngineConfig['kind']): Promise<number> {
  return kind === 'storyboard' ? (await storyboard()).PROCESSES : CONCURRENCY[kind];
}

async function load({ config, folder }: ConfiguredEngine, context: RemoteEngineContext): Promise<VideoEngine> {
  switch (config.kind) {
    case 'storyboard':
    case 'instant':
      return loadBundledEngine(config.kind, { processes: context.share });
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

/** The profile that an engine states itself; what is configured wins over it. */
async function ownProfile({ config, folder }: ConfiguredEngine): Promise<Partial<EngineProfile>> {
  switch (config.kind) {
    case 'storyboard':
      return { ...(await storyboard()).OFFERED, scene: (await storyboard()).sceneWords() };
    case 'comfyui':
      return (await import('../comfyui/index.ts')).comfyUiProfile(config, folder);
    case 'openai-videos':
      // The others have one field for one image.
      return config.format === 'openrouter' ? {} : { images: 1 };
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
