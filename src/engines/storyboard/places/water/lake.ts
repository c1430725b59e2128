import { elementOf } from '../../library/subject-defaults.ts';
import { openSky, type Stage } from '../../stage/index.ts';
import { glitter, grassInFront, ground, landscape, range, trees, water, wave } from '../parts/index.ts';

/** A still lake among mountains, seen from its bank; boats lie on the water. */
export const LAKE = landscape({
  floor: 0.8,
  surface: (stage) => (isOnWater(stage) ? 'water' : 'plain'),
  behind: (stage, floor) => {
    const horizon = stage.height * 0.5;
    return [
      ...openSky(stage),
      range(stage, { base: horizon, height: stage.height * 0.3, count: 5, near: 0.05, colour: '#7b8db5' }),
      trees(stage, { kind: 'fir', count: 14, foot: horizon + 6, near: 0.12, haze: 0.3, size: 0.5, colour: '#43795c' }),
      water(stage, horizon),
      glitter(stage, horizon),
      ...(isOnWater(stage)
        ? [wave(stage, { y: floor - 20, height: 2, shade: 0.1, near: 0.7, pace: 8 })]
        : [ground(stage, floor - 20, ['#93c07a', '#74a866', '#55895a'])]),
    ];
  },
  inFront: (stage, floor) =>
    isOnWater(stage)
      ? [wave(stage, { y: floor, height: 3, shade: 0.22, near: 1, pace: 12 })]
      : [grassInFront(stage, '#5d9a57', 7)],
});

function isOnWater({ scene }: Stage): boolean {
  return scene.cast.some(({ subject }) => elementOf(subject) !== 'ground');
}
