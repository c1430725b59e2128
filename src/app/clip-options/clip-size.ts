import { CLIP_SIDE, type NumberRange } from './clip-limits.ts';

/** Width and height in pixels. */
export interface ClipSize {
  readonly width: number;
  readonly height: number;
}

/** About as many pixels as 640 by 360, whatever the ratio. */
const USUAL_AREA = 640 * 360;

/** Two ratios no further apart look the same: sizes are multiples of 8 or 16, and seldom have theirs exactly. */
const SAME_RATIO = 0.03;

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

/** Whether two sizes have the same shape. */
export function haveSameShape(one: ClipSize, other: ClipSize): boolean {
  return shapeDistance(one, other) <= SAME_RATIO;
}

/** A multiple of the ratio where that comes near to the usual size, so that it is kept exactly. */
export function sizeOfRatio({ width, height }: ClipSize): ClipSize {
  const factor = even(Math.sqrt(USUAL_AREA / (width * height)));
  if (factor > 0) return { width: width * factor, height: height * factor };
  const ratio = width / height;
  return { width: even(Math.sqrt(USUAL_AREA * ratio)), height: even(Math.sqrt(USUAL_AREA / ratio)) };
}

/** The nearest size that there is: of some, the one whose shape is most alike, and of those the nearest in area. */
export function nearestSize(size: ClipSize, sizes: readonly string[] | undefined): ClipSize {
  const offered = (sizes ?? []).flatMap((name) => parseSize(name) ?? []);
  const [first] = offered.toSorted(
    (one, other) =>
      seenDistance(one, size) - seenDistance(other, size) || areaDistance(one, size) - areaDistance(other, size),
  );
  return first ?? fitted(size);
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
export function clamp(value: number, { least, most }: NumberRange): number {
  return Math.min(most, Math.max(least, value));
}

function shapeDistance(one: ClipSize, other: ClipSize): number {
  return Math.abs(Math.log((one.width * other.height) / (one.height * other.width)));
}

/** As far as anybody sees it. */
function seenDistance(one: ClipSize, other: ClipSize): number {
  return haveSameShape(one, other) ? 0 : shapeDistance(one, other);
}

function areaDistance(one: ClipSize, other: ClipSize): number {
  return Math.abs(Math.log((one.width * one.height) / (other.width * other.height)));
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
