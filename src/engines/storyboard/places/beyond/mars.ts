import { backdrop, mix, stars } from '../../stage/index.ts';
import { dune, landscape, props } from '../parts/index.ts';

/** Red dust under a thin sky. */
export const MARS = landscape({
  floor: 0.82,
  isAirless: true,
  usualTime: 'day',
  usualWeather: 'clear',
  weather: 'none',
  light: (light, time) => ({
    ...light,
    sky: time === 'night' ? light.sky : ['#b9764f', '#dc9a68', '#f3c9a0'],
    haze: mix(light.haze, '#d98a5c', 0.7),
  }),
  behind: (stage, floor) => [
    backdrop(stage, stage.light.sky),
    ...(stage.scene.time === 'night' ? [stars(stage, 80)] : []),
    dune(stage, { y: floor - 70, height: 40, near: 0.06, haze: 0.5, colours: ['#b5603c', '#8f4528'] }),
    dune(stage, { y: floor - 42, height: 26, near: 0.2, haze: 0.24, colours: ['#c06a42', '#9c4d2d'] }),
    dune(stage, { y: floor - 22, height: 6, near: 1, colours: ['#d07a4c', '#a65434'] }),
    props(stage, { names: ['rock'], count: 6, foot: floor - 10, size: 30, near: 0.95 }),
  ],
});
