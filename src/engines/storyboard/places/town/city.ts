import { box } from '../../stage/pen.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { skyline } from '../parts/buildings.ts';
import type { Place, Scenery } from '../parts/scenery.ts';
import { pavement } from '../parts/street-furniture.ts';

/** Towers, seen from a roof terrace. */
function city(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'paved',
    behind: [
      ...openSky(stage),
      skyline(stage, {
        parallax: 0.05,
        distance: 0.8,
        width: 40,
        floor,
        tall: [130, 250],
        paints: ['#7f93bd', '#8ba0c8', '#7587b4'],
      }),
      skyline(stage, {
        parallax: 0.13,
        distance: 0.5,
        width: 58,
        floor,
        tall: [90, 215],
        paints: ['#5f75a5', '#6f84b2', '#566a9c'],
      }),
      skyline(stage, {
        parallax: 0.3,
        distance: 0.16,
        width: 84,
        floor,
        tall: [40, 150],
        paints: ['#44588c', '#51659a', '#3c4d80'],
      }),
      railing(stage, floor - 20),
      pavement(stage, floor - 18, ['#a9a3ad', '#938e9c', '#75717f']),
    ],
    inFront: [],
  };
}

function railing(stage: Stage, y: number): Layer {
  return strip(stage, {
    parallax: 0.8,
    distance: 0,
    paint: ({ pen, span }) => {
      box(pen, '#4b5068', 0, y - 34, span, 5, 2);
      box(pen, '#4b5068', 0, y - 6, span, 8);
      const bars = Math.round(span / 24);
      for (let index = 0; index < bars; index++) box(pen, '#565b74', (index / bars) * span, y - 32, 3, 30);
    },
  });
}

export const CITY: Place = { build: city };
