import { between, pick } from '../random.ts';
import { fade, mix, tonesOf } from '../stage/colour.ts';
import { at, bow, downward, line, oval, polygon } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { openSky } from '../stage/sky.ts';
import type { Layer, Stage } from '../stage/stage.ts';
import { strip } from '../stage/strip.ts';
import { hills } from './relief.ts';
import type { Scenery } from './scenery.ts';

/** Open water; the hero is at the surface. */
export function sea(stage: Stage): Scenery {
  const floor = stage.height * 0.78;
  const horizon = stage.height * 0.56;
  return {
    floor,
    surface: 'water',
    behind: [
      ...openSky(stage),
      hills(stage, { y: horizon - 4, height: 16, parallax: 0.04, distance: 0.7, colour: '#7fa3ab' }),
      water(stage, horizon),
      glitter(stage, horizon),
      wave(stage, { y: floor - 26, height: 4, shade: 0.1, parallax: 0.7, pace: 14 }),
    ],
    inFront: [
      wave(stage, { y: floor - 2, height: 6, shade: 0.24, parallax: 1, pace: 26 }),
      wave(stage, { y: floor + 32, height: 7, shade: 0.42, parallax: 1.3, pace: 38 }),
    ],
  };
}

/** Sand, palms and surf. */
export function beach(stage: Stage): Scenery {
  const floor = stage.height * 0.83;
  const horizon = stage.height * 0.5;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      hills(stage, { y: horizon, height: 12, parallax: 0.04, distance: 0.72, colour: '#7fa3ab' }),
      water(stage, horizon),
      glitter(stage, horizon),
      surf(stage, floor - 42),
      sand(stage, floor - 34),
      palms(stage, floor - 14),
    ],
    inFront: [],
  };
}

function waterColours({ light }: Stage): readonly [string, string] {
  return [
    mix(mix('#4fb3cf', light.sky[2], 0.42), light.shade, light.shadeStrength),
    mix(mix('#1d6f9e', light.sky[0], 0.22), light.shade, light.shadeStrength),
  ];
}

function water(stage: Stage, horizon: number): Layer {
  const [near, deep] = waterColours(stage);
  return (pen) => {
    pen.fillStyle = downward(pen, horizon, stage.height, [near, mix(near, deep, 0.6), deep]);
    pen.fillRect(0, horizon, stage.width, stage.height - horizon);
  };
}

/** The path of light on the water, below sun or moon. */
function glitter(stage: Stage, horizon: number): Layer {
  const chance = stage.chance('glitter');
  const sparks = Array.from({ length: 46 }, () => ({ x: chance(), depth: chance() ** 1.4, phase: chance() * 9 }));
  const colour = mix(stage.light.sky[2], '#ffffff', 0.6);
  const middle = stage.scene.time === 'dawn' ? 0.24 : stage.scene.time === 'dusk' ? 0.72 : 0.79;
  return (pen, { time, travel }) => {
    for (const { x, depth, phase } of sparks) {
      const y = horizon + 4 + depth * (stage.height - horizon) * 0.7;
      const spread = (x - 0.5) * (70 + depth * stage.width * 1.1);
      const along = stage.width * middle + spread + Math.sin(time + phase) * 6 - ((travel * depth * 0.2) % 30);
      const strength = 0.2 + 0.5 * Math.max(0, Math.sin(time * 2.3 + phase));
      line(pen, fade(colour, strength * (stage.light.isOvercast ? 0.4 : 1)), 1 + depth * 1.4, [
        [along - 4 - depth * 12, y],
        [along + 4 + depth * 12, y],
      ]);
    }
  };
}

interface WaveLook {
  readonly y: number;
  readonly height: number;
  readonly shade: number;
  readonly parallax: number;
  readonly pace: number;
}

function wave(stage: Stage, look: WaveLook): Layer {
  const [near, deep] = waterColours(stage);
  const fill = mix(near, deep, 0.25 + look.shade);
  return (pen, { time, travel }) => {
    const shift = travel * look.parallax + time * look.pace;
    const crest: [number, number][] = [];
    for (let x = -10; x <= stage.width + 10; x += 8) {
      const along = x + shift;
      crest.push([x, look.y + Math.sin(along / 31) * look.height + Math.sin(along / 13 + time) * look.height * 0.35]);
    }
    polygon(pen, fade(fill, 0.9), [[-10, stage.height + 10], ...crest, [stage.width + 10, stage.height + 10]]);
    line(pen, fade('#ffffff', 0.32), 1.6, crest);
  };
}

function surf(stage: Stage, y: number): Layer {
  return (pen, { time, travel }) => {
    for (const [row, delay] of [0, 1.4].entries()) {
      const swell = Math.sin(time * 1.1 - delay) * 7 + row * 8;
      const crest: [number, number][] = [];
      for (let x = -10; x <= stage.width + 10; x += 10)
        crest.push([x, y + swell + Math.sin((x + travel) / 42 + delay) * 4]);
      line(pen, `rgba(255, 255, 255, ${0.75 - row * 0.25})`, 4 - row, crest);
    }
  };
}

function sand(stage: Stage, top: number): Layer {
  const chance = stage.chance('sand');
  return strip(stage, {
    parallax: 1,
    distance: 0,
    paint: ({ pen, span, put }) => {
      pen.fillStyle = downward(pen, top, stage.height, ['#d9bd8c', '#f1d9a6', '#e2c28a']);
      pen.fillRect(0, top + 8, span, stage.height);
      for (let index = 0; index < 90; index++) {
        const y = between(chance, top + 14, stage.height);
        const spot = chance() * span;
        put(spot, (x) => oval(pen, 'rgba(160, 120, 70, 0.28)', x, y, between(chance, 1, 5), 1));
      }
      for (let index = 0; index < 5; index++) {
        const y = between(chance, top + 22, stage.height - 30);
        const colour = pick(chance, ['#f6a58b', '#f7d7c9', '#f29fb2']);
        put(chance() * span, (x) => star(pen, colour, x, y));
      }
    },
  });
}

function star(pen: Pen, colour: string, x: number, y: number): void {
  for (let arm = 0; arm < 5; arm++) at(pen, x, y, () => oval(pen, colour, 0, -4, 2, 5), arm * 1.257);
}

function palms(stage: Stage, foot: number): Layer {
  const chance = stage.chance('palms');
  const tones = tonesOf('#4f9d5d');
  return strip(stage, {
    parallax: 0.8,
    distance: 0.03,
    paint: ({ pen, put, span }) => {
      for (let index = 0; index < 2; index++) {
        const lean = between(chance, 16, 44);
        put(((index + 0.25 + chance() * 0.4) / 2) * span, (x) =>
          at(pen, x, foot, () => {
            bow(pen, '#9a7148', 11, [0, 4], [4, -70], [lean, -150]);
            for (const angle of [-2.9, -2.4, -1.9, -1.2, -0.6, -0.1]) {
              at(
                pen,
                lean,
                -150,
                () => {
                  bow(pen, tones.dark, 8, [0, 0], [38, -22], [74, 16]);
                  bow(pen, tones.main, 5, [0, -1], [38, -25], [72, 12]);
                },
                angle + 0.6,
                0.85,
              );
            }
            for (const nut of [-5, 5]) oval(pen, '#6d4a30', lean + nut, -145, 5);
          }),
        );
      }
    },
  });
}
