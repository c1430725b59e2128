import { openSky } from '../../stage/index.ts';
import { glitter, hills, landscape, water, wave } from '../parts/index.ts';

/** Open water; the hero is at the surface. */
export const SEA = landscape({
  floor: 0.78,
  surface: 'water',
  withoutFloor: 'swim',
  behind: (stage, floor) => {
    const horizon = stage.height * 0.56;
    return [
      ...openSky(stage),
      hills(stage, { y: horizon - 4, height: 16, near: 0.04, colour: '#7fa3ab' }),
      water(stage, horizon),
      glitter(stage, horizon),
      wave(stage, { y: floor - 26, height: 4, shade: 0.1, near: 0.7, pace: 14 }),
    ];
  },
  inFront: (stage, floor) => [
    wave(stage, { y: floor - 2, height: 6, shade: 0.24, near: 1, pace: 26 }),
    wave(stage, { y: floor + 32, height: 7, shade: 0.42, near: 1.3, pace: 38 }),
  ],
});
