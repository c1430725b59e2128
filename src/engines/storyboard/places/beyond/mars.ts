import { mix } from '../../stage/colour.ts';
import { backdrop, stars } from '../../stage/sky.ts';
import { props } from '../parts/props.ts';
import { dune } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';

/** Red dust under a thin sky. */
export const MARS: Place = {
  usualTime: 'day',
  usualWeather: 'clear',
  weather: 'none',
  light: (light, time) => ({
    ...light,
    sky: time === 'night' ? light.sky : ['#b9764f', '#dc9a68', '#f3c9a0'],
    haze: mix(light.haze, '#d98a5c', 0.7),
  }),
  build: (stage) => {
    const floor = stage.height * 0.82;
    return {
      floor,
      surface: 'plain',
      isAirless: true,
      behind: [
        backdrop(stage, stage.light.sky),
        ...(stage.scene.time === 'night' ? [stars(stage, 80)] : []),
        dune(stage, { y: floor - 70, height: 40, parallax: 0.06, distance: 0.5, colours: ['#b5603c', '#8f4528'] }),
        dune(stage, { y: floor - 42, height: 26, parallax: 0.2, distance: 0.24, colours: ['#c06a42', '#9c4d2d'] }),
        dune(stage, { y: floor - 22, height: 6, parallax: 1, distance: 0, colours: ['#d07a4c', '#a65434'] }),
        props(stage, { names: ['rock'], count: 6, foot: floor - 10, size: 30, parallax: 0.95, distance: 0.1 }),
      ],
      inFront: [],
    };
  },
};
