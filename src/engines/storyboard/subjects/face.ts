import { arc, line, oval, type Pen } from '../stage/index.ts';

const INK = '#2b2233';

/** A pair of eyes around the origin. */
export interface EyesLook {
  /** From the middle to each eye. */
  readonly apart: number;
  readonly size: number;
  /** Absent: plain dark eyes. */
  readonly iris?: string;
}

/** Two eyes; `lids` from 0, open, to 1, shut. */
export function eyes(pen: Pen, { apart, size, iris }: EyesLook, lids: number): void {
  for (const x of [-apart, apart]) {
    if (lids > 0.6) {
      arc(pen, INK, size * 0.28, x, -size * 0.25, size * 0.75, 0.25, Math.PI - 0.25);
      continue;
    }
    const open = 1 - lids * 0.8;
    oval(pen, iris ?? INK, x, 0, size * 0.86, size * open);
    if (iris) oval(pen, '#1c1522', x, 0, size * 0.5, size * 0.84 * open);
    oval(pen, '#ffffff', x + size * 0.26, -size * 0.36 * open, size * 0.3, size * 0.3 * open);
    oval(pen, 'rgba(255, 255, 255, 0.75)', x - size * 0.28, size * 0.36 * open, size * 0.14, size * 0.14 * open);
  }
}

/** Rosy cheeks. */
export function blush(pen: Pen, apart: number, y: number, size: number): void {
  for (const x of [-apart, apart]) oval(pen, 'rgba(255, 110, 120, 0.38)', x, y, size, size * 0.62);
}

/** The mouth of a cat or a rabbit, below its nose. */
export function curledMouth(pen: Pen, y: number, size: number): void {
  arc(pen, INK, 1.5, -size, y, size, 0.1, Math.PI * 0.95);
  arc(pen, INK, 1.5, size, y, size, Math.PI * 0.05, Math.PI - 0.1);
}

/** A smile. */
export function smile(pen: Pen, y: number, size: number): void {
  arc(pen, INK, 1.7, 0, y - size * 0.5, size, 0.35, Math.PI - 0.35);
}

/** Three whiskers on each side. */
export function whiskers(pen: Pen, x: number, y: number, length: number): void {
  for (const side of [-1, 1]) {
    for (const slope of [-0.22, 0.02, 0.26]) {
      const from = [side * x, y + slope * 9] as const;
      line(pen, 'rgba(255, 255, 255, 0.85)', 1, [from, [side * (x + length), y + slope * (length + 12)]]);
    }
  }
}
