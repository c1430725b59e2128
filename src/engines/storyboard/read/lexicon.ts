import { allDrawings } from '../library/library.ts';
import type { CastMember, ColourName, PropName, Scene, Side } from '../scene.ts';
import { subjectWords } from './subject-words.ts';
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

function meaning<Kind extends Meaning['kind']>(kind: Kind, name: Extract<Meaning, { kind: Kind }>['name']): Meaning {
  return { kind, name } as Meaning;
}

let lexicon: Lexicon | undefined;

/** The lexicon; made at the first call. What comes later wins over what comes before. */
export function loadLexicon(): Lexicon {
  lexicon ??= build();
  return lexicon;
}

function build(): Lexicon {
  const words = new Map<string, readonly Meaning[]>();
  const verbs = new Map<string, readonly Meaning[]>();
  const add = (kind: Meaning['kind'], entries: Readonly<Record<string, Entry>>, to = words) => {
    for (const [name, entry] of Object.entries(entries)) {
      for (const word of entry.words) to.set(word, [{ kind, name } as Meaning]);
    }
  };
  add('motion', KINDS.motion, verbs);
  for (const [name, { zh, en }] of allDrawings()) {
    // A single character means too much, and a label such as “cooking” is a verb to most people.
    if (zh.length > 1) words.set(zh, [meaning('subject', name)]);
    if (!formsOf(en).some((form) => verbs.has(form))) words.set(en, [meaning('subject', name)]);
  }
  for (const [kind, entries] of Object.entries(KINDS)) add(kind as Meaning['kind'], entries);
  for (const [name, { zh, en }] of subjectWords()) {
    for (const word of [...zh, ...en]) words.set(word, [meaning('subject', name)]);
  }
  add('prop', PROPS);
  add('size', SIZES);
  for (const [count, entry] of Object.entries(COUNTS)) {
    for (const word of entry.words) words.set(word, [meaning('count', Number(count))]);
  }
  add('slow', { slow: SLOW_MOTION });
  for (const side of Object.keys(SIDES) as Side[]) {
    const [after = '', before = ''] = SIDES[side];
    for (const word of after.split(' ')) words.set(word, [meaning('after', side)]);
    for (const word of before.split(', ')) words.set(word, [meaning('before', side)]);
  }
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
