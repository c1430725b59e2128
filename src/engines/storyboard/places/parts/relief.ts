import { between } from '../../random.ts';
import { type Depth, fade, fillBelow, type Layer, mix, peaks, ridge, type Stage, strip } from '../../stage/index.ts';
import { bow, downward, oval, type Point, polygon } from '../../stage/pen.ts';
import { leaf } from './plants.ts';

/** How much of the ground is under snow. */
const LYING = 0.86;

/** A row of hills. */
export interface HillsLook extends Depth {
  readonly y: number;
  readonly height: number;
  readonly colour: string;
}

/** A row of round hills. */
export function hills(stage: Stage, look: HillsLook): Layer {
  const chance = stage.chance(`hills ${look.near}`);
  const colour = leaf(stage, look.colour, LYING);
  return strip(stage, {
    ...look,
    rows: [look.y - look.height * 2, stage.height],
    paint: (to) => {
      const colours = [mix(colour, '#ffffff', 0.12), colour, mix(colour, '#2c4a4a', 0.25)];
      const fill = downward(to.pen, look.y - look.height, stage.height, colours);
      fillBelow(to, fill, ridge(chance, to.span, look.y, look.height, 3), stage.height);
    },
  });
}

/** The floor, from a height down, with some tufts. */
export function ground(
  stage: Stage,
  { y: top, colours }: { readonly y: number; readonly colours: readonly [string, string, string] },
): Layer {
  const chance = stage.chance('ground');
  const painted = colours.map((colour) => leaf(stage, colour, LYING));
  return strip(stage, {
    near: 1,
    rows: [top - 12, stage.height],
    paint: (to) => {
      fillBelow(to, downward(to.pen, top, stage.height, painted), ridge(chance, to.span, top, 5, 3), stage.height);
      for (let tuft = 0; tuft < 46; tuft++) {
        const y = between(chance, top + 12, stage.height);
        const size = (y - top) / 12 + 2;
        const shade = fade(mix(painted[2] ?? '#456f42', '#ffffff', chance() * 0.35), 0.5);
        const spot = chance() * to.span;
        to.put(spot, (x) => oval(to.pen, shade, x, y, size * 2.2, size * 0.32));
      }
    },
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

/** A row of dunes. */
export interface DuneLook extends Depth {
  readonly y: number;
  readonly height: number;
  readonly colours: readonly [string, string];
}

/** Soft heaps of sand or snow. */
export function dune(stage: Stage, look: DuneLook): Layer {
  const chance = stage.chance(`dune ${look.y}`);
  return strip(stage, {
    ...look,
    rows: [look.y - look.height * 2, stage.height],
    paint: (to) => {
      const shade = fade(mix(look.colours[1], '#7a5a6a', 0.3), 0.35);
      const hillside = ridge(chance, to.span, look.y, look.height, 3);
      fillBelow(to, downward(to.pen, look.y - look.height, stage.height, look.colours), hillside, stage.height);
      for (let ripple = 0; ripple < 26; ripple++) {
        const y = between(chance, look.y + look.height * 0.4 + 8, stage.height);
        const wide = between(chance, 12, 46);
        const spot = chance() * to.span;
        to.put(spot, (x) => bow(to.pen, shade, 1.6, [x - wide, y], [x, y - 6], [x + wide, y + 1]));
      }
    },
  });
}
