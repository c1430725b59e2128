import type { Place } from '../parts/scenery.ts';
import { wood } from '../parts/wood.ts';

/** A wood with light between the trunks. */
export const FOREST: Place = { build: (stage) => wood(stage, 'wood') };
