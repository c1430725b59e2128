import { openSky } from '../../stage/sky.ts';
import { grassInFront, trees } from '../parts/plants.ts';
import { fixedProps, props } from '../parts/props.ts';
import { ground, hills } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';

/** Old stones among grass and bare trees. */
export const GRAVEYARD: Place = {
  usualTime: 'dusk',
  build: (stage) => {
    const floor = stage.height * 0.82;
    return {
      floor,
      surface: 'plain',
      behind: [
        ...openSky(stage),
        hills(stage, { y: floor - 56, height: 26, parallax: 0.08, distance: 0.5, colour: '#6f8f77' }),
        fixedProps(stage, [['church', 0.2, floor - 26, 120]], 0.14, 0.3),
        trees(stage, {
          kind: 'fir',
          count: 6,
          foot: floor - 26,
          parallax: 0.2,
          distance: 0.25,
          size: 0.8,
          colour: '#4d7a62',
        }),
        ground(stage, floor - 24, ['#8aa86c', '#6d8f58', '#506f47']),
        props(stage, { names: ['headstone'], count: 6, foot: floor - 18, size: 42, parallax: 0.55, distance: 0.06 }),
        props(stage, {
          names: ['headstone', 'headstone', 'white-flower'],
          count: 5,
          foot: floor - 2,
          size: 56,
          parallax: 0.9,
          distance: 0,
        }),
      ],
      inFront: [grassInFront(stage, '#577f4c', 3)],
    };
  },
};
