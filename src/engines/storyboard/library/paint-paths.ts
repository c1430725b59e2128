import { Path2D } from '@napi-rs/canvas';
import type { Pen } from '../stage/index.ts';
import type { DrawingPath } from './library.ts';

/** Paints the outlines of a drawing; lines have round ends. */
export function paintPaths(pen: Pen, paths: readonly DrawingPath[]): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const [colour, path, opacity = 1, isEvenOdd = 0, line = 0] of paths) {
    pen.globalAlpha = opacity;
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    pen.lineWidth = line;
    if (line > 0) pen.stroke(new Path2D(path));
    else pen.fill(new Path2D(path), isEvenOdd ? 'evenodd' : 'nonzero');
  }
  pen.globalAlpha = 1;
}

type Paths = readonly DrawingPath[];

/** Outlines with colours in place of the names of tones. */
export function inTones(paths: Paths, tones: Readonly<Record<string, string>>): Paths {
  return paths.map(([colour, ...rest]) => [tones[colour] ?? colour, ...rest]);
}
