import { openSky } from '../../stage/sky.ts';
import type { Stage } from '../../stage/stage.ts';
import { grassInFront, trees } from '../parts/plants.ts';
import { ground, hills } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** Hills of grass. */
function meadow(stage: Stage): Scenery {
  const floor = stage.height * 0.81;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      hills(stage, { y: floor - 62, height: 34, parallax: 0.08, distance: 0.62, colour: '#7fb07a' }),
      hills(stage, { y: floor - 40, height: 24, parallax: 0.2, distance: 0.36, colour: '#7cb865' }),
      trees(stage, {
        kind: 'broad',
        count: 5,
        foot: floor - 30,
        parallax: 0.36,
        distance: 0.25,
        size: 0.62,
        colour: '#5d9c52',
      }),
      ground(stage, floor - 26, ['#9fd076', '#7cba5c', '#5a9d4d']),
    ],
    inFront: [grassInFront(stage, '#5da24c', 9)],
  };
}

export const MEADOW: Place = { build: meadow };
