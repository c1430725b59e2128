import { Path2D } from '@napi-rs/canvas';
import type { Pen } from '../stage/index.ts';
import type { DrawingPath } from './library.ts';

/** Paints the outlines of a drawing in its own square of 32 units. */
export function paintPaths(pen: Pen, paths: readonly DrawingPath[]): void {
  for (const [fill, path, opacity = 1, isEvenOdd = 0] of paths) {
    pen.globalAlpha = opacity;
    pen.fillStyle = fill;
    pen.fill(new Path2D(path), isEvenOdd ? 'evenodd' : 'nonzero');
  }
  pen.globalAlpha = 1;
}
