import { type Depth, type Layer, mix, type Stage } from '../../stage/index.ts';
import { motifs } from './motifs.ts';

const PETALS = ['#f27a9b', '#f6c453', '#f28c5a', '#b48be0', '#ffffff', '#ee5f6b'] as const;

/** The green of plants, under snow where it snows; by `share`, which is more where it lies than where it hangs. */
export function leaf(stage: Stage, hex: string, share = 0.5): string {
  return stage.scene.weather === 'snow' ? mix(hex, '#e9f0f6', share) : hex;
}

type TreeKind = 'broad' | 'fir' | 'bamboo';

export interface TreesLook extends Depth {
  readonly kind: TreeKind;
  /** Which stand there where it snows; absent: the same. */
  readonly inSnow?: TreeKind;
  readonly count: number;
  readonly foot: number;
  readonly size: number;
  readonly colour: string;
  readonly isSnowy?: boolean;
}

/** A row of trees. */
export function trees(stage: Stage, { kind, inSnow = kind, count, foot, size, colour, ...rest }: TreesLook): Layer {
  const green = leaf(stage, colour);
  const row = {
    drawing: stage.scene.weather === 'snow' ? inSnow : kind,
    count,
    y: [foot - 3, foot + 6],
    size: [size * 0.78, size * 1.25],
    paints: [green, mix(green, '#2f6b5e', 0.15), mix(green, '#2f6b5e', 0.3)],
  } as const;
  return motifs(stage, { ...rest, pictures: 1.6, motifs: [row] });
}

/** Blades of grass, and flowers among them, near the eye. */
export function grassInFront(stage: Stage, look: { readonly colour: string; readonly flowers: number }): Layer {
  const green = leaf(stage, look.colour);
  const y = stage.height + 2;
  const paints = [green, mix(green, '#1f5a44', 0.2), mix(green, '#b7d86a', 0.2)] as const;
  const flowers = { drawing: 'flower', count: look.flowers, y, size: [0.7, 1.25], paints: PETALS } as const;
  return motifs(stage, {
    near: 1.35,
    motifs: [
      { drawing: 'tuft', every: 56, y, size: [0.8, 1.2], paints },
      ...(stage.scene.weather === 'snow' ? [] : [flowers]),
    ],
  });
}

/** Flowers that stand on a floor. */
export function flowerBeds(stage: Stage, { y, near }: { readonly y: number; readonly near: number }): Layer {
  const bed = { drawing: 'flower', count: Math.round(stage.width / 9), y: [y - 8, y + 2], size: [0.4, 0.75] } as const;
  return motifs(stage, { near, motifs: [{ ...bed, paints: PETALS }] });
}
