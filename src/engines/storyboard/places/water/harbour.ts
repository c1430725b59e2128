import { box, downward, line } from '../../stage/pen.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { fixedProps } from '../parts/props.ts';
import { hills } from '../parts/relief.ts';
import type { Place } from '../parts/scenery.ts';
import { glitter, water, wave } from '../parts/water.ts';

/** A pier with boats at it. */
export const HARBOUR: Place = {
  build: (stage) => {
    const floor = stage.height * 0.84;
    const horizon = stage.height * 0.5;
    return {
      floor,
      surface: 'paved',
      behind: [
        ...openSky(stage),
        hills(stage, { y: horizon, height: 14, parallax: 0.04, distance: 0.7, colour: '#7fa3ab' }),
        water(stage, horizon),
        glitter(stage, horizon),
        fixedProps(
          stage,
          [
            ['lighthouse', 0.1, horizon + 6, 90],
            ['sailboat', 0.32, horizon + 44, 84],
            ['ship', 0.72, horizon + 38, 110],
            ['sailboat', 1.1, horizon + 48, 84],
          ],
          0.2,
          0.1,
        ),
        wave(stage, { y: floor - 60, height: 4, shade: 0.16, parallax: 0.5, pace: 14 }),
        planks(stage, floor - 28),
      ],
      inFront: [],
    };
  },
};

function planks(stage: Stage, top: number): Layer {
  return strip(stage, {
    parallax: 1,
    distance: 0,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, top, stage.height, ['#b98a5c', '#a2754a', '#7f5a38']);
      pen.fillRect(0, top, span, stage.height - top);
      for (let x = 0; x < span; x += 40) {
        line(pen, 'rgba(80, 50, 28, 0.5)', 1.6, [
          [x, top],
          [x - 30, stage.height],
        ]);
        box(pen, '#8a6240', x, top - 4, 40, 8);
      }
      for (let x = 60; x < span; x += 220) box(pen, '#5f452e', x, top - 34, 14, 40, 4);
    },
  });
}
