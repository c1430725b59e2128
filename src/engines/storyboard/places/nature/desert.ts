import { between } from '../../random.ts';
import { at, type Layer, line, openSky, oval, type Stage, strip } from '../../stage/index.ts';
import { dune, landscape } from '../parts/index.ts';

/** Dunes and cacti. */
export const DESERT = landscape({
  floor: 0.82,
  usualTime: 'day',
  usualWeather: 'clear',
  behind: (stage, floor) => [
    ...openSky(stage),
    dune(stage, { y: floor - 66, height: 36, near: 0.08, colours: ['#f0bd78', '#dba05c'] }),
    dune(stage, { y: floor - 40, height: 26, near: 0.22, haze: 0.26, colours: ['#f2c483', '#d89a55'] }),
    cacti(stage, floor - 18),
    dune(stage, { y: floor - 22, height: 6, near: 1, colours: ['#f7d39a', '#e0a862'] }),
  ],
});

function cacti(stage: Stage, foot: number): Layer {
  const chance = stage.chance('cacti');
  return strip(stage, {
    near: 0.6,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 5; index++) {
        const size = between(chance, 0.6, 1.2);
        put(((index + chance() * 0.7) / 5) * span, (x) =>
          at(pen, [x, foot + 6, 0, size], () => {
            for (const [colour, width] of [
              ['#3f7d55', 19],
              ['#5a9d68', 12],
            ] as const) {
              line(pen, colour, width, [0, 0, 0, -78]);
              line(pen, colour, width * 0.72, [0, -30, 24, -32, 26, -56]);
              line(pen, colour, width * 0.72, [0, -44, -22, -46, -24, -66]);
            }
            oval(pen, '#ff8fa8', 0, -88, 6);
          }),
        );
      }
    },
  });
}
