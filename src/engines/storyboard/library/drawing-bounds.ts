import { Path2D } from '@napi-rs/canvas';
import { drawingOf } from './library.ts';

/** How much of its square a drawing fills, as shares of the side. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIDE = 32;
const bounds = new Map<string, Bounds>();

/** The box around a drawing; measured at the first call. */
export function boundsOf(name: string): Bounds {
  const known = bounds.get(name);
  if (known) return known;
  const boxes = drawingOf(name)
    .paths.filter(([, , opacity = 1]) => opacity > 0.25)
    .map(([, path]) => new Path2D(path).computeTightBounds());
  const share = (unit: number) => Math.min(1, Math.max(0, unit / SIDE));
  const box = {
    left: share(Math.min(...boxes.map(([left]) => left))),
    right: share(Math.max(...boxes.map(([, , right]) => right))),
    top: share(Math.min(...boxes.map(([, top]) => top))),
    bottom: share(Math.max(...boxes.map(([, , , bottom]) => bottom))),
  };
  bounds.set(name, box);
  return box;
}
