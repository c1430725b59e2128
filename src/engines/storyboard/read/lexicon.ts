import { allDrawings } from '../library/library.ts';
import type {
  CameraName,
  ColourName,
  MotionName,
  PlaceName,
  PropName,
  Side,
  StyleName,
  TimeName,
  WeatherName,
} from '../scene.ts';
import { COLOURS, SIZES } from './colours.ts';
import { CAMERAS, PROPS, SLOW_MOTION, STYLES, TIMES, WEATHERS } from './conditions.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import { MOTIONS } from './motions.ts';
import { PLACES } from './places.ts';
import { AFTER, BEFORE } from './relations.ts';
import { OTHER_WORDS, subjectWords } from './subject-words.ts';
import { formsOf } from './words.ts';

/** What a word means. */
export type Meaning =
  | { readonly kind: 'subject'; readonly name: string }
  | { readonly kind: 'colour'; readonly name: ColourName }
  | { readonly kind: 'size'; readonly name: 'small' | 'large' }
  | { readonly kind: 'count'; readonly name: number }
  | { readonly kind: 'place'; readonly name: PlaceName }
  | { readonly kind: 'weather'; readonly name: WeatherName }
  | { readonly kind: 'time'; readonly name: TimeName }
  | { readonly kind: 'motion'; readonly name: MotionName }
  | { readonly kind: 'camera'; readonly name: CameraName }
  | { readonly kind: 'style'; readonly name: StyleName }
  | { readonly kind: 'prop'; readonly name: PropName }
  | { readonly kind: 'slow'; readonly name: 'slow' }
  /** `before` is said before what something stands at, `after` behind it. */
  | { readonly kind: 'before'; readonly name: Side }
  | { readonly kind: 'after'; readonly name: Side };

/** The words that are known, and apart from them those that an English verb form may be of. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Meaning[]>;
  readonly verbs: ReadonlyMap<string, readonly Meaning[]>;
}

const MANY = 4;
const COUNTS: Readonly<Record<string, number>> = {
  一双: 1,
  一对: 2,
  一群: MANY,
  几: 3,
  许多: MANY,
  很多: MANY,
  成群: MANY,
  无数: MANY,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a pair of': 2,
  'a couple of': 2,
  'a couple': 2,
  couple: 2,
  夫妻: 2,
  情侣: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 3,
  many: MANY,
  some: 3,
  'a group of': MANY,
  'a herd of': MANY,
  'a flock of': MANY,
  'flock of': MANY,
  'a pod of': MANY,
  'a troop of': MANY,
  'group of': MANY,
  twin: 2,
};

/** Words that mean more than their parts. */
const COMPOUNDS: readonly (readonly [words: string, meanings: readonly Meaning[]])[] = [
  ['雪山', [meaning('place', 'mountain'), meaning('weather', 'snow')]],
  ['金鱼,goldfish', [meaning('colour', 'orange'), meaning('subject', 'tropical-fish')]],
  ['蓝鲸,blue whale', [meaning('colour', 'blue'), meaning('subject', 'spouting-whale')]],
  ['黑猫', [meaning('colour', 'black'), meaning('subject', 'cat')]],
  ['白兔', [meaning('colour', 'white'), meaning('subject', 'rabbit')]],
  ['夜市,night market', [meaning('place', 'market'), meaning('time', 'night')]],
  ['月光,moonlight', [meaning('time', 'night'), meaning('weather', 'clear')]],
  ['夜空,night sky', [meaning('place', 'sky'), meaning('time', 'night')]],
  ['蓝天,blue sky', [meaning('place', 'sky'), meaning('weather', 'clear')]],
  ['满月,full moon', [meaning('time', 'night'), meaning('weather', 'clear')]],
  ['雪覆盖,snow covered', [meaning('weather', 'snow')]],
  ['夫妻,情侣,couple,a couple', [meaning('count', 2), meaning('subject', 'person')]],
  ['family', [meaning('count', 3), meaning('subject', 'person')]],
  ['picnic,野餐', [meaning('place', 'meadow'), meaning('motion', 'eat')]],
  ['打伞,撑伞', [meaning('prop', 'umbrella')]],
  ['海鸥,seagull,gull', [meaning('colour', 'white'), meaning('subject', 'bird')]],
  [
    'sitting on,sit on,sits on,seated on,standing on,stand on,stands on,perched on,lying on',
    [meaning('motion', 'stay'), meaning('before', 'on')],
  ],
  ['flying over,hovering over', [meaning('motion', 'fly'), meaning('before', 'above')]],
  ['building a,build a', [meaning('motion', 'dig')]],
  ['堆雪人', [meaning('subject', 'snowman'), meaning('motion', 'dig')]],
  ['种树', [meaning('motion', 'dig'), meaning('subject', 'deciduous-tree')]],
  ['看书', [meaning('motion', 'read'), meaning('subject', 'open-book')]],
  ['下棋', [meaning('motion', 'play'), meaning('subject', 'chess-pawn')]],
  ['骑马', [meaning('motion', 'ride'), meaning('subject', 'horse')]],
  ['弹吉他,play guitar', [meaning('motion', 'play'), meaning('subject', 'guitar')]],
  ['弹钢琴,play piano', [meaning('motion', 'play'), meaning('subject', 'piano')]],
  [
    '打高尔夫,play golf,playing golf,plays golf',
    [meaning('subject', 'person-golfing'), meaning('motion', 'play'), meaning('place', 'meadow')],
  ],
  ['冲浪,surfing', [meaning('subject', 'person-surfing'), meaning('motion', 'float'), meaning('place', 'sea')]],
  ['滑雪,skiing', [meaning('subject', 'skier'), meaning('motion', 'run'), meaning('place', 'snowfield')]],
  ['举重,lifting weights', [meaning('subject', 'person-lifting-weights'), meaning('motion', 'exercise')]],
  [
    '骑自行车,riding a bicycle,riding a bike,rides a bike',
    [meaning('subject', 'person-biking'), meaning('motion', 'drive')],
  ],
  ['划船,rowing a boat', [meaning('subject', 'person-rowing-boat'), meaning('motion', 'float')]],
  ['瑜伽,做瑜伽,yoga,doing yoga', [meaning('subject', 'person-in-lotus-position'), meaning('motion', 'exercise')]],
  ['洗澡,taking a bath', [meaning('subject', 'person-taking-bath'), meaning('motion', 'clean')]],
  ['敲鼓,打鼓', [meaning('motion', 'play'), meaning('subject', 'drum')]],
  ['放风筝', [meaning('motion', 'play'), meaning('subject', 'kite')]],
  ['擦窗户', [meaning('motion', 'clean'), meaning('subject', 'window')]],
  ['喝咖啡', [meaning('motion', 'drink'), meaning('subject', 'hot-beverage')]],
  ['喝茶', [meaning('motion', 'drink'), meaning('subject', 'teacup-without-handle')]],
  ['爬树', [meaning('motion', 'climb'), meaning('subject', 'deciduous-tree')]],
  ['踢足球', [meaning('motion', 'play'), meaning('subject', 'soccer-ball')]],
  ['打篮球', [meaning('motion', 'play'), meaning('subject', 'basketball')]],
  ['开车', [meaning('motion', 'drive'), meaning('subject', 'automobile')]],
  ['火车穿过', [meaning('subject', 'locomotive'), meaning('motion', 'drive')]],
];

