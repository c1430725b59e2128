import { openSky } from '../../stage/sky.ts';
import type { Stage } from '../../stage/stage.ts';
import { aurora } from '../parts/aurora.ts';
import { trees } from '../parts/plants.ts';
import { dune, range } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** Snow as far as one sees, and an aurora in clear nights. */
function snowfield(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  const isAuroral = stage.scene.time === 'night';
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      ...(isAuroral ? [aurora(stage)] : []),
      range(stage, {
        base: floor - 20,
        height: stage.height * 0.34,
        count: 5,
        parallax: 0.06,
        distance: 0.5,
        colour: '#9db7d6',
      }),
      dune(stage, {
        y: floor - 46,
        height: 20,
        parallax: 0.18,
        distance: 0.16,
        colours: ['#f4f9ff', '#c9dcf0'],
      }),
      trees(stage, {
        kind: 'fir',
        count: 9,
        foot: floor - 26,
        parallax: 0.36,
        distance: 0.18,
        size: 0.78,
        colour: '#5b8f85',
      }),
      dune(stage, { y: floor - 22, height: 5, parallax: 1, distance: 0, colours: ['#ffffff', '#cfe0f2'] }),
    ],
    inFront: [],
  };
}

export const SNOWFIELD: Place = { build: snowfield, usualWeather: 'snow' };
