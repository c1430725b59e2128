import { between } from '../../random.ts';
import { openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { fence } from '../parts/fence.ts';
import { flowerBed, grassInFront, trees } from '../parts/plants.ts';
import { ground, hills } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** Flower beds before a white fence. */
function garden(stage: Stage): Scenery {
  const floor = stage.height * 0.82;
  return {
    floor,
    surface: 'plain',
    behind: [
      ...openSky(stage),
      hills(stage, { y: floor - 56, height: 26, parallax: 0.1, distance: 0.5, colour: '#86b981' }),
      trees(stage, {
        kind: 'broad',
        count: 7,
        foot: floor - 32,
        parallax: 0.25,
        distance: 0.28,
        size: 0.95,
        colour: '#67a45a',
      }),
      fence(stage, floor - 22),
      ground(stage, floor - 24, ['#a5d482', '#84c066', '#62a353']),
      beds(stage, floor - 12),
    ],
    inFront: [grassInFront(stage, '#5fa64f', 16)],
  };
}

function beds(stage: Stage, y: number): Layer {
  const chance = stage.chance('beds');
  return strip(stage, {
    parallax: 0.9,
    distance: 0,
    paint: ({ pen, span }) => {
      for (let flower = 0; flower < span / 13; flower++) {
        flowerBed(pen, chance, chance() * span, y + between(chance, -8, 2), between(chance, 14, 26));
      }
    },
  });
}

export const GARDEN: Place = { build: garden };
