import { openSky } from '../../stage/sky.ts';
import { grassInFront } from '../parts/plants.ts';
import { props } from '../parts/props.ts';
import { hills } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';
import { glitter, water, wave } from '../parts/water.ts';

/** A river between meadows, with a town on its far bank. */
export const RIVER: Place = {
  build: (stage) => {
    const horizon = stage.height * 0.58;
    const floor = stage.height * 0.8;
    return {
      floor,
      surface: 'water',
      behind: [
        ...openSky(stage),
        hills(stage, { y: horizon - 20, height: 26, parallax: 0.05, distance: 0.6, colour: '#7fb07a' }),
        props(stage, {
          names: ['house', 'deciduous-tree', 'evergreen-tree'],
          count: 9,
          foot: horizon + 4,
          size: 56,
          parallax: 0.14,
          distance: 0.3,
        }),
        water(stage, horizon),
        glitter(stage, horizon),
        wave(stage, { y: floor - 24, height: 3, shade: 0.1, parallax: 0.7, pace: 30 }),
      ],
      inFront: [
        wave(stage, { y: floor - 2, height: 4, shade: 0.22, parallax: 1, pace: 44 }),
        grassInFront(stage, '#5da24c', 5),
      ],
    };
  },
};
