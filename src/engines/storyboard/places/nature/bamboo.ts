import type { Place } from '../parts/scenery.ts';
import { wood } from '../parts/wood.ts';

/** A wood of bamboo, where pandas live. */
export const BAMBOO: Place = { build: (stage) => wood(stage, 'bamboo') };
