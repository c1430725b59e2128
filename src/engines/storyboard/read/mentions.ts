import { isAlive, isHuman } from '../library/subject-kinds.ts';
import { type Lexicon, loadLexicon, type Meaning } from './lexicon.ts';
import GRAMMAR from './grammar.json' with { type: 'json' };
import { HEADS, patternsOf, plainly, STRANGE } from './vocabulary.ts';
import { formsOf, type Word, wordsOf } from './words.ts';

/** A stretch of a prompt: what it means, if anybody here knows. */
export interface Mention {
  readonly text: string;
  /** Undefined: not known. Empty: known to mean nothing that can be drawn. */
  readonly meanings: readonly Meaning[] | undefined;
  readonly isEnglish: boolean;
  /** It names a thing, known or not. */
  readonly isName?: true;
}

/** Words by what they can be in a sentence. */
const SAID = patternsOf(GRAMMAR);
const LONGEST_PHRASE = 6;
/** Of whom no more is said than that they are human. */
export const ANYBODY = /^(person|man|woman|boy|girl|child)$/;
/** Each of them stands for itself. */
const EMOJI = /\p{Extended_Pictographic}/u;
/** What may stand before a noun in one Chinese word with it: 橘猫, 雨夜, 大树. */
const MODIFIERS: ReadonlySet<Meaning['kind']> = new Set(['colour', 'size', 'count', 'time', 'weather']);
const CLASSIFIERS =
  '只个条艘辆朵棵架匹头位名把张台部本座间家盆根份串双件块片杯碗瓶群对列颗枚支幅台盏栋株滴幢口所场种束顶';
const NUMERALS = '零一二三四五六七八九十';

/** What a prompt says, word by word, in order. The longest phrase that is known is looked for first, at whole words only. */
export function mentionsOf(prompt: string): readonly Mention[] {
  return changedInto(joined(wordByWord(plainly(prompt))));
}

/** “A phone charger” and 蜘蛛侠 are no phone and no spider: of two nouns the last says what it is, known or not. */
function joined(mentions: readonly Mention[]): readonly Mention[] {
  const found: Mention[] = [];
  for (const mention of mentions) {
    const last = found.at(-1);
    if (
      !last ||
      !isOnly(last, 'subject') ||
      last.isEnglish !== mention.isEnglish ||
      EMOJI.test(last.text + mention.text)
    )
      found.push(mention);
    else if (isPair(last, mention)) found.splice(-1, 1, ...withoutKin(last, mention));
    else if (isHead(mention) && (!mention.isEnglish || isNamed(found) || isTitle(found, mention)))
      found.splice(-1, 1, { ...mention, text: `${last.text}${mention.isEnglish ? ' ' : ''}${mention.text}` });
    else found.push(mention);
  }
  return found;
}

/**
 * 换成海豹突击队: what something is changed into is one name up to the end of the clause, and strange where a part of it is.
 * Where its end is known, that is drawn: a whale for 独角鲸, which is said not to be known.
 */
function changedInto(mentions: readonly Mention[]): readonly Mention[] {
  const isInto = ({ text }: Mention, at: number) => /[换改变][成为]$/u.test((mentions[at - 1]?.text ?? '') + text);
  const after = mentions.findIndex(isInto) + 1;
  const start = means(mentions[after], 'count') ? after + 1 : after;
  const end = mentions.findIndex(({ text }, at) => at >= start && !SAID.partOfName.test(text));
  const name = mentions.slice(start, end < 0 ? undefined : end);
  const text = name.map((each) => each.text).join('');
  const isThing = name.every(({ meanings }) => !meanings || meanings.every(({ kind }) => kind === 'subject'));
  const isKnown = name.every(({ meanings }) => meanings !== undefined);
  // 可爱的猫: what describes is no name.
  const isDescribed = mentions[end]?.text === '的';
  if (after === 0 || !isThing || isKnown || isDescribed || text.length < 2) return mentions;
  const whole = { text, meanings: undefined, isEnglish: false, isName: true } as const;
  const drawn = name.slice(-1).filter(({ meanings }) => meanings !== undefined);
  return [...mentions.slice(0, start), whole, ...drawn, ...mentions.slice(start + name.length)];
}

function isHead(mention: Mention): boolean {
  if (mention.meanings !== undefined)
    return means(mention, 'subject') && mention.meanings.every(({ kind }) => /^(subject|count)$/.test(kind));
  return mention.isEnglish ? !SAID.noHead.test(mention.text) : HEADS.includes(mention.text);
}

