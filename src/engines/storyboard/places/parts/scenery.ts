import type { MotionName, TimeName, WeatherName } from '../../scene.ts';
import type { Light } from '../../stage/light.ts';
import type { Pen } from '../../stage/pen.ts';
import type { Layer, Stage } from '../../stage/stage.ts';

/** Everything of a scene but its cast, weather and caption. */
export interface Scenery {
  /** Where the hero's feet stand, in units from the top. */
  readonly floor: number;
  readonly behind: readonly Layer[];
  readonly inFront: readonly Layer[];
  /** What the floor does with the picture above it: rain makes `paved` floors shine, `water` always does. */
  readonly surface: 'plain' | 'paved' | 'water' | 'none';
  /** Who breathes needs a helmet here. */
  readonly isAirless?: boolean;
  /** Lays the coloured light of the place on the cast; only what is painted already takes it. */
  tintCast?(pen: Pen): void;
}

/** What does not change with a scene, of a place. */
export interface PlaceTraits {
  /** The time it is shown at unless another is named. */
  readonly usualTime?: TimeName;
  readonly usualWeather?: WeatherName;
  /** `outside`: it rains behind the windows; `none`: there is no weather. Absent: it rains on the cast. */
  readonly weather?: 'outside' | 'none';
  /** What one does here instead of walking. */
  readonly withoutFloor?: MotionName;
  /** What the place does to the light of its time and weather. */
  light?(light: Light, time: TimeName): Light;
}

/** A place where scenes play. */
export interface Place extends PlaceTraits {
  build(stage: Stage): Scenery;
}
