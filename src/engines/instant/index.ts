export { InstantEngine } from './engine.ts';
export type { InstantSettings } from './engine.ts';
