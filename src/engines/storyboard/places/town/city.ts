import { box, type Layer, openSky, type Stage, strip } from '../../stage/index.ts';
import { landscape, pavement, skyline } from '../parts/index.ts';

/** Towers, seen from a roof terrace. */
export const CITY = landscape({
  floor: 0.82,
  surface: 'paved',
  behind: (stage, floor) => [
    ...openSky(stage),
    skyline(stage, {
      near: 0.05,
      haze: 0.8,
      width: 40,
      floor,
      tall: [130, 250],
      paints: ['#7f93bd', '#8ba0c8', '#7587b4'],
    }),
    skyline(stage, { near: 0.13, width: 58, floor, tall: [90, 215], paints: ['#5f75a5', '#6f84b2', '#566a9c'] }),
    skyline(stage, { near: 0.3, width: 84, floor, tall: [40, 150], paints: ['#44588c', '#51659a', '#3c4d80'] }),
    railing(stage, floor - 20),
    pavement(stage, floor - 18, ['#a9a3ad', '#938e9c', '#75717f']),
  ],
});

function railing(stage: Stage, y: number): Layer {
  return strip(stage, {
    near: 0.8,
    paint: ({ pen, span }) => {
      box(pen, '#4b5068', 0, y - 34, span, 5, 2);
      box(pen, '#4b5068', 0, y - 6, span, 8);
      const bars = Math.round(span / 24);
      for (let index = 0; index < bars; index++) box(pen, '#565b74', (index / bars) * span, y - 32, 3, 30);
    },
  });
}
