import { openSky } from '../../stage/index.ts';
import { fence, fixedProps, grassInFront, ground, hills, landscape } from '../parts/index.ts';

/** A red barn, a windmill and fields. */
export const FARM = landscape({
  floor: 0.82,
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 62, height: 26, near: 0.08, colour: '#c9b458' }),
    hills(stage, { y: floor - 42, height: 16, near: 0.18, haze: 0.3, colour: '#d8c05a' }),
    fixedProps(
      stage,
      [
        ['windmill', 0.16, floor - 26, 118],
        ['house', 0.42, floor - 22, 112],
        ['deciduous-tree', 0.6, floor - 24, 96],
        ['tractor', 0.82, floor - 18, 74],
        ['sheaf-of-rice', 1.02, floor - 20, 46],
        ['deciduous-tree', 1.3, floor - 24, 104],
      ],
      0.36,
      0.12,
    ),
    ground(stage, floor - 24, ['#b9cf6c', '#97b755', '#74974a']),
    fence(stage, floor - 12, '#c98f5f'),
  ],
  inFront: (stage) => [grassInFront(stage, '#7fa64a', 6)],
});
