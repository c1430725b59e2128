import { openSky } from '../../stage/sky.ts';
import type { Stage } from '../../stage/stage.ts';
import { hills } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';
import { glitter, water, wave } from '../parts/water.ts';

/** Open water; the hero is at the surface. */
function sea(stage: Stage): Scenery {
  const floor = stage.height * 0.78;
  const horizon = stage.height * 0.56;
  return {
    floor,
    surface: 'water',
    behind: [
      ...openSky(stage),
      hills(stage, { y: horizon - 4, height: 16, parallax: 0.04, distance: 0.7, colour: '#7fa3ab' }),
      water(stage, horizon),
      glitter(stage, horizon),
      wave(stage, { y: floor - 26, height: 4, shade: 0.1, parallax: 0.7, pace: 14 }),
    ],
    inFront: [
      wave(stage, { y: floor - 2, height: 6, shade: 0.24, parallax: 1, pace: 26 }),
      wave(stage, { y: floor + 32, height: 7, shade: 0.42, parallax: 1.3, pace: 38 }),
    ],
  };
}

export const SEA: Place = { build: sea, withoutFloor: 'swim' };
