import type { CAMERAS, COLOURS, MOTIONS, PLACES, PROPS, STYLES, TIMES, WEATHERS } from './read/vocabulary.ts';

export type ColourName = keyof typeof COLOURS;
export type PlaceName = keyof typeof PLACES;
export type WeatherName = keyof typeof WEATHERS;
export type TimeName = keyof typeof TIMES;
export type MotionName = keyof typeof MOTIONS;
export type CameraName = keyof typeof CAMERAS;
export type StyleName = keyof typeof STYLES;
export type PropName = keyof typeof PROPS;

/** The language that a prompt is answered in. */
export type Language = 'zh' | 'en';

/** Where something stands, seen from what it is near to. */
export type Side = 'left' | 'right' | 'on' | 'under' | 'behind' | 'front' | 'inside' | 'above';

/** Somebody or something in the picture. */
export interface CastMember {
  /** The name of a figure or a drawing: `cat`, `horse`, `wine-glass`. */
  readonly subject: string;
  /** How many of them; absent: one. */
  readonly count?: number;
  /** Absent: its usual colour. */
  readonly colour?: ColourName;
  /** Absent: its usual size. */
  readonly size?: 'small' | 'large';
  /** Where it is, seen from another member of the cast. */
  readonly stands?: { readonly side: Side; readonly of: number };
  /** Absent: what the scene's motion has it do. */
  readonly motion?: MotionName;
}

/** The parts of a scene that a prompt may leave open. */
export type ScenePart = 'subject' | 'place' | 'weather' | 'time' | 'motion' | 'camera' | 'style';

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
  /** The first is the one that the picture is about; empty where only a place is shown. Four at most. */
  readonly cast: readonly CastMember[];
  readonly place: PlaceName;
  readonly weather: WeatherName;
  readonly time: TimeName;
  readonly motion: MotionName;
  readonly camera: CameraName;
  /** Everything moves at a fraction of its speed. */
  readonly isSlow?: boolean;
  readonly style: StyleName;
  readonly props: readonly PropName[];
  /** Absent: no reference images. */
  readonly palette?: Palette;
  /** The parts that the prompt named; the others were chosen. */
  readonly named: ReadonlySet<ScenePart>;
  /** Things that the prompt names and that nobody here can draw, as it writes them. */
  readonly unknown: readonly string[];
}
