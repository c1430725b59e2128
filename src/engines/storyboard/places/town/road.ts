import { box, downward, polygon } from '../../stage/pen.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { trees } from '../parts/plants.ts';
import { ground, hills, range } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';

/** An open road through the country. */
export const ROAD: Place = {
  build: (stage) => {
    const floor = stage.height * 0.84;
    const verge = floor - 26;
    return {
      floor,
      surface: 'paved',
      behind: [
        ...openSky(stage),
        range(stage, {
          base: verge - 20,
          height: stage.height * 0.26,
          count: 6,
          parallax: 0.04,
          distance: 0.68,
          colour: '#8496b8',
        }),
        hills(stage, { y: verge - 30, height: 22, parallax: 0.1, distance: 0.42, colour: '#7fb07a' }),
        trees(stage, {
          kind: 'broad',
          count: 6,
          foot: verge - 4,
          parallax: 0.34,
          distance: 0.22,
          size: 0.6,
          colour: '#5d9c52',
        }),
        ground(stage, verge - 16, ['#9fd076', '#7cba5c', '#5a9d4d']),
        asphalt(stage, verge),
      ],
      inFront: [],
    };
  },
};

function asphalt(stage: Stage, top: number): Layer {
  return strip(stage, {
    parallax: 1,
    distance: 0,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, top, stage.height, ['#6e6f7c', '#5c5d6a', '#4a4b57']);
      pen.fillRect(0, top, span, stage.height - top);
      box(pen, '#f4f0e2', 0, top + 4, span, 3);
      const dashes = Math.round(span / 130);
      for (let index = 0; index < dashes; index++) {
        const x = (index / dashes) * span;
        polygon(pen, '#f4d35e', [
          [x, top + 50],
          [x + 64, top + 50],
          [x + 58, top + 56],
          [x - 6, top + 56],
        ]);
      }
    },
  });
}
