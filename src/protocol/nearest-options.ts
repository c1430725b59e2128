import type { EngineProfile } from './engines.ts';

/** Two shapes no further apart look the same: sizes are multiples of 8 or 16, and seldom have a ratio exactly. */
const SAME_SHAPE = 0.03;

/**
 * The length of a clip that comes nearest to the wanted one, as a gateway and whoever asks it choose it; the wanted one
 * where an engine does not say what it makes. All in seconds.
 */
export function nearestSeconds(wanted: number, offered: EngineProfile['seconds']): number {
  if (offered === undefined) return wanted;
  if ('min' in offered) return Math.min(offered.max, Math.max(offered.min, wanted));
  return nearest(offered, (seconds) => [Math.abs(seconds - wanted)]) ?? wanted;
}

/**
 * The size that comes nearest to the wanted one, as a gateway and whoever asks it choose it: of those whose shape is most
 * alike, the nearest in area, so that portrait does not become landscape. Sizes are `1280x720`.
 * @returns the wanted one where none is offered, or it is no size
 */
export function nearestSize(wanted: string, offered: readonly string[]): string {
  if (offered.includes(wanted) || Number.isNaN(measuresOf(wanted).area)) return wanted;
  const distance = (size: string): readonly number[] => [seenDistance(size, wanted), areaDistance(size, wanted)];
  return nearest(offered, distance) ?? wanted;
}

/** Whether two sizes, `1280x720`, look alike but for their number of pixels. */
export function haveSameShape(one: string, other: string): boolean {
  return shapeDistance(one, other) <= SAME_SHAPE;
}

/** As far as anybody sees it. */
function seenDistance(one: string, other: string): number {
  return haveSameShape(one, other) ? 0 : shapeDistance(one, other);
}

function shapeDistance(one: string, other: string): number {
  return Math.abs(measuresOf(one).ratio - measuresOf(other).ratio);
}

function areaDistance(one: string, other: string): number {
  return Math.abs(measuresOf(one).area - measuresOf(other).area);
}

/** Ratio and area by their logarithms, so that half is as far as double. */
function measuresOf(size: string): { readonly ratio: number; readonly area: number } {
  const [width = NaN, height = NaN] = size.split('x').map(Number);
  return { ratio: Math.log(width / height), area: Math.log(width * height) };
}

/** The first of those with the least distance: its first number decides, then the second. */
function nearest<Value>(values: readonly Value[], distance: (value: Value) => readonly number[]): Value | undefined {
  const compare = (one: Value, other: Value): number => {
    const others = distance(other);
    return distance(one).reduce((difference, each, at) => difference || each - (others[at] ?? 0), 0);
  };
  return values.toSorted(compare)[0];
}
