import type { VideoEngine } from './port/video-engine.ts';

/** Loaded only when chosen: an engine may bring large packages. */
const ENGINES = {
  storyboard: async () => new (await import('./storyboard/index.ts')).StoryboardEngine(),
  instant: async () => new (await import('./instant/index.ts')).InstantEngine(),
} satisfies Record<string, () => Promise<VideoEngine>>;

export type EngineName = keyof typeof ENGINES;

/** The names of the engines that come along and need no settings. */
export const ENGINE_NAMES = Object.keys(ENGINES) as readonly EngineName[];

/** Loads an engine that comes along. Rejects where it can't be loaded on this machine. */
export function loadEngine(name: EngineName): Promise<VideoEngine> {
  return ENGINES[name]();
}