/** Behind an article, with or without words that describe. */
function isNamed(found: readonly Mention[]): boolean {
  const first = found.slice(0, -1).findLast(({ isEnglish, meanings, text }) => {
    const describes =
      meanings?.every(({ kind }) => kind === 'colour' || kind === 'size') ?? !SAID.noAdjective.test(text);
    return !isEnglish || !describes || text === 'the';
  });
  return first?.isEnglish === true && (first.text === 'the' || isOnly(first, 'count'));
}

/** “Baseball stadium” alone, and “soap bubbles” wherever they are. */
function isTitle({ length }: readonly Mention[], { meanings, text }: Mention): boolean {
  return meanings !== undefined && (length === 1 || /[^s]s$/.test(text));
}

function isPair(first: Mention, second: Mention): boolean {
  return isOnly(second, 'subject') && isAlive(nameOf(first)) && isAlive(nameOf(second));
}

/** 鸭妈妈, “a mother duck”, “a cat chef” and “a robot chef” are each one, and so is “a woman painter”. */
function withoutKin(first: Mention, second: Mention): readonly Mention[] {
  const isPerson = isHuman(nameOf(first)) && !/^(robot|alien)$/.test(nameOf(first));
  const isAlsoPerson = isHuman(nameOf(second));
  if (!isPerson && isAlsoPerson) return [first];
  if (ANYBODY.test(nameOf(first)) && !ANYBODY.test(nameOf(second)) && isAlsoPerson) return [second];
  return isPerson && !isAlsoPerson && SAID.kin.test(first.text) ? [second] : [first, second];
}

/** Whether it means, among others, something of one of these kinds. */
export function means(mention: Mention | undefined, ...kinds: readonly Meaning['kind'][]): boolean {
  return mention?.meanings?.some(({ kind }) => kinds.includes(kind)) ?? false;
}

const isOnly = ({ meanings }: Mention, kind: Meaning['kind']) => meanings?.length === 1 && meanings[0]?.kind === kind;
const nameOf = ({ meanings }: Mention) => String(meanings?.[0]?.name);

function wordByWord(prompt: string): readonly Mention[] {
  const lexicon = loadLexicon();
  const words = wordsOf(prompt);
  const found: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(lexicon, words, at);
    if (phrase) {
      found.push(phrase.mention);
      at += phrase.length;
      continue;
    }
    const recut = cutAnew(lexicon, words[at], words[at + 1]);
    found.push(...(recut ?? single(lexicon, words[at] as Word)));
    at += recut ? 2 : 1;
  }
  return found;
}

/**
 * 冰, 面上: the segmenter has cut through a word that is known, where what is left of the two is known as well; and if both
 * are, what is left says where: 讲, 台上.
 */
function cutAnew(lexicon: Lexicon, first: Word | undefined, second: Word | undefined): readonly Mention[] | undefined {
  if (!first || !second || first.isEnglish || second.isEnglish) return undefined;
  const isStrange = (word: Word) => single(lexicon, word).some(({ meanings }) => meanings === undefined);
  const isAnyStrange = isStrange(first) || isStrange(second);
  const text = first.text + second.text;
  for (let cut = text.length - 1; cut > first.text.length; cut--) {
    const parts = [text.slice(0, cut), text.slice(cut)].map((part) => ({ text: part, isEnglish: false }));
    if (!parts.every((part) => lexicon.words.has(part.text))) continue;
    if (!isAnyStrange && !lexicon.words.get(text.slice(cut))?.some(({ kind }) => kind === 'after')) continue;
    return parts.flatMap((part) => single(lexicon, part));
  }
  return undefined;
}

type Phrase = Readonly<{ mention: Mention; length: number }>;

function phraseAt(lexicon: Lexicon, words: readonly Word[], at: number): Phrase | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length);
    const isEnglish = part.every((word) => word.isEnglish);
    if (!isEnglish && part.some((word) => word.isEnglish)) continue;
    const texts = part.map((word) => word.text);
    const text = texts.join(isEnglish ? ' ' : '');
    if (formsOf(text).some((form) => STRANGE.has(form)))
      return { mention: { text, meanings: undefined, isEnglish, isName: true }, length };
    if (length === 1) return undefined;
    const meanings = isEnglish ? phraseMeanings(lexicon, texts) : lexicon.words.get(text);
    if (meanings) return { mention: { text, meanings, isEnglish }, length };
  }
  return undefined;
}

