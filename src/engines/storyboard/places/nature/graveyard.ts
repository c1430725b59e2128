import { openSky } from '../../stage/index.ts';
import { fixedProps, grassInFront, ground, hills, landscape, props, trees } from '../parts/index.ts';

/** Old stones among grass and bare trees. */
export const GRAVEYARD = landscape({
  floor: 0.82,
  usualTime: 'dusk',
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 56, height: 26, near: 0.08, colour: '#6f8f77' }),
    fixedProps(stage, [['church', 0.2, floor - 26, 120]], 0.14, 0.3),
    trees(stage, { kind: 'fir', count: 6, foot: floor - 26, near: 0.2, haze: 0.25, size: 0.8, colour: '#4d7a62' }),
    ground(stage, floor - 24, ['#8aa86c', '#6d8f58', '#506f47']),
    props(stage, { names: ['headstone'], count: 6, foot: floor - 18, size: 42, near: 0.55 }),
    props(stage, { names: ['headstone', 'headstone', 'white-flower'], count: 5, foot: floor - 2, size: 56, near: 0.9 }),
  ],
  inFront: (stage) => [grassInFront(stage, '#577f4c', 3)],
});
