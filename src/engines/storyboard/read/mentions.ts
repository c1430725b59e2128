import type {
  CameraName,
  ColourName,
  MotionName,
  PlaceName,
  PropName,
  SubjectName,
  TimeName,
  WeatherName,
} from '../scene.ts';
import { COLOURS } from './colours.ts';
import { CAMERAS, MOTIONS, OTHER_WORDS, PROPS, TIMES, WEATHERS } from './conditions.ts';
import type { Entry } from './entry.ts';
import { PLACES } from './places.ts';
import { SUBJECTS } from './subjects.ts';

/** What a word means. */
export type Meaning =
  | { readonly kind: 'subject'; readonly name: SubjectName }
  | { readonly kind: 'colour'; readonly name: ColourName }
  | { readonly kind: 'place'; readonly name: PlaceName }
  | { readonly kind: 'weather'; readonly name: WeatherName }
  | { readonly kind: 'time'; readonly name: TimeName }
  | { readonly kind: 'motion'; readonly name: MotionName }
  | { readonly kind: 'camera'; readonly name: CameraName }
  | { readonly kind: 'prop'; readonly name: PropName }
  | { readonly kind: 'count'; readonly name: 2 | 3 };

const COUNTS = {
  2: '两只,两个,两条,两艘,两辆,两朵,两棵,两架,一对,二只,two,a pair of,a couple of'.split(','),
  3: '三只,三个,三条,三艘,三辆,三朵,三棵,几只,一群,许多,很多,three,several,many,some'.split(','),
};

/** Words that mean more than one thing at once: 雨夜 is rain and night. */
const COMPOUNDS: readonly (readonly [string, readonly Meaning[]])[] = [
  [
    '雪山',
    [
      { kind: 'place', name: 'mountain' },
      { kind: 'weather', name: 'snow' },
    ],
  ],
  [
    '金鱼',
    [
      { kind: 'colour', name: 'orange' },
      { kind: 'subject', name: 'fish' },
    ],
  ],
  [
    'goldfish',
    [
      { kind: 'colour', name: 'orange' },
      { kind: 'subject', name: 'fish' },
    ],
  ],
  [
    '白兔',
    [
      { kind: 'colour', name: 'white' },
      { kind: 'subject', name: 'rabbit' },
    ],
  ],
  [
    '蓝鲸',
    [
      { kind: 'colour', name: 'blue' },
      { kind: 'subject', name: 'whale' },
    ],
  ],
  [
    'polar bear',
    [
      { kind: 'colour', name: 'white' },
      { kind: 'subject', name: 'bear' },
    ],
  ],
  [
    '北极熊',
    [
      { kind: 'colour', name: 'white' },
      { kind: 'subject', name: 'bear' },
    ],
  ],
  [
    '樱花树',
    [
      { kind: 'colour', name: 'pink' },
      { kind: 'subject', name: 'tree' },
    ],
  ],
  [
    '樱花',
    [
      { kind: 'colour', name: 'pink' },
      { kind: 'subject', name: 'flower' },
    ],
  ],
  [
    '夜市',
    [
      { kind: 'place', name: 'neon' },
      { kind: 'time', name: 'night' },
    ],
  ],
  [
    '雪夜',
    [
      { kind: 'weather', name: 'snow' },
      { kind: 'time', name: 'night' },
    ],
  ],
  [
    '月光',
    [
      { kind: 'time', name: 'night' },
      { kind: 'weather', name: 'clear' },
    ],
  ],
  [
    '夜空',
    [
      { kind: 'place', name: 'sky' },
      { kind: 'time', name: 'night' },
    ],
  ],
  ['海里', [{ kind: 'place', name: 'underwater' }]],
  [
    '蓝天',
    [
      { kind: 'place', name: 'sky' },
      { kind: 'weather', name: 'clear' },
    ],
  ],
  ['撑伞', [{ kind: 'prop', name: 'umbrella' }]],
  ['打着伞', [{ kind: 'prop', name: 'umbrella' }]],
];

type Kind = Meaning['kind'];

const LEXICON = buildLexicon();
const LONGEST = Math.max(...[...LEXICON.keys()].map((word) => word.length));

/** What a prompt mentions, in order. At each place the longest word that is known is taken. */
export function mentions(prompt: string): readonly Meaning[] {
  const text = prompt.toLowerCase();
  const found: Meaning[] = [];
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at);
    if (word) found.push(...(LEXICON.get(word) ?? []));
    at += word?.length ?? 1;
  }
  return found;
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (LEXICON.has(word) && (!/[a-z]$/.test(word) || standsAlone(text, at, length))) return word;
  }
  return undefined;
}

/** An English word ends where its letters end, a plural's ending aside. */
function standsAlone(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? ' ';
  return !/[a-z]/.test(before) && /^(s|es)?(?![a-z])/.test(text.slice(at + length));
}

function buildLexicon(): ReadonlyMap<string, readonly Meaning[]> {
  const lexicon = new Map<string, readonly Meaning[]>();
  const take = (kind: Kind, entries: Readonly<Record<string, Entry>>) => {
    for (const [name, { words }] of Object.entries(entries)) {
      for (const word of words) lexicon.set(word, [{ kind, name } as Meaning]);
    }
  };
  take('colour', COLOURS);
  take('weather', WEATHERS);
  take('time', TIMES);
  take('motion', MOTIONS);
  take('camera', CAMERAS);
  take('prop', PROPS);
  take('place', PLACES);
  take('subject', SUBJECTS);
  for (const word of COUNTS[2]) lexicon.set(word, [{ kind: 'count', name: 2 }]);
  for (const word of COUNTS[3]) lexicon.set(word, [{ kind: 'count', name: 3 }]);
  for (const word of OTHER_WORDS) lexicon.set(word, []);
  for (const [word, meanings] of COMPOUNDS) lexicon.set(word, meanings);
  return lexicon;
}
