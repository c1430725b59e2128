import { openSky } from '../../stage/index.ts';
import { grassInFront, ground, hills, landscape, range, trees } from '../parts/index.ts';

/** High mountains with snow on them, firs and a path. */
export const MOUNTAIN = landscape({
  floor: 0.82,
  behind: (stage, floor) => [
    ...openSky(stage),
    range(stage, { base: floor - 20, height: stage.height * 0.52, count: 4, near: 0.05, colour: '#7b8db5' }),
    range(stage, {
      base: floor - 10,
      height: stage.height * 0.36,
      count: 5,
      near: 0.13,
      haze: 0.34,
      colour: '#64799f',
    }),
    hills(stage, { y: floor - 44, height: 20, near: 0.25, colour: '#5f9277' }),
    trees(stage, { kind: 'fir', count: 13, foot: floor - 28, near: 0.42, size: 0.66, colour: '#43795c' }),
    ground(stage, floor - 22, ['#93c07a', '#74a866', '#55895a']),
  ],
  inFront: (stage) => [grassInFront(stage, '#5d9a57', 7)],
});
