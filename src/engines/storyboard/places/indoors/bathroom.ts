import { interior, type Place } from '../parts/index.ts';

/** A bathroom with tiles. */
export const BATHROOM: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#d8eef5', '#bfe0ec'],
      floor: ['#dfe8ee', '#c9d6df', '#a3b4c0'],
      pattern: 'tiles',
      atWall: [
        ['mirror', 0.5, 90, 80],
        ['shower', 1.1, 60, 100],
      ],
      onFloor: [
        ['bathtub', 0.2, 10, 130],
        ['sink', 0.5, 4, 70],
        ['toilet', 0.82, 10, 96],
        ['soap', 1.3, 6, 40],
      ],
    }),
};
