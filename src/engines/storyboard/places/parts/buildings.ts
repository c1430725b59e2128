import { between, pick, type Random } from '../../random.ts';
import { type Depth, hazeOf, fade, type Layer, mix, type Stage, strip } from '../../stage/index.ts';
import { box, line, type Pen } from '../../stage/pen.ts';

const WINDOW_LIGHTS = ['#ffd98a', '#ffe9b8', '#ffc46b', '#a9e4ff'] as const;

/** Towers in the haze of a day. */
const PALE = ['#8fa3c4', '#9fb0cb', '#8796bb'] as const;

/** A house front: its left and right edge and its roof, in units. */
export interface Front {
  readonly left: number;
  readonly width: number;
  readonly roof: number;
  readonly paint: string;
}

/** House fronts side by side that fill a span exactly. */
export function fronts(chance: Random, span: number, look: FrontsLook): readonly Front[] {
  const widths: number[] = [];
  let filled = 0;
  while (filled < span - look.width * 0.5) {
    const width = between(chance, 0.75, 1.3) * look.width;
    widths.push(width);
    filled += width;
  }
  let left = 0;
  return widths.map((share) => {
    const width = (share * span) / filled;
    const front = { left, width, roof: look.floor - between(chance, ...look.tall), paint: pick(chance, look.paints) };
    left += width;
    return front;
  });
}

export interface FrontsLook {
  readonly width: number;
  readonly floor: number;
  readonly tall: readonly [least: number, most: number];
  readonly paints: readonly [string, ...string[]];
}

/** The silhouette of a city with lit windows. */
export function skyline(
  stage: Stage,
  look: Omit<FrontsLook, 'paints'> & Partial<Pick<FrontsLook, 'paints'>> & Depth,
): Layer {
  const chance = stage.chance(`skyline ${look.near}`);
  const isLit = stage.light.areLampsLit;
  const span = Math.ceil(stage.width * 1.5);
  const towers = fronts(chance, span, { paints: PALE, ...look });
  const lights = towers.map(() => chance());
  return strip(stage, {
    ...look,
    rows: [look.floor - look.tall[1] - 26, stage.height],
    span,
    paint: ({ pen }) => {
      towers.forEach((tower, index) => {
        const middle = tower.left + tower.width / 2;
        box(pen, tower.paint, tower.left + 1, tower.roof, tower.width - 2, stage.height - tower.roof, 2);
        if ((lights[index] ?? 0) > 0.62) line(pen, '#565b7c', 1.6, [middle, tower.roof, middle, tower.roof - 22]);
        if (!isLit) windowGrid(pen, tower, 9, () => mix(tower.paint, '#eaf6ff', 0.4));
      });
    },
    ...(isLit && {
      shine: ({ pen }) => {
        for (const tower of towers) {
          windowGrid(pen, tower, 9, () =>
            chance() < 0.42 ? fade(pick(chance, WINDOW_LIGHTS), 1 - hazeOf(look) * 0.75) : '',
          );
        }
      },
    }),
  });
}

/** Windows in rows; `colourOf` gives each its colour, or an empty text for none. */
export function windowGrid(pen: Pen, front: Front, size: number, colourOf: () => string, bottom = 250): void {
  const columns = Math.max(1, Math.floor((front.width - 8) / (size * 1.9)));
  const step = (front.width - 8) / columns;
  for (let y = front.roof + size; y < bottom - size; y += size * 2) {
    for (let column = 0; column < columns; column++) {
      const colour = colourOf();
      if (colour) box(pen, colour, front.left + 4 + (column + 0.5) * step - size * 0.4, y, size * 0.8, size * 1.1, 1);
    }
  }
}
