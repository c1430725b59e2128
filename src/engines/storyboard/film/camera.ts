import type { CameraName } from '../scene.ts';
import type { Pen, Stage } from '../stage/index.ts';

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

type Move = (share: number, time: number) => Partial<Aim>;

/** Each move zooms in by as much as it shifts or rolls, so that no edge of the picture shows. */
const MOVES: Readonly<Record<CameraName, Move>> = {
  drift: (share) => ({ zoom: 1 + 0.055 * share }),
  static: () => ({}),
  pushIn: (share) => ({ zoom: 1 + 0.5 * share }),
  pullOut: (share) => ({ zoom: 1.5 - 0.5 * share }),
  closeUp: (share) => ({ zoom: 1.12 + 0.06 * share }),
  wide: (share) => ({ zoom: 1.02 + 0.02 * share }),
  panLeft: () => ({ zoom: 1.04, drift: -70 }),
  panRight: () => ({ zoom: 1.04, drift: 70 }),
  tiltUp: (share) => ({ zoom: 1.34, y: -0.13 + 0.26 * share }),
  tiltDown: (share) => ({ zoom: 1.34, y: 0.13 - 0.26 * share }),
  // A flat world can't be gone round: it passes behind who stands still, and swings like a picture seen from the side.
  orbit: (share) => ({
    zoom: 1.16 + 0.06 * Math.sin(share * Math.PI),
    x: 0.05 * Math.sin(share * Math.PI * 2),
    drift: 120,
  }),
  aerial: (share, time) => ({
    zoom: 1.3 - 0.22 * share,
    y: 0.1 - 0.12 * share,
    roll: 0.03 * Math.sin(time * 0.9),
    drift: 55,
  }),
  follow: (_, time) => ({ zoom: 1.14, x: 0.012 * Math.sin(time * 2.2), y: 0.008 * Math.sin(time * 3.1) }),
  shake: (_, time) => ({
    zoom: 1.12,
    x: 0.014 * Math.sin(time * 23) + 0.01 * Math.sin(time * 37),
    y: 0.018 * Math.sin(time * 29),
    roll: 0.012 * Math.sin(time * 19),
  }),
};

/**
 * Where the camera is.
 * @param share How much of the clip has passed, 0 to 1.
 * @param time Seconds.
 */
export function aimOf(camera: CameraName, share: number, time: number): Aim {
  const eased = share * share * (3 - 2 * share);
  return { zoom: 1, x: 0, y: 0, roll: 0, drift: 0, ...MOVES[camera](eased, time) };
}

/** Turns the pen so that the camera's part of the stage fills the frame. */
export function turnTo(pen: Pen, { zoom, x, y, roll }: Aim, { width, height }: Stage, floor: number): void {
  const [middle, level] = [width * 0.48, floor - 40];
  pen.translate(middle + x * width, level + y * height);
  pen.rotate(roll);
  pen.scale(zoom, zoom);
  pen.translate(-middle, -level);
}
