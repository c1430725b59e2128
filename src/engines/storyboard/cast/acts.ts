import type { MotionName } from '../scene.ts';
import type { Gestures } from '../stage/index.ts';
import type { BasicMotion } from '../subjects/index.ts';
import WRITTEN from './acts.json' with { type: 'json' };

/** How a motion is played. */
export interface Act {
  /** What the body does. */
  readonly basic: BasicMotion;
  /** Units a second by which the world passes. */
  readonly pace: number;
  /** Radians a second of a step. */
  readonly gait: number;
  /** What the whole figure does besides, by time. */
  readonly moves?: Gestures;
}

/** How each motion is played. */
export const ACTS = WRITTEN as unknown as Readonly<Record<MotionName, Act>>;
