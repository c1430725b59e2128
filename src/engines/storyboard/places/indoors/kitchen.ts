import { interior, type Place } from '../parts/index.ts';

/** A kitchen with a counter, a window and an oven. */
export const KITCHEN: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#e9f1ee', '#d3e4de'],
      floor: ['#d9c7b0', '#c9b398', '#a8917a'],
      pattern: 'tiles',
      windows: [0.42],
      counter: [62, '#7fa99b'],
      atWall: [
        ['refrigerator', 0.12, 0, 150],
        ['microwave', 0.3, 64, 52],
        ['pot-of-food', 0.72, 64, 54],
        ['oven', 0.72, 0, 62],
        ['bottle', 0.86, 64, 38],
        ['sink', 0.52, 58, 46],
        ['toaster', 1.05, 64, 44],
        ['potted-plant', 1.24, 64, 56],
      ],
    }),
};
