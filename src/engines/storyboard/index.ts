export { PROCESSES, StoryboardEngine } from './engine.ts';
export { allSubjects, sceneWords } from './scene-data/scene-words.ts';
export type { StoryboardSettings } from './engine.ts';
export { OFFERED } from './clip-format.ts';
