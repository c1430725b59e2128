import { openSky } from '../../stage/index.ts';
import { glitter, grassInFront, hills, landscape, props, water, wave } from '../parts/index.ts';

/** A river between meadows, with a town on its far bank. */
export const RIVER = landscape({
  floor: 0.8,
  surface: 'water',
  behind: (stage, floor) => {
    const horizon = stage.height * 0.58;
    return [
      ...openSky(stage),
      hills(stage, { y: horizon - 20, height: 26, near: 0.05, colour: '#7fb07a' }),
      props(stage, {
        names: ['house', 'deciduous-tree', 'evergreen-tree'],
        count: 9,
        foot: horizon + 4,
        size: 56,
        near: 0.14,
        haze: 0.3,
      }),
      water(stage, horizon),
      glitter(stage, horizon),
      wave(stage, { y: floor - 24, height: 3, shade: 0.1, near: 0.7, pace: 30 }),
    ];
  },
  inFront: (stage, floor) => [
    wave(stage, { y: floor - 2, height: 4, shade: 0.22, near: 1, pace: 44 }),
    grassInFront(stage, '#5da24c', 5),
  ],
});
