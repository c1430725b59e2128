import { between } from '../../random.ts';
import { type Layer, openSky, type Stage, strip } from '../../stage/index.ts';
import { fence, flowerBed, grassInFront, ground, hills, landscape, trees } from '../parts/index.ts';

/** Flower beds before a white fence. */
export const GARDEN = landscape({
  floor: 0.82,
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 56, height: 26, near: 0.1, colour: '#86b981' }),
    trees(stage, { kind: 'broad', count: 7, foot: floor - 32, near: 0.25, size: 0.95, colour: '#67a45a' }),
    fence(stage, floor - 22),
    ground(stage, floor - 24, ['#a5d482', '#84c066', '#62a353']),
    beds(stage, floor - 12),
  ],
  inFront: (stage) => [grassInFront(stage, '#5fa64f', 16)],
});

function beds(stage: Stage, y: number): Layer {
  const chance = stage.chance('beds');
  return strip(stage, {
    near: 0.9,
    paint: ({ pen, span }) => {
      for (let flower = 0; flower < span / 13; flower++) {
        flowerBed(pen, chance, chance() * span, y + between(chance, -8, 2), between(chance, 14, 26));
      }
    },
  });
}
