import type { VideoEngine } from './port/video-engine.ts';

/** What may be set of an engine that comes along. */
export interface BundledEngineSettings {
  /** Clips that it draws at the same time, where each takes a process. Default: what the engine thinks right. */
  readonly processes?: number;
}

/** Loaded only when chosen: an engine may bring large packages. */
const ENGINES = {
  storyboard: async (settings) => new (await import('./storyboard/index.ts')).StoryboardEngine(settings),
  instant: async () => new (await import('./instant/index.ts')).InstantEngine(),
} satisfies Record<string, (settings: BundledEngineSettings) => Promise<VideoEngine>>;

export type BundledEngineName = keyof typeof ENGINES;

/** The names of the engines that come along and need no settings. */
export const BUNDLED_ENGINE_NAMES = Object.keys(ENGINES) as readonly BundledEngineName[];

/** Loads an engine that comes along. Rejects where it can't be loaded on this machine. */
export function loadBundledEngine(name: BundledEngineName, settings: BundledEngineSettings = {}): Promise<VideoEngine> {
  return ENGINES[name](settings);
}
