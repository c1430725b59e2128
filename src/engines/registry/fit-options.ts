import {
  type ClipOptions,
  type EngineProfile,
  nearestSeconds,
  nearestSize,
  type PromptOptions,
} from '../../protocol/index.ts';

/** The options as an engine takes them: of each the nearest that it can do. What it says nothing of stays as it is. */
export function fitOptions(options: PromptOptions = {}, profile: EngineProfile): ClipOptions {
  const { seconds, size, seed, scene } = options;
  return {
    ...(seconds !== undefined && { seconds: nearestSeconds(seconds, profile.seconds) }),
    ...(size !== undefined && { size: nearestSize(size, profile.sizes ?? []) }),
    ...(seed !== undefined && profile.seed !== false && { seed }),
    ...(scene !== undefined && profile.scene !== undefined && { scene }),
  };
}
