import { between, pick } from '../../random.ts';
import { type Layer, openSky, type Stage, strip, tonesOf } from '../../stage/index.ts';
import { at, bow, downward, line, oval, type Pen } from '../../stage/pen.ts';
import { glitter, hills, landscape, water } from '../parts/index.ts';

/** Sand, palms and surf. */
export const BEACH = landscape({
  floor: 0.83,
  behind: (stage, floor) => {
    const horizon = stage.height * 0.5;
    return [
      ...openSky(stage),
      hills(stage, { y: horizon, height: 12, near: 0.04, colour: '#7fa3ab' }),
      water(stage, horizon),
      glitter(stage, horizon),
      surf(stage, floor - 42),
      sand(stage, floor - 34),
      palms(stage, floor - 14),
    ];
  },
});

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
    near: 1,
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
  for (let arm = 0; arm < 5; arm++) at(pen, [x, y, arm * 1.257], () => oval(pen, colour, 0, -4, 2, 5));
}

function palms(stage: Stage, foot: number): Layer {
  const chance = stage.chance('palms');
  const tones = tonesOf('#4f9d5d');
  return strip(stage, {
    near: 0.8,
    paint: ({ pen, put, span }) => {
      for (let index = 0; index < 2; index++) {
        const lean = between(chance, 16, 44);
        put(((index + 0.25 + chance() * 0.4) / 2) * span, (x) =>
          at(pen, [x, foot], () => {
            bow(pen, '#9a7148', 11, [0, 4], [4, -70], [lean, -150]);
            for (const angle of [-2.9, -2.4, -1.9, -1.2, -0.6, -0.1]) {
              at(pen, [lean, -150, angle + 0.6, 0.85], () => {
                bow(pen, tones.dark, 8, [0, 0], [38, -22], [74, 16]);
                bow(pen, tones.main, 5, [0, -1], [38, -25], [72, 12]);
              });
            }
            for (const nut of [-5, 5]) oval(pen, '#6d4a30', lean + nut, -145, 5);
          }),
        );
      }
    },
  });
}
