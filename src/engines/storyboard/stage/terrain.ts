import { between, type Random } from '../random.ts';
import type { Pen, Point } from './pen.ts';
import type { StripPen } from './strip.ts';

type Fill = Pen['fillStyle'];

/** A line of hills that closes on itself after `span`. */
export type Ridge = (x: number) => number;

/**
 * @param roughness The more, the more small hills on the large ones: 2 to 6.
 */
export function ridge(chance: Random, span: number, base: number, height: number, roughness: number): Ridge {
  const waves = Array.from({ length: roughness }, (_, index) => ({
    turns: index + 1 + Math.floor(chance() * 2),
    shift: chance() * Math.PI * 2,
    size: (height / (index + 1.2)) * between(chance, 0.6, 1),
  }));
  return (x) => {
    let y = base;
    for (const { turns, shift, size } of waves) y -= size * Math.sin((x / span) * Math.PI * 2 * turns + shift);
    return y;
  };
}

/** Mountains with points: a ridge of straight flanks. */
export function peaks(chance: Random, span: number, base: number, height: number, count: number): readonly Point[] {
  const points: Point[] = [];
  const step = span / count;
  for (let index = 0; index < count; index++) {
    points.push([index * step, base - between(chance, 0.05, 0.3) * height]);
    points.push([(index + between(chance, 0.35, 0.65)) * step, base - between(chance, 0.65, 1) * height]);
  }
  return [...points, [span, (points[0] ?? [0, base])[1]]];
}

/** Fills everything below a ridge. */
export function fillBelow({ pen, span }: StripPen, fill: Fill, hills: Ridge, bottom: number): void {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.moveTo(-1, bottom);
  for (let x = -1; x <= span + 4; x += 4) pen.lineTo(x, hills(x));
  pen.lineTo(span + 4, bottom);
  pen.closePath();
  pen.fill();
}
