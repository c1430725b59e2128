import type { Pen, Point, Tones } from '../stage/index.ts';

/** What the body of a figure can do; everything else is done with one of these. */
export type BasicMotion = 'walk' | 'run' | 'jump' | 'dance' | 'swim' | 'float' | 'fly' | 'sleep' | 'drive' | 'stay';

/** How a figure is at one moment. */
export interface Pose {
  /** Seconds from the start of the clip. */
  readonly time: number;
  /** Where it is in its step, in radians. */
  readonly gait: number;
  readonly motion: BasicMotion;
  readonly tones: Tones;
  /** The colour that the prompt gives it; absent: its own. */
  readonly hex?: string;
  /** Pixels in a unit of the figure. */
  readonly pixels: number;
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
  /** Units from its feet to its top. */
  readonly height: number;
  /** The middle of the neck, where a scarf goes; absent on what wears nothing. */
  neck?(motion: BasicMotion): Point;
  /** It has wings or an engine of its own, or needs none. */
  readonly fliesByItself?: true;
}
