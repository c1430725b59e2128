/** How a thing is called, by language: `zh`, `en`. */
export type NamesByLanguage = Readonly<Record<string, string>>;

/** Where something is, seen from something else. */
export const SIDES = ['left', 'right', 'on', 'under', 'behind', 'front', 'inside', 'above'] as const;

/** One of {@link SIDES}. */
export type SceneSide = (typeof SIDES)[number];

/** Somebody or something in a scene. Words are the engine's own; see {@link isSceneWord}. */
export interface SceneSubject {
  /** A word for what it is. */
  readonly subject: string;
  /** What people call it; from a server only. */
  readonly names?: NamesByLanguage;
  /** 1 to 99; absent: one. */
  readonly count?: number;
  /** Absent: its usual colour. */
  readonly colour?: string;
  /** Absent: its usual size. */
  readonly size?: string;
  /** What it does. */
  readonly action?: string;
  /** Where it is, seen from the subject `of`; both or neither. */
  readonly side?: SceneSide;
  /** The index of another subject. */
  readonly of?: number;
}

/** One picture of a clip in words. What is absent is the engine's choice. */
export interface SceneShot {
  /** The first is what the picture is about; 8 at most. */
  readonly subjects?: readonly SceneSubject[];
  /** A word for where it is. */
  readonly place?: string;
  /** What falls, blows or hides the sky. */
  readonly weather?: string;
  /** The time of day. */
  readonly time?: string;
  /** How the camera moves. */
  readonly camera?: string;
  /** How it is drawn. */
  readonly style?: string;
  /** Everything moves slowly. */
  readonly slow?: true;
  /** What who is there holds or wears; 8 at most. */
  readonly props?: readonly string[];
  /** How it follows the shot before it; absent: by a cut. */
  readonly enter?: 'cut' | 'fade';
}

/** What is to be seen, as data. */
export interface SceneData extends SceneShot {
  /** What the prompt names and the engine does not know, as it is written; from a server only. */
  readonly unknown?: readonly string[];
  /** Two to four shots of one clip; they stand in place of the scene's own subjects, place … */
  readonly shots?: readonly SceneShot[];
}

/** The kinds of words that an engine tells. */
export const SCENE_WORD_KINDS = ['subject', 'action', 'place', 'weather', 'time', 'camera', 'style', 'colour'] as const;

/** One of {@link SCENE_WORD_KINDS}. */
export type SceneWordKind = (typeof SCENE_WORD_KINDS)[number];

/** The words of an engine by their kind, each with what people call it. */
export type SceneWords = Readonly<Partial<Record<SceneWordKind, Readonly<Record<string, NamesByLanguage>>>>>;

/** How much a scene may hold. */
export const SCENE_LIMITS = {
  subjects: 8,
  props: 8,
  count: 99,
  shots: { least: 2, most: 4 },
  unknown: 8,
  unknownLength: 100,
};

/** Whether a text may be a word of a scene. */
export function isSceneWord(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(text);
}
