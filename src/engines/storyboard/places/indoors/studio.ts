import { interior, type Place } from '../parts/index.ts';

/** A plain hall, where nothing takes the eye off who is there. */
export const STUDIO: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#dfe4ec', '#c3cbd8'],
      floor: ['#d3b48f', '#c19f78', '#9c7d5c'],
      pattern: 'plain',
      atWall: [],
    }),
};
