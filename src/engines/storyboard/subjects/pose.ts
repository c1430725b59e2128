import type { MotionName } from '../scene.ts';
import type { Tones } from '../stage/colour.ts';
import type { Pen, Point } from '../stage/pen.ts';

/** How a figure is at one moment. */
export interface Pose {
  /** Seconds from the start of the clip. */
  readonly time: number;
  /** Where it is in its step, in radians. */
  readonly gait: number;
  readonly motion: MotionName;
  readonly tones: Tones;
  /** 0 open, 1 shut. */
  readonly lids: number;
  /** Lamps and windows of a figure are lit. */
  readonly isLit: boolean;
}

/**
 * Paints a figure: about 120 units tall, its feet at the origin, looking to the right.
 * What has no feet is painted around the point 60 units above the origin.
 */
export type Painter = (pen: Pen, pose: Pose) => void;

/** A figure that can be drawn. */
export interface Figure {
  /** Its usual colour. */
  readonly colour: string;
  readonly paint: Painter;
  /** Units from its middle to either side. */
  readonly reach: number;
  /** The middle of the neck, where a scarf goes; absent on what wears nothing. */
  neck?(motion: MotionName): Point;
  /** Shown at this size beside others; 1 absent. */
  readonly size?: number;
  /** It has wings or an engine of its own, or needs none. */
  readonly fliesByItself?: true;
}
