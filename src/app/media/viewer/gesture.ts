import type { Point } from './zoom.ts';

/** A finger or a mouse button that is down. */
export interface Touch extends Point {
  /** Where it went down. */
  readonly from: Point;
}

/** What two fingers do: how much further apart they are, around which point, and how far that has moved. */
export interface Pinch {
  readonly factor: number;
  readonly middle: Point;
  readonly by: Point;
}

/** The way from one place of two fingers to the next. */
export function pinch(before: readonly [Point, Point], after: readonly [Point, Point]): Pinch {
  const [start, end] = [middleOf(before), middleOf(after)];
  const factor = distance(...after) / Math.max(distance(...before), 1);
  return { factor, middle: end, by: { x: end.x - start.x, y: end.y - start.y } };
}

/** How far a finger may wander and still taps, in pixels. */
const TAP = 8;
/** How far it has to go for the next picture, in pixels. */
const SWIPE = 60;

/** Whether a touch that ends has gone nowhere. */
export function isTap(touch: Touch): boolean {
  return distance(touch, touch.from) < TAP;
}

/** The direction of a touch that ends: 1 for the next, -1 for the one before, 0 for none. */
export function swipe({ x, y, from }: Touch): -1 | 0 | 1 {
  const [across, down] = [x - from.x, y - from.y];
  if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(down)) return 0;
  return across < 0 ? 1 : -1;
}

function middleOf([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
