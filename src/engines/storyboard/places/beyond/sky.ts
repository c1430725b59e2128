import { between } from '../../random.ts';
import { type Depth, at, cloud, fade, type Layer, mix, openSky, type Stage, strip } from '../../stage/index.ts';
import { hills, landscape } from '../parts/index.ts';

/** Above the clouds. */
export const SKY = landscape({
  floor: 0.74,
  surface: 'none',
  withoutFloor: 'fly',
  behind: (stage) => [
    ...openSky(stage),
    hills(stage, { y: stage.height * 0.98, height: 16, near: 0.05, colour: '#8fb7a8' }),
    cloudBank(stage, { y: 0.8, count: 8, size: 1.5, near: 0.2, opacity: 0.6 }),
    cloudBank(stage, { y: 0.92, count: 8, size: 2.1, near: 0.45, opacity: 0.8 }),
  ],
  inFront: (stage) => [cloudBank(stage, { y: 1.02, count: 7, size: 2.5, near: 1.2, opacity: 0.92 })],
});

interface BankLook extends Depth {
  /** A share of the stage's height. */
  readonly y: number;
  readonly count: number;
  readonly size: number;
  readonly opacity: number;
}

function cloudBank(stage: Stage, look: BankLook): Layer {
  const chance = stage.chance(`bank ${look.y}`);
  const fill = mix(stage.light.sky[2], '#ffffff', stage.scene.time === 'night' ? 0.16 : 0.78);
  return strip(stage, {
    ...look,
    haze: 0,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < look.count; index++) {
        const shift = chance() * 20;
        const y = stage.height * look.y + between(chance, -12, 12);
        const size = look.size * between(chance, 0.8, 1.3);
        put(((index + chance() * 0.5) / look.count) * span, (x) =>
          at(pen, [x, y, 0, size], () => cloud(pen, fade(fill, look.opacity), shift)),
        );
      }
    },
  });
}
