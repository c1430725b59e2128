import { interior, type Place } from '../parts/index.ts';

/** An office with desks, screens and wide windows. */
export const OFFICE: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#e6ebf2', '#d3dbe6'],
      floor: ['#9aa6b8', '#8794a8', '#6b788c'],
      pattern: 'plain',
      windows: [0.16, 0.36, 0.56, 0.76],
      atWall: [
        ['calendar', 0.06, 110, 50],
        ['bar-chart', 1.16, 100, 70],
      ],
      onFloor: [
        ['table', 0.2, 8, 110],
        ['desktop-computer', 0.2, -66, 62],
        ['table', 0.8, 8, 110],
        ['laptop', 0.8, -68, 50],
        ['potted-plant', 0.98, 6, 80],
        ['file-cabinet', 1.3, 8, 90],
      ],
    }),
};
