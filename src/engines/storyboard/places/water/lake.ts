import { elementOf } from '../../library/homes.ts';
import { openSky } from '../../stage/sky.ts';
import { grassInFront, trees } from '../parts/plants.ts';
import { ground, range } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';
import { glitter, water, wave } from '../parts/water.ts';

/** A still lake among mountains, seen from its bank; boats lie on the water. */
export const LAKE: Place = {
  build: (stage) => {
    const horizon = stage.height * 0.5;
    const floor = stage.height * 0.8;
    return {
      floor,
      surface: stage.scene.cast.some(({ subject }) => elementOf(subject) !== 'ground') ? 'water' : 'plain',
      behind: [
        ...openSky(stage),
        range(stage, {
          base: horizon,
          height: stage.height * 0.3,
          count: 5,
          parallax: 0.05,
          distance: 0.6,
          colour: '#7b8db5',
        }),
        trees(stage, {
          kind: 'fir',
          count: 14,
          foot: horizon + 6,
          parallax: 0.12,
          distance: 0.3,
          size: 0.5,
          colour: '#43795c',
        }),
        water(stage, horizon),
        glitter(stage, horizon),
        ...(stage.scene.cast.some(({ subject }) => elementOf(subject) !== 'ground')
          ? [wave(stage, { y: floor - 20, height: 2, shade: 0.1, parallax: 0.7, pace: 8 })]
          : [ground(stage, floor - 20, ['#93c07a', '#74a866', '#55895a'])]),
      ],
      inFront: stage.scene.cast.some(({ subject }) => elementOf(subject) !== 'ground')
        ? [wave(stage, { y: floor, height: 3, shade: 0.22, parallax: 1, pace: 12 })]
        : [grassInFront(stage, '#5d9a57', 7)],
    };
  },
};
