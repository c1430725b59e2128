import { openSky } from '../../stage/sky.ts';
import type { Stage } from '../../stage/stage.ts';
import { grassInFront, trees } from '../parts/plants.ts';
import { ground, hills, range } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** High mountains with snow on them, firs and a path. */
function mountain(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      range(stage, {
        base: floor - 20,
        height: stage.height * 0.52,
        count: 4,
        parallax: 0.05,
        distance: 0.62,
        colour: '#7b8db5',
      }),
      range(stage, {
        base: floor - 10,
        height: stage.height * 0.36,
        count: 5,
        parallax: 0.13,
        distance: 0.34,
        colour: '#64799f',
      }),
      hills(stage, { y: floor - 44, height: 20, parallax: 0.25, distance: 0.26, colour: '#5f9277' }),
      trees(stage, {
        kind: 'fir',
        count: 13,
        foot: floor - 28,
        parallax: 0.42,
        distance: 0.16,
        size: 0.66,
        colour: '#43795c',
      }),
      ground(stage, floor - 22, ['#93c07a', '#74a866', '#55895a']),
    ],
    inFront: [grassInFront(stage, '#5d9a57', 7)],
  };
}

export const MOUNTAIN: Place = { build: mountain };
