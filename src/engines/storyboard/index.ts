export { StoryboardEngine } from './engine.ts';
export type { StoryboardSettings } from './engine.ts';
