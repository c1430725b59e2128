import VOCABULARY from './vocabulary.json' with { type: 'json' };

/** Something that a prompt can name. */
export interface Entry {
  /** Its name in a Chinese sentence. */
  readonly zh: string;
  /** Its name in an English sentence. */
  readonly en: string;
  /** The words that mean it; English ones in lower case and in their first form. */
  readonly words: readonly string[];
}

type Words<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Of a section of the vocabulary: Chinese words with spaces between them, then English ones with commas; the first is the name. */
function entries<Name extends string>(section: Words<Name>): Readonly<Record<Name, Entry>> {
  const made = Object.entries<readonly string[]>(section).map(([name, [zh = '', en = '']]) => {
    const [chinese, english] = [zh.split(' '), en.split(', ')];
    const words = [...chinese, ...english].filter((word) => word !== '');
    return [name, { zh: chinese[0] ?? zh, en: english[0] ?? en, words }];
  });
  return Object.fromEntries(made) as Readonly<Record<Name, Entry>>;
}

/** Where a scene can play. */
export const PLACES = entries(VOCABULARY.places);
export const WEATHERS = entries(VOCABULARY.weathers);
export const TIMES = entries(VOCABULARY.times);
/** What somebody in a picture can do. */
export const MOTIONS = entries(VOCABULARY.motions);
export const CAMERAS = entries(VOCABULARY.cameras);
export const STYLES = entries(VOCABULARY.styles);
export const PROPS = entries(VOCABULARY.props);
/** Colours that a subject can have. */
export const COLOURS = entries(VOCABULARY.colours);
/** The colours as `#rrggbb`. */
export const HEXES: Readonly<Record<keyof typeof COLOURS, string>> = VOCABULARY.hexes;
/** Words of size, which go with what is named next. */
export const SIZES = entries(VOCABULARY.sizes);
/** Words that slow everything down. */
export const SLOW_MOTION = entries(VOCABULARY.slow).slow;
export const COUNTS = entries(VOCABULARY.counts);
/** Where something stands: Chinese says it after what it stands at, English before. */
export const SIDES: Words<keyof typeof VOCABULARY.sides> = VOCABULARY.sides;
/** Words that mean more than their parts: `雪山` is `place mountain, weather snow`. */
export const COMPOUNDS: Readonly<Record<string, string>> = VOCABULARY.compounds;
/** Characters that make another thing of the one before them: 店, 窝. */
export const HEADS: string = VOCABULARY.heads;
/** Of hundreds of subjects, those that are offered to whoever looks for another one. */
export const OFFERED: readonly string[] = VOCABULARY.offered.split(' ');
/** Words that hold another word in them, or look like one, and do not mean it. */
export const OTHER_WORDS = [
  ...`${VOCABULARY.others} ${VOCABULARY.body}`.split(' '),
  ...VOCABULARY.othersEn.split(', '),
];
/** Words of which parts are known that say nothing of the whole: a red panda is no panda. */
export const STRANGE: ReadonlySet<string> = new Set(VOCABULARY.strange.split(','));
/** What says nothing of the picture, as the request itself and somebody's age. */
const UNSAID = new RegExp(VOCABULARY.unsaid.join('|'), 'giu');
/** What is said otherwise than its words say: rain that has stopped, a camera's move in one character. */
const RESAID = VOCABULARY.resaid.map(([pattern = '', plain = '']) => [new RegExp(pattern, 'giu'), plain] as const);
/** Parts of a body, which are drawn with whose they are. */
export const BODY: ReadonlySet<string> = new Set(VOCABULARY.body.split(' '));
/** What an animal has for what people are drawn doing; nothing where it needs nothing. */
export const EQUIPMENT: Readonly<Record<string, string>> = VOCABULARY.equipment;
/** What somebody does with a thing that is named with them. */
export const IMPLIED = VOCABULARY.implied as Partial<Record<string, string>> as Partial<
  Record<string, keyof typeof MOTIONS>
>;
/** Of words with two senses: what stands beside them in the other one, and what they then are. */
export const SENSES: Readonly<Record<string, readonly string[]>> = VOCABULARY.senses;

/** A prompt in plain words. */
export function plainly(prompt: string): string {
  return RESAID.reduce((text, [pattern, plain]) => text.replace(pattern, plain), prompt).replace(UNSAID, ' ');
}

/** The regular expressions of a data file. */
export function patternsOf<Name extends string>(texts: Readonly<Record<Name, string>>): Readonly<Record<Name, RegExp>> {
  const patterns = Object.entries<string>(texts).map(([name, text]) => [name, new RegExp(text, 'iu')]);
  return Object.fromEntries(patterns) as Readonly<Record<Name, RegExp>>;
}

/** Each kind of word with what it may mean; what comes later wins. */
export const KINDS = {
  motion: MOTIONS,
  colour: COLOURS,
  weather: WEATHERS,
  time: TIMES,
  camera: CAMERAS,
  style: STYLES,
  place: PLACES,
} as const;
