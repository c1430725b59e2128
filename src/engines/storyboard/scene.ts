import type { COLOURS } from './read/colours.ts';
import type { CAMERAS, MOTIONS, PROPS, TIMES, WEATHERS } from './read/conditions.ts';
import type { PLACES } from './read/places.ts';
import type { SUBJECTS } from './read/subjects.ts';

export type SubjectName = keyof typeof SUBJECTS;
export type ColourName = keyof typeof COLOURS;
export type PlaceName = keyof typeof PLACES;
export type WeatherName = keyof typeof WEATHERS;
export type TimeName = keyof typeof TIMES;
export type MotionName = keyof typeof MOTIONS;
export type CameraName = keyof typeof CAMERAS;
export type PropName = keyof typeof PROPS;

/** The language that a prompt is answered in. */
export type Language = 'zh' | 'en';

/** Somebody or something in the picture. */
export interface CastMember {
  readonly subject: SubjectName;
  /** Absent: its usual colour. */
  readonly colour?: ColourName;
}

/** The parts of a scene that a prompt may leave open. */
export type ScenePart = 'subject' | 'place' | 'weather' | 'time' | 'motion';

/** A main colour of the reference images. */
export interface PaletteColour {
  /** `#rrggbb`. */
  readonly hex: string;
  /** The named colour that it is most like. */
  readonly name: ColourName;
  /** How light it looks, 0 to 1. */
  readonly lightness: number;
}

/** The main colours of the reference images, the most important first; three at most. */
export type Palette = readonly [PaletteColour, ...PaletteColour[]];

/** What a prompt says, and what was chosen where it says nothing. */
export interface Scene {
  readonly prompt: string;
  readonly language: Language;
  readonly seed: number;
  /** One to three; the first is the one that the picture is about. */
  readonly cast: readonly [CastMember, ...CastMember[]];
  readonly place: PlaceName;
  readonly weather: WeatherName;
  readonly time: TimeName;
  readonly motion: MotionName;
  readonly camera: CameraName;
  readonly props: readonly PropName[];
  /** Absent: no reference images. */
  readonly palette?: Palette;
  /** The parts that the prompt named; the others were chosen. */
  readonly named: ReadonlySet<ScenePart>;
}
