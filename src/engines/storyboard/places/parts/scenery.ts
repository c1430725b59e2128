import type { MotionName, TimeName, WeatherName } from '../../scene.ts';
import type { Layer, Light, Pen, Stage } from '../../stage/index.ts';

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

/** A place as one writes it down. */
export interface Landscape extends PlaceTraits, Partial<Pick<Scenery, 'isAirless'>> {
  /** Where the hero's feet stand, as a share of the picture's height. */
  readonly floor: number;
  /** Absent: `plain`. */
  readonly surface?: Scenery['surface'] | ((stage: Stage) => Scenery['surface']);
  /** @param floor In units from the top. */
  readonly behind: (stage: Stage, floor: number) => readonly Layer[];
  readonly inFront?: (stage: Stage, floor: number) => readonly Layer[];
  readonly tintCast?: (pen: Pen, stage: Stage) => void;
}

/** Makes a place of what stands behind and in front of its floor. */
export function landscape({ floor: share, behind, inFront, tintCast, ...look }: Landscape): Place {
  const { surface = 'plain', isAirless, ...traits } = look;
  return {
    ...traits,
    build: (stage) => {
      const floor = stage.height * share;
      return {
        floor,
        surface: typeof surface === 'function' ? surface(stage) : surface,
        ...(isAirless && { isAirless }),
        ...(tintCast && { tintCast: (pen: Pen) => tintCast(pen, stage) }),
        behind: behind(stage, floor),
        inFront: inFront?.(stage, floor) ?? [],
      };
    },
  };
}
