import { box, downward, type Layer, openSky, polygon, type Stage, strip } from '../../stage/index.ts';
import { ground, hills, landscape, range, trees } from '../parts/index.ts';

/** An open road through the country. */
export const ROAD = landscape({
  floor: 0.84,
  surface: 'paved',
  behind: (stage, floor) => {
    const verge = floor - 26;
    return [
      ...openSky(stage),
      range(stage, { base: verge - 20, height: stage.height * 0.26, count: 6, near: 0.04, colour: '#8496b8' }),
      hills(stage, { y: verge - 30, height: 22, near: 0.1, haze: 0.42, colour: '#7fb07a' }),
      trees(stage, { kind: 'broad', count: 6, foot: verge - 4, near: 0.34, size: 0.6, colour: '#5d9c52' }),
      ground(stage, verge - 16, ['#9fd076', '#7cba5c', '#5a9d4d']),
      asphalt(stage, verge),
    ];
  },
});

function asphalt(stage: Stage, top: number): Layer {
  return strip(stage, {
    near: 1,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, top, stage.height, ['#6e6f7c', '#5c5d6a', '#4a4b57']);
      pen.fillRect(0, top, span, stage.height - top);
      box(pen, '#f4f0e2', 0, top + 4, span, 3);
      const dashes = Math.round(span / 130);
      for (let index = 0; index < dashes; index++) {
        const x = (index / dashes) * span;
        polygon(pen, '#f4d35e', [x, top + 50, x + 64, top + 50, x + 58, top + 56, x - 6, top + 56]);
      }
    },
  });
}
