import { between } from '../../random.ts';
import { fade, mix } from '../../stage/colour.ts';
import { box, polygon } from '../../stage/pen.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { props } from '../parts/props.ts';
import { dune } from '../parts/relief.ts';
import type { HillsLook } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';

/** Red cliffs on both sides of a gorge. */
export const CANYON: Place = {
  build: (stage) => {
    const floor = stage.height * 0.82;
    return {
      floor,
      surface: 'plain',
      behind: [
        ...openSky(stage),
        mesas(stage, { y: floor - 60, height: stage.height * 0.34, parallax: 0.06, distance: 0.6, colour: '#c9764f' }),
        mesas(stage, { y: floor - 30, height: stage.height * 0.46, parallax: 0.16, distance: 0.3, colour: '#b9603c' }),
        dune(stage, { y: floor - 22, height: 6, parallax: 1, distance: 0, colours: ['#e0a06a', '#b9713f'] }),
        props(stage, { names: ['rock', 'cactus'], count: 5, foot: floor - 10, size: 40, parallax: 0.9, distance: 0 }),
      ],
      inFront: [],
    };
  },
};

/** Table mountains with layers of stone, and gaps between them. */
function mesas(stage: Stage, look: HillsLook): Layer {
  const chance = stage.chance(`mesas ${look.distance}`);
  return strip(stage, {
    parallax: look.parallax,
    distance: look.distance,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 5; index++) {
        const wide = between(chance, 60, 130);
        const tall = look.height * between(chance, 0.55, 1);
        put(((index + chance() * 0.5) / 5) * span, (x) => {
          polygon(pen, look.colour, [
            [x - wide * 1.15, stage.height],
            [x - wide * 0.8, look.y - tall],
            [x + wide * 0.75, look.y - tall],
            [x + wide * 1.1, stage.height],
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
