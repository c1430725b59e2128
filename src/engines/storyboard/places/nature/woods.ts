import { type Place, wood } from '../parts/index.ts';

/** A wood with light between the trunks. */
export const FOREST: Place = { build: (stage) => wood(stage, 'wood') };

/** A wood of bamboo, where pandas live. */
export const BAMBOO: Place = { build: (stage) => wood(stage, 'bamboo') };
