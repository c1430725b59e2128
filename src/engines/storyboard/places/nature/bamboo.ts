import { type Place, wood } from '../parts/index.ts';

/** A wood of bamboo, where pandas live. */
export const BAMBOO: Place = { build: (stage) => wood(stage, 'bamboo') };
