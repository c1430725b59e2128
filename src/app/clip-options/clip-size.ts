import { nearestSize } from '../../services/index.ts';
import { CLIP_SIDE, type NumberRange } from './clip-limits.ts';

/** Width and height in pixels. */
export interface ClipSize {
  readonly width: number;
  readonly height: number;
}

/** About as many pixels as 640 by 360, whatever the ratio. */
const USUAL_AREA = 640 * 360;

/** Reads `1280x720`; undefined where it is no size. */
export function parseSize(text: string): ClipSize | undefined {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** As the protocol writes it: `1280x720`. */
export function sizeName({ width, height }: ClipSize): string {
  return `${width}x${height}`;
}

/** A multiple of the ratio where that comes near to the usual size, so that it is kept exactly. */
export function sizeOfRatio({ width, height }: ClipSize): ClipSize {
  const factor = even(Math.sqrt(USUAL_AREA / (width * height)));
  if (factor > 0) return { width: width * factor, height: height * factor };
  const ratio = width / height;
  return { width: even(Math.sqrt(USUAL_AREA * ratio)), height: even(Math.sqrt(USUAL_AREA / ratio)) };
}

/** The nearest size that there is, as the protocol writes it: one of `sizes`, or where any will do, one within {@link CLIP_SIDE}. */
export function possibleSize(size: ClipSize, sizes: readonly string[] | undefined): string {
  return sizes === undefined || sizes.length === 0 ? sizeName(fitted(size)) : nearestSize(sizeName(size), sizes);
}

/** One factor for both sides keeps the shape; a shape too long for that is cut at the end. */
function fitted({ width, height }: ClipSize): ClipSize {
  const { least, most } = CLIP_SIDE;
  const larger = Math.max(width, height);
  const smaller = Math.min(width, height);
  const factor = larger > most ? most / larger : smaller < least ? least / smaller : 1;
  return { width: even(clamp(width * factor, CLIP_SIDE)), height: even(clamp(height * factor, CLIP_SIDE)) };
}

/** The nearest number in a range. */
function clamp(value: number, { least, most }: NumberRange): number {
  return Math.min(most, Math.max(least, value));
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
