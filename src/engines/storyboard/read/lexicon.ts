import { allDrawings } from '../library/library.ts';
import type { CastMember, ColourName, PropName, Scene, Side } from '../scene.ts';
import { SUBJECT_WORDS } from './subject-words.ts';
import EMOJI from './emoji.json' with { type: 'json' };
import { COMPOUNDS, COUNTS, type Entry, KINDS, OTHER_WORDS, PROPS, SIDES, SIZES, SLOW_MOTION } from './vocabulary.ts';
import { formsOf } from './words.ts';

type ScenePart = 'place' | 'weather' | 'time' | 'motion' | 'camera' | 'style';

/** What a word means. */
export type Meaning =
  | { readonly kind: 'subject'; readonly name: string }
  | { readonly [Part in ScenePart]: { readonly kind: Part; readonly name: Scene[Part] } }[ScenePart]
  | { readonly kind: 'colour'; readonly name: ColourName }
  | { readonly kind: 'size'; readonly name: NonNullable<CastMember['size']> }
  | { readonly kind: 'count'; readonly name: number }
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

let lexicon: Lexicon | undefined;

/** The lexicon; made at the first call. What comes later wins over what comes before. */
export function loadLexicon(): Lexicon {
  return (lexicon ??= build());
}

function build(): Lexicon {
  const words = new Map<string, readonly Meaning[]>();
  const verbs = new Map<string, readonly Meaning[]>();
  const set = (all: readonly string[], meaning: string, to = words) =>
    all.forEach((word) => to.set(word, [meaningOf(meaning)]));
  const add = (kind: Meaning['kind'], entries: Readonly<Record<string, Entry>>, to = words) => {
    for (const [name, entry] of Object.entries(entries)) set(entry.words, `${kind} ${name}`, to);
  };
  add('motion', KINDS.motion, verbs);
  for (const [name, { zh, en }] of allDrawings()) {
    // A single character means too much, and a label such as “cooking” is a verb to most people.
    if (zh.length > 1) set([zh], `subject ${name}`);
    if (!formsOf(en).some((form) => verbs.has(form))) set([en], `subject ${name}`);
  }
  for (const [kind, entries] of Object.entries(KINDS)) add(kind as Meaning['kind'], entries);
  for (const [name, { zh, en }] of SUBJECT_WORDS) set([...zh, ...en], `subject ${name}`);
  add('prop', PROPS);
  add('size', SIZES);
  add('count', COUNTS);
  add('slow', { slow: SLOW_MOTION });
  for (const [side, [after = '', before = '']] of Object.entries(SIDES)) {
    set(after.split(' '), `after ${side}`);
    set(before.split(', '), `before ${side}`);
  }
  for (const [name, signs] of Object.entries(EMOJI)) set([...signs], `subject ${name}`);
  for (const word of OTHER_WORDS) words.set(word, []);
  for (const [list, meanings] of Object.entries(COMPOUNDS)) {
    for (const word of list.split(',')) words.set(word, meanings.split(', ').map(meaningOf));
  }
  words.delete('');
  return { words, verbs };
}

/** `place mountain` */
function meaningOf(text: string): Meaning {
  const [kind, name = ''] = text.split(' ');
  return { kind, name: kind === 'count' ? Number(name) : name } as Meaning;
}
