import { createCanvas } from '@napi-rs/canvas';
import { drawingOf } from './library.ts';
import { paintPaths } from './paint-paths.ts';

/** How much of its square a drawing fills, as shares of the side. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIDE = 48;
const bounds = new Map<string, Bounds>();

/** The box around a drawing; measured at the first call. */
export function boundsOf(name: string): Bounds {
  const known = bounds.get(name);
  if (known) return known;
  const measured = measure(name);
  bounds.set(name, measured);
  return measured;
}

function measure(name: string): Bounds {
  const canvas = createCanvas(SIDE, SIDE);
  const pen = canvas.getContext('2d');
  pen.scale(SIDE / 32, SIDE / 32);
  paintPaths(pen, drawingOf(name).paths);
  const { data } = pen.getImageData(0, 0, SIDE, SIDE);
  let [left, right, top, bottom] = [SIDE, 0, SIDE, 0];
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
    if ((data[pixel * 4 + 3] ?? 0) < 64) continue;
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x + 1), Math.min(top, y), Math.max(bottom, y + 1)];
  }
  if (right <= left) return { left: 0, right: 1, top: 0, bottom: 1 };
  return { left: left / SIDE, right: right / SIDE, top: top / SIDE, bottom: bottom / SIDE };
}
