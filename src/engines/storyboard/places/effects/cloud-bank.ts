import { between } from '../../random.ts';
import { at, cloud, type Depth, fade, type Layer, mix, type Stage, strip } from '../../stage/index.ts';

/** A row of clouds that one looks down upon. */
export interface BankLook extends Depth {
  readonly y: number;
  readonly count: number;
  readonly size: number;
  readonly opacity: number;
}

export function cloudBank(stage: Stage, look: BankLook): Layer {
  const chance = stage.chance(`bank ${look.near}`);
  const fill = mix(stage.light.sky[2], '#ffffff', stage.scene.time === 'night' ? 0.16 : 0.78);
  return strip(stage, {
    ...look,
    haze: 0,
    rows: [look.y - 12 - look.size * 36, stage.height],
    paint: ({ span, put, pen }) => {
      for (let index = 0; index < look.count; index++) {
        const shift = chance() * 20;
        const y = look.y + between(chance, -12, 12);
        const size = look.size * between(chance, 0.8, 1.3);
        put(((index + chance() * 0.5) / look.count) * span, (x) =>
          at(pen, [x, y, 0, size], () => cloud(pen, fade(fill, look.opacity), shift)),
        );
      }
    },
  });
}
