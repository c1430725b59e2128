import { spriteOf } from '../../library/sprite.ts';
import { between, pick } from '../../random.ts';
import { type Depth, at, hazeOf, type Layer, type Stage, strip } from '../../stage/index.ts';

/** Drawings that stand in a set, some of them more than once. */
export interface PropsLook extends Depth {
  readonly names: readonly [string, ...string[]];
  readonly count: number;
  /** Where they stand, in units from the top. */
  readonly foot: number;
  /** Units a side. */
  readonly size: number;
}

/** A drawing, where it stands as a share of the picture's width, its foot in units from the top, and its size in units. */
export type FixedProp = readonly [name: string, x: number, foot: number, size: number];

/** Drawings at places of their own. */
export interface ThingsLook extends Depth {
  readonly list: readonly FixedProp[];
}

/** Drawings at places of their own; the row repeats after one and a half pictures. */
export function fixedProps(stage: Stage, { list, near, haze = 0 }: ThingsLook): Layer {
  const edges = list.flatMap(([, , foot, size]) => [foot - size - 1, foot + 2]);
  return strip(stage, {
    near,
    haze,
    rows: [Math.min(...edges), Math.max(...edges)],
    span: Math.ceil(stage.width * 1.5),
    paint: ({ pen, put }) => {
      for (const [name, x, foot, size] of list) {
        // What the picture is about does not stand in the background a second time.
        if (stage.scene.cast.some(({ subject }) => subject === name)) continue;
        const sprite = spriteOf(name, size * stage.scale);
        put(x * stage.width, (middle) => at(pen, [middle, foot], () => sprite.show(pen, size)));
      }
    },
  });
}

/** A row of drawings with gaps by chance. */
export function props(stage: Stage, { names, count, foot, size, ...depth }: PropsLook): Layer {
  const chance = stage.chance(`props ${names.join(' ')}`);
  const list = Array.from({ length: count }, (_, index): FixedProp => {
    const x = ((index + 0.2 + chance() * 0.6) / count) * 1.5;
    return [pick(chance, names), x, foot + between(chance, -2, 3), size * between(chance, 0.88, 1.12)];
  });
  return fixedProps(stage, { list, haze: hazeOf(depth), near: depth.near });
}
