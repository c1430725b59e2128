import { interior, type Place } from '../parts/index.ts';

/** A café with a counter, lamps and a view of the street. */
export const CAFE: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#d9b48f', '#c69a74'],
      floor: ['#8f6a52', '#7d5a44', '#634534'],
      pattern: 'panels',
      windows: [0.1, 0.58, 0.76],
      atWall: [
        ['red-paper-lantern', 0.32, 150, 34],
        ['red-paper-lantern', 0.5, 150, 34],
        ['framed-picture', 0.42, 96, 56],
        ['wine-glass', 1.1, 60, 40],
        ['bottle', 1.18, 60, 46],
        ['bottle', 1.25, 60, 46],
      ],
      onFloor: [
        ['table', 0.12, 10, 92],
        ['hot-beverage', 0.12, -54, 30],
        ['chair', 0.26, 12, 84],
        ['table', 0.84, 10, 92],
        ['shortcake', 0.84, -54, 30],
        ['potted-plant', 1.0, 8, 80],
      ],
    }),
};
