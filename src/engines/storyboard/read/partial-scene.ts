import type {
  CameraName,
  CastMember,
  MotionName,
  PlaceName,
  PropName,
  StyleName,
  TimeName,
  WeatherName,
} from '../scene.ts';

/** What is asked for; of a part that is undefined nothing is said. */
export interface PartialScene {
  readonly cast: readonly CastMember[];
  readonly place: PlaceName | undefined;
  readonly weather: WeatherName | undefined;
  readonly time: TimeName | undefined;
  readonly motion: MotionName | undefined;
  readonly camera: CameraName | undefined;
  readonly style: StyleName | undefined;
  readonly isSlow: boolean;
  readonly props: readonly PropName[];
  /** Things that are named and that nobody here can draw, as they are written. */
  readonly unknown: readonly string[];
  /** One of them is where it is to be, so no other place is chosen. */
  readonly isPlaceUnknown?: boolean;
}
