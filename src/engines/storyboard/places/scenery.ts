import type { MotionName, TimeName, WeatherName } from '../scene.ts';
import type { Layer, Pen } from '../stage/index.ts';

/** What the floor does with the picture above it: rain makes `paved` floors shine, `water` always does. */
export type Surface = 'plain' | 'paved' | 'water' | 'none';

/** Everything of a scene but its cast and weather. */
export interface Scenery {
  /** Where the hero's feet stand, in units from the top. */
  readonly floor: number;
  readonly behind: readonly Layer[];
  readonly inFront: readonly Layer[];
  readonly surface: Surface;
  /** Who breathes needs a helmet here. */
  readonly isAirless: boolean;
  /** Lays the coloured light of the place on the cast; only what is painted already takes it. */
  tintCast(pen: Pen): void;
}

/** Something that stands or moves in a place: what it is, how it looks, and when it is there. */
export type LayerData = readonly [kind: string, look?: object, when?: LayerCondition];

/** When a layer is there. */
export interface LayerCondition {
  readonly time?: TimeName;
  readonly weather?: WeatherName;
  /** Whether somebody is there who does not stand on ground. */
  readonly afloat?: boolean;
}

/** A place as its file has it. */
export interface PlaceData {
  /** Where the hero's feet stand, as a share of the picture's height. */
  readonly floor: number;
  /** Where water or land meet the sky, as a share of the picture's height. */
  readonly horizon?: number;
  /** Absent: `plain`; `bank`: water where somebody is there who floats. */
  readonly surface?: Surface | 'bank';
  /** The time it is shown at unless another is named. */
  readonly usualTime?: TimeName;
  readonly usualWeather?: WeatherName;
  /** `outside`: it rains behind the windows; `none`: there is no weather. Absent: it rains on the cast. */
  readonly weather?: 'outside' | 'none';
  /** What one does here instead of walking. */
  readonly withoutFloor?: MotionName;
  readonly isAirless?: boolean;
  /** What the place does to the light of its time and weather. */
  readonly light?: PlaceLight;
  /** Coloured light on the cast, from left to right. */
  readonly castLight?: readonly string[];
  /** From the back to the front. */
  readonly behind: readonly LayerData[];
  readonly inFront?: readonly LayerData[];
}

/** What a place does to the light of its time and weather. */
export interface PlaceLight {
  /** The sky unless it is night. */
  readonly sky?: readonly [string, string, string];
  /** Colours that the horizon and the haze take on, each by a share. */
  readonly glow?: readonly [colour: string, share: number];
  readonly haze?: readonly [colour: string, share: number];
  readonly areLampsLit?: boolean;
  /** How much shade lies on everything, whatever the time. */
  readonly shade?: number;
}
