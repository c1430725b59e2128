import { between } from '../../random.ts';
import { at, line, oval } from '../../stage/pen.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { dune } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** Dunes and cacti. */
function desert(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      dune(stage, {
        y: floor - 66,
        height: 36,
        parallax: 0.08,
        distance: 0.5,
        colours: ['#f0bd78', '#dba05c'],
      }),
      dune(stage, {
        y: floor - 40,
        height: 26,
        parallax: 0.22,
        distance: 0.26,
        colours: ['#f2c483', '#d89a55'],
      }),
      cacti(stage, floor - 18),
      dune(stage, { y: floor - 22, height: 6, parallax: 1, distance: 0, colours: ['#f7d39a', '#e0a862'] }),
    ],
    inFront: [],
  };
}

function cacti(stage: Stage, foot: number): Layer {
  const chance = stage.chance('cacti');
  return strip(stage, {
    parallax: 0.6,
    distance: 0.06,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 5; index++) {
        const size = between(chance, 0.6, 1.2);
        put(((index + chance() * 0.7) / 5) * span, (x) =>
          at(
            pen,
            x,
            foot + 6,
            () => {
              for (const [colour, width] of [
                ['#3f7d55', 19],
                ['#5a9d68', 12],
              ] as const) {
                line(pen, colour, width, [
                  [0, 0],
                  [0, -78],
                ]);
                line(pen, colour, width * 0.72, [
                  [0, -30],
                  [24, -32],
                  [26, -56],
                ]);
                line(pen, colour, width * 0.72, [
                  [0, -44],
                  [-22, -46],
                  [-24, -66],
                ]);
              }
              oval(pen, '#ff8fa8', 0, -88, 6);
            },
            0,
            size,
          ),
        );
      }
    },
  });
}

export const DESERT: Place = { build: desert, usualTime: 'day', usualWeather: 'clear' };
