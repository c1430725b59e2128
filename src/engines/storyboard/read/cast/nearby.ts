import type { Meaning } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';

/** Kinds of words that stand between “on” and what it refers to, or between that and who is there. */
const DESCRIBING: ReadonlySet<Meaning['kind']> = new Set(['count', 'colour', 'size']);
const BREAK = /^(?:[\p{P}\n]+|and|while|[和与跟而])$/u;
const EXISTS = /^[有是放摆站坐躺趴挂停长住飞飘漂]/u;

/** “On the left”, 在左边: of the picture, where nothing is named that it is the left of. */
export function isOfPicture(mentions: readonly Mention[], at: number): boolean {
  const [before, { text, isEnglish } = { text: '', isEnglish: false }] = [mentions[at - 1], mentions[at]];
  if (isEnglish) return /^(?:on|to|at) the (?:left|right)(?: side)?$/.test(text);
  return /^[左右]/u.test(text) && !isSubject(before) && !/^[的它他她]/u.test(before?.text ?? '');
}

/** Whether somebody is named before a word in its clause, if only one whom nobody knows: 猫在左边, and not 左边有一只猫. */
export function whoIsBefore(mentions: readonly Mention[], at: number): 'known' | 'strange' | undefined {
  const clause = clauseBefore(mentions, at);
  if (clause.some(isSubject)) return 'known';
  return clause.some(({ meanings }) => meanings?.[0]?.kind === 'count') ? 'strange' : undefined;
}

/** 桌子上有书, unlike 猫在桌子上: who is there is named next. */
export function isBeforeWho(mentions: readonly Mention[], at: number): boolean {
  const isAt = clauseBefore(mentions, at).some(({ text }) => text.endsWith('在'));
  const next = mentions[at + 1];
  return !isAt && (EXISTS.test(next?.text ?? '') || next?.meanings?.[0]?.kind === 'count');
}

/** “On the table are a book and a cup”: where they are is said first. */
export function isFronted(mentions: readonly Mention[], at: number): boolean {
  const rest = mentions.slice(at + 1);
  const base = rest.findIndex(isSubject);
  const who = rest.findIndex((mention, index) => index > base && isSubject(mention));
  const isLinking = (mention: Mention) =>
    describes(mention) ||
    /^(?:,|is|are|was|were|there)$/.test(mention.text) ||
    mention.meanings?.[0]?.kind === 'motion';
  return (
    base >= 0 &&
    who >= 0 &&
    !whoIsBefore(mentions, at) &&
    rest.slice(0, base).every(describes) &&
    rest.slice(base + 1, who).every(isLinking)
  );
}

/** Whether no noun follows that a colour may be of. */
export function endsHere(mentions: readonly Mention[], at: number): boolean {
  const next = mentions.slice(at + 1).find(({ text }) => text !== '的');
  return !next || /^(?:[\p{P}\n]|and$|[和与])/u.test(next.text) || next.meanings?.[0]?.kind === 'count';
}

/** “One running dog”: what it does says which is meant. */
export function isOfNext(mentions: readonly Mention[], at: number): boolean {
  const next = mentions.slice(at + 1).find(({ text }) => text !== '的');
  return next?.meanings?.at(-1)?.kind === 'subject';
}

/** “An orange on a plate”: where no noun follows, the colour is the fruit. */
export function isNoun(next: Mention | undefined): boolean {
  if (!next) return true;
  if (next.meanings)
    return next.meanings.some(({ kind, name }) => kind === 'before' || kind === 'motion' || name === 'tabletop');
  return /^[^a-z]/.test(next.text) || /^(and|fruit|is|with)$/.test(next.text);
}

function clauseBefore(mentions: readonly Mention[], at: number): readonly Mention[] {
  return mentions.slice(mentions.slice(0, at).findLastIndex(({ text }) => BREAK.test(text)) + 1, at);
}

function isSubject(mention: Mention | undefined): boolean {
  return mention?.meanings?.some(({ kind }) => kind === 'subject') ?? false;
}

function describes({ text, meanings }: Mention): boolean {
  return (
    text === 'the' ||
    (meanings !== undefined && meanings.length > 0 && meanings.every(({ kind }) => DESCRIBING.has(kind)))
  );
}
