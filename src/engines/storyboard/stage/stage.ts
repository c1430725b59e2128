import type { ClipFormat } from '../clip-format.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Scene, TimeName } from '../scene.ts';
import { type Light, lightOf } from './light.ts';
import type { Pen } from './pen.ts';
import { tinted } from './tint.ts';

/** The space that a scene is drawn in. Its units do not depend on the clip's pixels. */
export interface Stage {
  /** Units. */
  readonly width: number;
  /** Units; y grows downwards. */
  readonly height: number;
  /** Pixels in one unit. */
  readonly scale: number;
  readonly light: Light;
  readonly scene: Scene;
  /** Chance for one purpose; a new stream at each call. */
  chance(purpose: string): Random;
}

/** A moment of the clip. */
export interface Moment {
  /** Seconds from the start. */
  readonly time: number;
  /** How far the hero has come, in units. */
  readonly travel: number;
  /** How much of the clip has passed, 0 to 1. */
  readonly share: number;
}

/** Draws its part of a moment. */
export type Layer = (pen: Pen, moment: Moment) => void;

// A frame of the usual size is 640 units wide; other shapes have about the same area.
const USUAL_AREA = 640 * 360;
const LEAST_SIDE = 250;

type PlaceLight = (light: Light, time: TimeName) => Light;

/** @param placeLight What the place does to the light of its time and weather. */
export function stageFor(scene: Scene, format: ClipFormat, placeLight?: PlaceLight): Stage {
  const open = lightOf(scene.time, scene.weather);
  const light = placeLight ? placeLight(open, scene.time) : open;
  const byArea = Math.sqrt((format.width * format.height) / USUAL_AREA);
  const scale = Math.min(byArea, Math.min(format.width, format.height) / LEAST_SIDE);
  return {
    width: format.width / scale,
    height: format.height / scale,
    scale,
    light: scene.palette ? tinted(light, scene.palette) : light,
    scene,
    chance: (purpose) => seededRandom(scene.seed, purpose),
  };
}
