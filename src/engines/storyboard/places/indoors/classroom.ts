import { box } from '../../stage/index.ts';
import { interior, type Place } from '../parts/index.ts';

/** A classroom with a board and desks. */
export const CLASSROOM: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#f3ead6', '#e6d8bc'],
      floor: ['#c9a27a', '#b98e66', '#9a7350'],
      pattern: 'plain',
      windows: [0.86],
      decorate: (pen, _, edge) => {
        box(pen, '#a9744a', stage.width * 0.18, edge - 172, stage.width * 0.58, 118, 4);
        box(pen, '#2f6b55', stage.width * 0.18 + 7, edge - 165, stage.width * 0.58 - 14, 104, 2);
        for (const [x, y, wide] of [
          [0.24, 140, 90],
          [0.24, 118, 130],
          [0.5, 140, 60],
          [0.5, 112, 96],
        ] as const)
          box(pen, 'rgba(255, 255, 255, 0.7)', stage.width * x, edge - y, wide, 4, 2);
      },
      atWall: [
        ['mantelpiece-clock', 0.08, 120, 46],
        ['globe-showing-asia-australia', 1.2, 60, 60],
      ],
      onFloor: [
        ['table', 0.14, 12, 84],
        ['open-book', 0.14, -46, 34],
        ['table', 0.86, 12, 84],
        ['red-apple', 0.86, -46, 26],
      ],
    }),
};
