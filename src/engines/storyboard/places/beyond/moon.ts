import { between } from '../../random.ts';
import { mix } from '../../stage/colour.ts';
import { at, downward, glow, oval } from '../../stage/pen.ts';
import { stars } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { fillBelow, ridge } from '../../stage/terrain.ts';
import { globe, nebula } from '../parts/cosmos.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** The grey ground of the moon, the earth above it. */
function moonSurface(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    isAirless: true,
    behind: [
      nebula(stage),
      stars(stage, 120),
      earth(stage),
      craters(stage, floor - 52, 0.15, '#8b8fa8'),
      craters(stage, floor - 24, 1, '#c3c6d6'),
    ],
    inFront: [],
  };
}

function earth(stage: Stage): Layer {
  return (pen) =>
    at(pen, stage.width * 0.8, stage.height * 0.26, () => {
      glow(pen, ['rgba(120, 190, 255, 0.5)', 'rgba(120, 190, 255, 0)'], 0, 0, 84);
      globe(pen, '#4a92dd', 44);
      oval(pen, '#6fbf73', -16, -8, 15, 10, 0.5);
      oval(pen, '#6fbf73', 6, 12, 11, 8, -0.4);
      oval(pen, 'rgba(255, 255, 255, 0.75)', -6, -24, 18, 4, 0.2);
      oval(pen, 'rgba(255, 255, 255, 0.7)', -18, 14, 14, 3.4, -0.2);
    });
}

function craters(stage: Stage, y: number, parallax: number, colour: string): Layer {
  const chance = stage.chance(`craters ${parallax}`);
  return strip(
    { ...stage, light: { ...stage.light, shadeStrength: 0.16 } },
    {
      parallax,
      distance: 0,
      paint: (to) => {
        const fill = downward(to.pen, y - 20, stage.height, [colour, mix(colour, '#4b4d6e', 0.5)]);
        fillBelow(to, fill, ridge(chance, to.span, y, parallax < 1 ? 18 : 5, 3), stage.height);
        for (let crater = 0; crater < 13; crater++) {
          const size = between(chance, 8, 30) * (parallax < 1 ? 0.5 : 1);
          const depth = between(chance, y + 14, stage.height);
          to.put(((crater + chance()) / 13) * to.span, (x) => {
            oval(to.pen, mix(colour, '#3f4162', 0.42), x, depth, size, size * 0.3);
            oval(to.pen, mix(colour, '#3f4162', 0.24), x + size * 0.06, depth + size * 0.07, size * 0.86, size * 0.22);
          });
        }
      },
    },
  );
}

export const MOON: Place = { build: moonSurface, usualTime: 'night', usualWeather: 'clear', weather: 'none' };
