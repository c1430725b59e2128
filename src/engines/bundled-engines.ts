import type { VideoEngine } from './port/video-engine.ts';

/** Loaded only when chosen: an engine may bring large packages. */
const ENGINES = {
  storyboard: async () => new (await import('./storyboard/index.ts')).StoryboardEngine(),
  instant: async () => new (await import('./instant/index.ts')).InstantEngine(),
} satisfies Record<string, () => Promise<VideoEngine>>;

export type BundledEngineName = keyof typeof ENGINES;

/** The names of the engines that come along and need no settings. */
export const BUNDLED_ENGINE_NAMES = Object.keys(ENGINES) as readonly BundledEngineName[];

/** Loads an engine that comes along. Rejects where it can't be loaded on this machine. */
export function loadBundledEngine(name: BundledEngineName): Promise<VideoEngine> {
  return ENGINES[name]();
}
