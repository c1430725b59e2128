import { openSky } from '../../stage/sky.ts';
import { fence } from '../parts/fence.ts';
import { grassInFront } from '../parts/plants.ts';
import { fixedProps } from '../parts/props.ts';
import { ground, hills } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';

/** A red barn, a windmill and fields. */
export const FARM: Place = {
  build: (stage) => {
    const floor = stage.height * 0.82;
    return {
      floor,
      surface: 'plain',
      behind: [
        ...openSky(stage),
        hills(stage, { y: floor - 62, height: 26, parallax: 0.08, distance: 0.55, colour: '#c9b458' }),
        hills(stage, { y: floor - 42, height: 16, parallax: 0.18, distance: 0.3, colour: '#d8c05a' }),
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
      inFront: [grassInFront(stage, '#7fa64a', 6)],
    };
  },
};
