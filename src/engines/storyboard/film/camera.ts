import type { CameraName } from '../scene.ts';
import { type Pen, type Stage, sumsOf, type Waves } from '../stage/index.ts';
import COURSES from './courses.json' with { type: 'json' };

/** Where the camera is at a moment. */
export interface Aim {
  readonly zoom: number;
  /** Units by which the picture is moved down and to the right, as far as there is picture left to show. */
  readonly x: number;
  readonly y: number;
  /** Radians. */
  readonly roll: number;
  /** Units a second by which the world passes, besides the pace of the hero. */
  readonly drift: number;
}

/**
 * Each move as sums of waves of time. It zooms in by as much as it shifts or rolls, so that no edge of the picture shows. A flat
 * world can't be gone round: for `orbit` it passes behind who stands still, and swings like a picture seen from the side.
 */
const MOVES = COURSES as unknown as Readonly<Record<CameraName, Waves<keyof Aim>>>;

/**
 * Where the camera is.
 * @param share How much of the clip has passed, 0 to 1.
 * @param time Seconds.
 */
export function aimOf(camera: CameraName, share: number, time: number): Aim {
  return { zoom: 1, x: 0, y: 0, roll: 0, drift: 0, ...sumsOf(MOVES[camera], time, share) };
}

/** Turns the pen so that the camera's part of the stage fills the frame. */
export function turnTo(pen: Pen, { zoom, x, y, roll }: Aim, { width, height }: Stage, floor: number): void {
  const [middle, level] = [width * 0.48, floor - 40];
  pen.translate(middle + x * width, level + y * height);
  pen.rotate(roll);
  pen.scale(zoom, zoom);
  pen.translate(-middle, -level);
}
