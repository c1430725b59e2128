import { between, type Random } from '../../random.ts';
import { type Depth, fade, fillBelow, type Layer, mix, peaks, ridge, type Stage, strip } from '../../stage/index.ts';
import type { StripPen } from '../../stage/strip.ts';
import { bow, downward, oval, type Point, polygon } from '../../stage/pen.ts';
import { leaf } from './plants.ts';

/** How much of the ground is under snow. */
const LYING = 0.86;

/** A row of dunes, or whatever rises and falls. */
export interface DuneLook extends Depth {
  readonly y: number;
  readonly height: number;
  /** From the crest down. */
  readonly colours: readonly string[];
}

/** Land up to a ridge, with what marks it. */
function slope(stage: Stage, name: string, look: DuneLook, mark?: (to: StripPen, chance: Random) => void): Layer {
  const { y, height, colours } = look;
  const chance = stage.chance(name);
  return strip(stage, {
    ...look,
    rows: [y - height * 2 - 2, stage.height],
    paint: (to) => {
      const crest = ridge(chance, to.span, y, height, 3);
      fillBelow(to, downward(to.pen, y - height, stage.height, colours), crest, stage.height);
      mark?.(to, chance);
    },
  });
}

/** A row of round hills. */
export function hills(
  stage: Stage,
  { colour, ...look }: Omit<DuneLook, 'colours'> & { readonly colour: string },
): Layer {
  const green = leaf(stage, colour, LYING);
  const colours = [mix(green, '#ffffff', 0.12), green, mix(green, '#2c4a4a', 0.25)];
  return slope(stage, `hills ${look.near}`, { ...look, colours });
}

/** The floor, from a height down, with some tufts. */
export function ground(stage: Stage, look: Pick<DuneLook, 'y' | 'colours'>): Layer {
  const colours = look.colours.map((colour) => leaf(stage, colour, LYING));
  return slope(stage, 'ground', { y: look.y, height: 5, near: 1, colours }, ({ pen, put, span }, chance) => {
    for (let tuft = 0; tuft < 46; tuft++) {
      const y = between(chance, look.y + 12, stage.height);
      const size = (y - look.y) / 12 + 2;
      const shade = fade(mix(colours[2] ?? '#456f42', '#ffffff', chance() * 0.35), 0.5);
      put(chance() * span, (x) => oval(pen, shade, x, y, size * 2.2, size * 0.32));
    }
  });
}

/** Soft heaps of sand or snow. */
export function dune(stage: Stage, look: DuneLook): Layer {
  const shade = fade(mix(look.colours[1] ?? '#ffffff', '#7a5a6a', 0.3), 0.35);
  return slope(stage, `dune ${look.y}`, look, ({ pen, put, span }, chance) => {
    for (let ripple = 0; ripple < 26; ripple++) {
      const y = between(chance, look.y + look.height * 0.4 + 8, stage.height);
      const wide = between(chance, 12, 46);
      put(chance() * span, (x) => bow(pen, shade, 1.6, [x - wide, y], [x, y - 6], [x + wide, y + 1]));
    }
  });
}

/** A chain of mountains. */
export interface RangeLook extends Depth {
  readonly base: number;
  readonly height: number;
  readonly count: number;
  readonly colour: string;
}

/** Mountains with points and snow on them. */
export function range(stage: Stage, look: RangeLook): Layer {
  const chance = stage.chance(`range ${look.near}`);
  return strip(stage, {
    ...look,
    rows: [look.base - look.height - 4, stage.height],
    paint: ({ pen, span }) => {
      const points = peaks(chance, span, look.base, look.height, look.count);
      polygon(pen, look.colour, [[-1, stage.height], ...points, [span + 1, stage.height]]);
      for (let top = 1; top < points.length - 1; top += 2) {
        const [left, peak, right] = [points[top - 1], points[top], points[top + 1]];
        if (!left || !peak || !right) continue;
        const down = (to: Point, share: number): Point => [
          peak[0] + (to[0] - peak[0]) * share,
          peak[1] + (to[1] - peak[1]) * share,
        ];
        const middle = peak[0] + (right[0] - peak[0]) * 0.12;
        polygon(pen, mix(look.colour, '#2c3a66', 0.28), [peak, right, [middle, look.base + 40]]);
        const [edge, far] = [down(left, 0.42), down(right, 0.4)];
        const notch: Point = [peak[0] - (peak[0] - edge[0]) * 0.35, edge[1] - 6];
        polygon(pen, '#f8fbff', [peak, edge, notch, [peak[0] + 3, edge[1] + 12], [peak[0] + 12, edge[1] - 10], far]);
      }
    },
  });
}
