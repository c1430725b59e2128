import { between } from '../random.ts';
import { at, line, oval } from '../stage/pen.ts';
import { openSky } from '../stage/sky.ts';
import type { Layer, Stage } from '../stage/stage.ts';
import { strip } from '../stage/strip.ts';
import { aurora } from './aurora.ts';
import { grassInFront, trees } from './plants.ts';
import { dune, ground, hills, range } from './relief.ts';
import type { Scenery } from './scenery.ts';

/** High mountains with snow on them, firs and a path. */
export function mountain(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      range(stage, {
        base: floor - 20,
        height: stage.height * 0.52,
        count: 4,
        parallax: 0.05,
        distance: 0.62,
        colour: '#7b8db5',
      }),
      range(stage, {
        base: floor - 10,
        height: stage.height * 0.36,
        count: 5,
        parallax: 0.13,
        distance: 0.34,
        colour: '#64799f',
      }),
      hills(stage, { y: floor - 44, height: 20, parallax: 0.25, distance: 0.26, colour: '#5f9277' }),
      trees(stage, {
        kind: 'fir',
        count: 13,
        foot: floor - 28,
        parallax: 0.42,
        distance: 0.16,
        size: 0.66,
        colour: '#43795c',
      }),
      ground(stage, floor - 22, ['#93c07a', '#74a866', '#55895a']),
    ],
    inFront: [grassInFront(stage, '#5d9a57', 7)],
  };
}

/** Dunes and cacti. */
export function desert(stage: Stage): Scenery {
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

/** Snow as far as one sees, and an aurora in clear nights. */
export function snowfield(stage: Stage): Scenery {
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
