import { box, downward, type Layer, line, openSky, type Stage, strip } from '../../stage/index.ts';
import { fixedProps, glitter, hills, landscape, water, wave } from '../parts/index.ts';

/** A pier with boats at it. */
export const HARBOUR = landscape({
  floor: 0.84,
  surface: 'paved',
  behind: (stage, floor) => {
    const horizon = stage.height * 0.5;
    return [
      ...openSky(stage),
      hills(stage, { y: horizon, height: 14, near: 0.04, colour: '#7fa3ab' }),
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
      wave(stage, { y: floor - 60, height: 4, shade: 0.16, near: 0.5, pace: 14 }),
      planks(stage, floor - 28),
    ];
  },
});

function planks(stage: Stage, top: number): Layer {
  return strip(stage, {
    near: 1,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, top, stage.height, ['#b98a5c', '#a2754a', '#7f5a38']);
      pen.fillRect(0, top, span, stage.height - top);
      for (let x = 0; x < span; x += 40) {
        line(pen, 'rgba(80, 50, 28, 0.5)', 1.6, [x, top, x - 30, stage.height]);
        box(pen, '#8a6240', x, top - 4, 40, 8);
      }
      for (let x = 60; x < span; x += 220) box(pen, '#5f452e', x, top - 34, 14, 40, 4);
    },
  });
}