function meaning<Kind extends Meaning['kind']>(kind: Kind, name: Extract<Meaning, { kind: Kind }>['name']): Meaning {
  return { kind, name } as Meaning;
}

let lexicon: Lexicon | undefined;

/** The lexicon; made at the first call. */
export function loadLexicon(): Lexicon {
  lexicon ??= build();
  return lexicon;
}

function build(): Lexicon {
  const words = new Map<string, readonly Meaning[]>();
  const verbs = new Map<string, readonly Meaning[]>();
  const add = (kind: Meaning['kind'], entries: Readonly<Record<string, LexiconEntry>>, to = words) => {
    for (const [name, entry] of Object.entries(entries)) {
      for (const word of entry.words) to.set(word, [{ kind, name } as Meaning]);
    }
  };
  add('motion', MOTIONS, verbs);
  for (const [name, { zh, en }] of allDrawings()) {
    // A single character means too much, and a label such as “cooking” is a verb to most people.
    if (zh.length > 1) words.set(zh, [meaning('subject', name)]);
    if (!formsOf(en).some((form) => verbs.has(form))) words.set(en, [meaning('subject', name)]);
  }
  add('motion', MOTIONS);
  add('colour', COLOURS);
  add('weather', WEATHERS);
  add('time', TIMES);
  add('camera', CAMERAS);
  add('style', STYLES);
  add('place', PLACES);
  for (const [name, { zh, en }] of subjectWords()) {
    for (const word of [...zh, ...en]) words.set(word, [meaning('subject', name)]);
  }
  add('prop', PROPS);
  addSmallWords(words);
  for (const word of OTHER_WORDS.split(' ')) words.set(word, []);
  for (const [list, meanings] of COMPOUNDS) for (const word of list.split(',')) words.set(word, meanings);
  words.delete('');
  return { words, verbs };
}

function addSmallWords(words: Map<string, readonly Meaning[]>): void {
  for (const size of ['small', 'large'] as const) {
    for (const word of SIZES[size].words) words.set(word, [meaning('size', size)]);
  }
  for (const [word, count] of Object.entries(COUNTS)) words.set(word, [meaning('count', count)]);
  for (const word of SLOW_MOTION.words) words.set(word, [meaning('slow', 'slow')]);
  for (const side of Object.keys(AFTER) as Side[]) {
    for (const word of AFTER[side].split(' ')) words.set(word, [meaning('after', side)]);
    for (const word of BEFORE[side].split(', ')) words.set(word, [meaning('before', side)]);
  }
}
