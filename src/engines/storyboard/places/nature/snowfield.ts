import { openSky } from '../../stage/index.ts';
import { aurora, dune, landscape, range, trees } from '../parts/index.ts';

/** Snow as far as one sees, and an aurora in clear nights. */
export const SNOWFIELD = landscape({
  floor: 0.82,
  usualWeather: 'snow',
  behind: (stage, floor) => {
    const isAuroral = stage.scene.time === 'night';
    return [
      ...openSky(stage),
      ...(isAuroral ? [aurora(stage)] : []),
      range(stage, {
        base: floor - 20,
        height: stage.height * 0.34,
        count: 5,
        near: 0.06,
        haze: 0.5,
        colour: '#9db7d6',
      }),
      dune(stage, { y: floor - 46, height: 20, near: 0.18, haze: 0.16, colours: ['#f4f9ff', '#c9dcf0'] }),
      trees(stage, { kind: 'fir', count: 9, foot: floor - 26, near: 0.36, size: 0.78, colour: '#5b8f85' }),
      dune(stage, { y: floor - 22, height: 5, near: 1, colours: ['#ffffff', '#cfe0f2'] }),
    ];
  },
});