/** A phrase is also known by another form of its last word, a plural among them, or of its first: “wild horses”, “takes off”. */
function phraseMeanings({ words: known, verbs }: Lexicon, texts: readonly string[]): Mention['meanings'] {
  const [first = '', last = ''] = [texts[0], texts.at(-1)];
  for (const form of formsOf(last)) {
    const meanings = known.get([...texts.slice(0, -1), form].join(' '));
    // A bus that is stopping is no bus stop.
    const isDoing = form !== last && /(?:ing|ed)$/.test(last) && meanings?.[0]?.kind === 'subject';
    if (meanings && !isDoing) return form === last ? meanings : asPlural(last, meanings);
  }
  for (const form of formsOf(first)) {
    const phrase = [form, ...texts.slice(1)].join(' ');
    const all = known.get(phrase) ?? [];
    const meanings = all.some(({ kind }) => kind === 'motion')
      ? all
      : (verbs.get(phrase) ?? all.filter(({ kind }) => kind === 'camera'));
    if (meanings.length > 0) return meanings;
  }
  return undefined;
}

function single({ words: known, verbs }: Lexicon, { text, isEnglish }: Word): readonly Mention[] {
  if (isEnglish) {
    // What ends like a verb is no noun: “training” is no train.
    const isVerb = /(ing|ed)$/.test(text) && !known.has(text);
    for (const form of formsOf(text)) {
      const meanings = (isVerb ? verbs : known).get(form);
      if (meanings)
        return [{ text, meanings: form === text || isVerb ? meanings : asPlural(text, meanings), isEnglish }];
    }
    return [{ text, meanings: undefined, isEnglish }];
  }
  const whole = known.get(text) ?? countIn(text);
  if (whole) return [{ text, meanings: whole, isEnglish }];
  // The segmenter takes 和白 for a word, in front of 狗, and 上有 behind 桌子.
  const rest = text.replace(/^[和与跟及的在有]|(?<=^[上下里中旁边]+)[有是]$|的$/u, '');
  const joined = rest !== text && (known.get(rest) ?? countIn(rest));
  if (joined) return [{ text: rest, meanings: joined, isEnglish }];
  const parts: readonly (readonly [string, Mention['meanings']])[] = partsOf(known, text) ?? [[text, undefined]];
  return parts.map(([part, meanings]) => ({ text: part, meanings, isEnglish }));
}

/** Girls are two at least. */
function asPlural(text: string, meanings: readonly Meaning[]): readonly Meaning[] {
  const isPlural = /(s|men|people|children|geese|mice)$/.test(text) && meanings.some(({ kind }) => kind === 'subject');
  return isPlural ? [{ kind: 'count', name: 2 }, ...meanings] : meanings;
}

/** 三只, 两, 五个: a numeral, with or without a word that counts. */
function countIn(text: string): readonly Meaning[] | undefined {
  const [, numeral = '', classifier = ''] = new RegExp(`^([${NUMERALS}两几]?)([${CLASSIFIERS}]?)$`).exec(text) ?? [];
  if (numeral === '') return classifier === '' ? undefined : [];
  return [{ kind: 'count', name: numeral === '两' ? 2 : numeral === '几' ? 3 : NUMERALS.indexOf(numeral) }];
}

type Part = readonly [text: string, meanings: readonly Meaning[]];

/**
 * A Chinese word that nobody knows as such, but all of whose parts are known and go together: modifiers before a noun,
 * or a noun before where something is. 拟人化 has a part that is none, and 火锅 two nouns: they stay unknown.
 */
function partsOf(known: Lexicon['words'], text: string): readonly Part[] | undefined {
  for (let cut = text.length - 1; cut > 0; cut--) {
    const [head, tail] = [text.slice(0, cut), text.slice(cut)];
    const first = known.get(head) ?? countIn(head);
    if (!first) continue;
    const last = known.get(tail);
    const rest = last ? ([[tail, last]] as const) : partsOf(known, tail);
    if (!rest) continue;
    const isModified = first.every(({ kind }) => MODIFIERS.has(kind));
    const isPlaced =
      last?.every(({ kind }) => kind === 'after') && first.every(({ kind }) => kind === 'subject' || kind === 'place');
    if (isModified || isPlaced) return [[head, first], ...rest];
  }
  return undefined;
}
