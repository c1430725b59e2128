import { between } from '../../random.ts';
import { fillBelow, type Layer, mix, ridge, type Stage, stars, strip } from '../../stage/index.ts';
import { at, downward, glow, oval } from '../../stage/pen.ts';
import { globe, landscape, nebula } from '../parts/index.ts';

/** The grey ground of the moon, the earth above it. */
export const MOON = landscape({
  floor: 0.82,
  isAirless: true,
  usualTime: 'night',
  usualWeather: 'clear',
  weather: 'none',
  behind: (stage, floor) => [
    nebula(stage),
    stars(stage, 120),
    earth(stage),
    craters(stage, floor - 52, 0.15, '#8b8fa8'),
    craters(stage, floor - 24, 1, '#c3c6d6'),
  ],
});

function earth(stage: Stage): Layer {
  return (pen) =>
    at(pen, [stage.width * 0.8, stage.height * 0.26], () => {
      glow(pen, ['rgba(120, 190, 255, 0.5)', 'rgba(120, 190, 255, 0)'], 0, 0, 84);
      globe(pen, '#4a92dd', 44);
      oval(pen, '#6fbf73', -16, -8, 15, 10, 0.5);
      oval(pen, '#6fbf73', 6, 12, 11, 8, -0.4);
      oval(pen, 'rgba(255, 255, 255, 0.75)', -6, -24, 18, 4, 0.2);
      oval(pen, 'rgba(255, 255, 255, 0.7)', -18, 14, 14, 3.4, -0.2);
    });
}

function craters(stage: Stage, y: number, near: number, colour: string): Layer {
  const chance = stage.chance(`craters ${near}`);
  return strip(
    { ...stage, light: { ...stage.light, shadeStrength: 0.16 } },
    {
      near,
      haze: 0,
      paint: (to) => {
        const fill = downward(to.pen, y - 20, stage.height, [colour, mix(colour, '#4b4d6e', 0.5)]);
        fillBelow(to, fill, ridge(chance, to.span, y, near < 1 ? 18 : 5, 3), stage.height);
        for (let crater = 0; crater < 13; crater++) {
          const size = between(chance, 8, 30) * (near < 1 ? 0.5 : 1);
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
