import { between } from '../../random.ts';
import { fade, mix } from '../../stage/colour.ts';
import { at } from '../../stage/pen.ts';
import { cloud, openSky } from '../../stage/sky.ts';
import type { Layer, Stage } from '../../stage/stage.ts';
import { strip } from '../../stage/strip.ts';
import { hills } from '../parts/relief.ts';
import type { Place, Scenery } from '../parts/scenery.ts';

/** Above the clouds. */
function sky(stage: Stage): Scenery {
  return {
    floor: stage.height * 0.74,
    surface: 'none',
    behind: [
      ...openSky(stage),
      hills(stage, { y: stage.height * 0.98, height: 16, parallax: 0.05, distance: 0.75, colour: '#8fb7a8' }),
      cloudBank(stage, { y: 0.8, count: 8, size: 1.5, parallax: 0.2, opacity: 0.6 }),
      cloudBank(stage, { y: 0.92, count: 8, size: 2.1, parallax: 0.45, opacity: 0.8 }),
    ],
    inFront: [cloudBank(stage, { y: 1.02, count: 7, size: 2.5, parallax: 1.2, opacity: 0.92 })],
  };
}

interface BankLook {
  /** A share of the stage's height. */
  readonly y: number;
  readonly count: number;
  readonly size: number;
  readonly parallax: number;
  readonly opacity: number;
}

function cloudBank(stage: Stage, look: BankLook): Layer {
  const chance = stage.chance(`bank ${look.y}`);
  const fill = mix(stage.light.sky[2], '#ffffff', stage.scene.time === 'night' ? 0.16 : 0.78);
  return strip(stage, {
    parallax: look.parallax,
    distance: 0,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < look.count; index++) {
        const shift = chance() * 20;
        const y = stage.height * look.y + between(chance, -12, 12);
        const size = look.size * between(chance, 0.8, 1.3);
        put(((index + chance() * 0.5) / look.count) * span, (x) =>
          at(pen, x, y, () => cloud(pen, fade(fill, look.opacity), shift), 0, size),
        );
      }
    },
  });
}

export const SKY: Place = { build: sky, withoutFloor: 'fly' };
