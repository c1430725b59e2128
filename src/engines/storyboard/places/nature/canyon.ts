import { between } from '../../random.ts';
import { box, fade, type Layer, mix, openSky, polygon, type Stage, strip } from '../../stage/index.ts';
import { dune, type HillsLook, landscape, props } from '../parts/index.ts';

/** Red cliffs on both sides of a gorge. */
export const CANYON = landscape({
  floor: 0.82,
  behind: (stage, floor) => [
    ...openSky(stage),
    mesas(stage, { y: floor - 60, height: stage.height * 0.34, near: 0.06, colour: '#c9764f' }),
    mesas(stage, { y: floor - 30, height: stage.height * 0.46, near: 0.16, haze: 0.3, colour: '#b9603c' }),
    dune(stage, { y: floor - 22, height: 6, near: 1, colours: ['#e0a06a', '#b9713f'] }),
    props(stage, { names: ['rock', 'cactus'], count: 5, foot: floor - 10, size: 40, near: 0.9 }),
  ],
});

/** Table mountains with layers of stone, and gaps between them. */
function mesas(stage: Stage, look: HillsLook): Layer {
  const chance = stage.chance(`mesas ${look.near}`);
  return strip(stage, {
    ...look,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 5; index++) {
        const wide = between(chance, 60, 130);
        const tall = look.height * between(chance, 0.55, 1);
        put(((index + chance() * 0.5) / 5) * span, (x) => {
          polygon(pen, look.colour, [
            x - wide * 1.15,
            stage.height,
            x - wide * 0.8,
            look.y - tall,
            x + wide * 0.75,
            look.y - tall,
            x + wide * 1.1,
            stage.height,
          ]);
          for (const [share, tone] of [
            [0.12, 0.25],
            [0.34, 0.12],
            [0.58, 0.2],
          ] as const) {
            const y = look.y - tall * (1 - share);
            box(pen, fade(mix(look.colour, '#f6c58a', tone * 2), 0.6), x - wide * 0.78, y, wide * 1.54, 9);
          }
        });
      }
    },
  });
}
