import type { PlaceName } from '../scene.ts';
import { forest, garden, meadow } from './green.ts';
import { moonSurface, sky, space } from './heights.ts';
import { neonStreet } from './neon.ts';
import { room } from './room.ts';
import type { SceneryBuilder } from './scenery.ts';
import { underwater } from './underwater.ts';
import { city, street } from './urban.ts';
import { beach, sea } from './waters.ts';
import { desert, mountain, snowfield } from './wilds.ts';

/** How each place is built. */
export const SETS: Readonly<Record<PlaceName, SceneryBuilder>> = {
  neon: neonStreet,
  street,
  city,
  forest,
  meadow,
  garden,
  beach,
  sea,
  underwater,
  mountain,
  desert,
  snowfield,
  space,
  moon: moonSurface,
  sky,
  room,
};

export type { Scenery } from './scenery.ts';
