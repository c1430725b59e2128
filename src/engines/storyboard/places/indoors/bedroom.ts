import { interior, type Place } from '../parts/index.ts';

/** A bedroom with a bed and a lamp. */
export const BEDROOM: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#d9cfe8', '#c3b6da'],
      floor: ['#c9a27a', '#b98e66', '#9a7350'],
      pattern: 'stripes',
      windows: [0.56],
      atWall: [
        ['framed-picture', 0.36, 120, 60],
        ['mirror', 0.9, 70, 70],
        ['framed-picture', 1.2, 116, 60],
      ],
      onFloor: [
        ['bed', 0.2, 12, 150],
        ['potted-plant', 0.82, 6, 70],
        ['teddy-bear', 1.08, 10, 56],
      ],
    }),
};
