import { openSky } from '../../stage/index.ts';
import { grassInFront, ground, hills, landscape, trees } from '../parts/index.ts';

/** Hills of grass. */
export const MEADOW = landscape({
  floor: 0.81,
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 62, height: 34, near: 0.08, colour: '#7fb07a' }),
    hills(stage, { y: floor - 40, height: 24, near: 0.2, colour: '#7cb865' }),
    trees(stage, { kind: 'broad', count: 5, foot: floor - 30, near: 0.36, size: 0.62, colour: '#5d9c52' }),
    ground(stage, floor - 26, ['#9fd076', '#7cba5c', '#5a9d4d']),
  ],
  inFront: (stage) => [grassInFront(stage, '#5da24c', 9)],
});
