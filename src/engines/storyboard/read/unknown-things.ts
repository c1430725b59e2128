import { isLiving } from './cast/background.ts';
import { means, type Mention } from './mentions.ts';
import GRAMMAR from './grammar.json' with { type: 'json' };
import { BODY, HEADS, patternsOf } from './vocabulary.ts';

/** Words by what they can be in a sentence: those that are no noun or do nothing, those that say where, and the like. */
const SAID = patternsOf(GRAMMAR);
const MOST = 2;
const LONGEST_NAME = 4;
const EMOJI = /\p{Extended_Pictographic}/u;

/** What a prompt names and nobody here can draw. */
export interface Unknown {
  readonly things: readonly string[];
  /** One of them is where somebody is: then another place would be a wrong one. */
  readonly isPlace: boolean;
}

/**
 * The nouns of a prompt that nobody here knows, and what somebody does, as far as grammar shows them: of nouns what follows
 * a number or an article, or says where, and is named before the next verb, relation or comma. Two at most.
 */
export function unknownThings(mentions: readonly Mention[]): Unknown {
  const things = new Set<string>();
  const places = new Set<string>();
  mentions.forEach((mention, index) => {
    const [before, next] = [mentions[index - 1], mentions[index + 1]];
    const isCounted = means(mention, 'count') && !means(mention, 'subject');
    const isWhere = means(before, 'before');
    if (isStrangeDeed(mentions, index)) things.add(mention.text);
    if (mention.isName || (mention.meanings === undefined && EMOJI.test(mention.text))) things.add(mention.text);
    if (mention.text === '的') {
      const noun = unknownNounAfter(mentions, index);
      if (noun && SAID.nounZh.test(noun)) things.add(noun);
      // 海盗的肩膀: the pirate is missing, not his shoulder.
      if (BODY.has(next?.text ?? '') && isStrangeZh(before)) things.add(before.text);
    }
    const goes = /[过进入出]$/u.test(mention.text) && (means(mention, 'motion') || means(before, 'motion'));
    if (goes && isStrangeZh(next)) things.add(next.text);
    if (isStrangeZh(mention) && mention.text.length > 2 && HEADS.includes(mention.text.slice(-1)))
      things.add(mention.text);
    if (isCounted || SAID.takesNoun.test(mention.text) || (isWhere && SAID.determiner.test(mention.text))) {
      const noun = unknownNounAfter(mentions, index);
      if (noun) (SAID.isIn.test(before?.text ?? '') && isWhere && mention.isEnglish ? places : things).add(noun);
    }
    if (mention.meanings !== undefined || mention.isEnglish || SAID.noNoun.test(mention.text)) return;
    const stem = SAID.where.exec(mention.text)?.[1] ?? (means(next, 'after') && wordUpTo(mentions, index));
    if (stem && /^\p{Script=Han}+$/u.test(stem)) places.add(stem.replace(/^[从到往向]/u, ''));
  });
  for (const first of firstStrange(mentions)) things.add(first);
  return { things: [...new Set([...things, ...places])].slice(0, MOST), isPlace: places.size > 0 };
}

/** “Flamingo standing”, but not “majestic running horse”. */
const DOES = /^(?:is|[a-z]+s)$/;

/** 新娘走在沙滩上, “pirates on a ship”: who a prompt begins with, if that is a noun and not known. */
function firstStrange([first, next]: readonly Mention[]): readonly string[] {
  if (!first || first.meanings || SAID.noNoun.test(first.text) || SAID.noNounEnd.test(first.text)) return [];
  const isBefore = means(next, 'motion', 'before');
  const isDoer = first.isEnglish
    ? (/(?:[^s]s|m[ae]n)$/.test(first.text) || DOES.test(next?.text ?? '')) &&
      (isBefore || /^(?:at|with|is|are|in)$/.test(next?.text ?? ''))
    : isStrangeZh(first) && !SAID.noDoer.test(first.text) && (isBefore || next?.text === '在');
  return isDoer ? [first.text] : [];
}

/** “A boy sneezing”, 一个人在剥香蕉: what somebody does, said right behind them. */
function isStrangeDeed(mentions: readonly Mention[], at: number): boolean {
  const [mention, before, next] = [mentions[at], mentions[at - 1], mentions[at + 1]];
  const doer = mentions.slice(0, at).findLast(({ text }) => !SAID.auxiliary.test(text));
  if (!mention || mention.meanings || !doer || !isLiving(doer)) return false;
  if (mention.isEnglish) return SAID.deed.test(mention.text);
  const isVerb = before?.text.endsWith('在') === true && SAID.deedZh.test(mention.text);
  return isVerb && !SAID.goesOn.test(next?.text ?? '') && !means(next, 'motion');
}

/** 集, 装, 箱: the segmenter has cut a word that nobody knows into its characters. */
function wordUpTo(mentions: readonly Mention[], index: number): string {
  const isPart = ({ text, meanings }: Mention) =>
    meanings === undefined && /^\p{Script=Han}$/u.test(text) && !SAID.noNoun.test(text);
  const texts = mentions.slice(0, index).map((mention) => (isPart(mention) ? mention.text : ' '));
  return (texts.join('').split(' ').at(-1) ?? '') + (mentions[index]?.text ?? '').replace(/^在/u, '');
}

/** A Chinese word that nobody knows, and no single character. */
function isStrangeZh(mention: Mention | undefined): mention is Mention {
  return mention?.meanings === undefined && /^\p{Script=Han}+[^的\P{Script=Han}]$/u.test(mention?.text ?? '');
}

/** What a prompt is about of which nothing is known: the first words of it that may be a name. */
export function strangeName(mentions: readonly Mention[]): readonly string[] {
  const isStrange = ({ text, meanings }: Mention) =>
    meanings === undefined && /^[\p{Script=Han}a-z]/u.test(text) && !SAID.noNoun.test(text);
  const rest = mentions.slice(mentions.findIndex(isStrange));
  const run = rest.slice(0, LONGEST_NAME).filter((_, index) => rest.slice(0, index + 1).every(isStrange));
  return run.length > 0 ? [run.map(({ text }) => text).join(run[0]?.isEnglish ? ' ' : '')] : [];
}

function unknownNounAfter(mentions: readonly Mention[], start: number): string | undefined {
  let candidate: string | undefined;
  let isOpen = false;
  const after = mentions.slice(start + 1, start + 7);
  for (const [index, each] of after.entries()) {
    const { text, meanings, isEnglish } = each;
    if (means(each, 'subject', 'place', 'weather', 'time')) return undefined;
    if (means(each, 'motion', 'before', 'after', 'count', 'camera', 'style')) break;
    // “A plush, blue carpet”: what comes before a colour only describes.
    if (/^[\p{P}\p{S}]/u.test(text)) {
      if (means(after[index + 1], 'colour', 'size')) return undefined;
      break;
    }
    const isNoun =
      meanings === undefined && /^\p{L}/u.test(text) && !SAID.noNoun.test(text) && !SAID.noNounEnd.test(text);
    // What stands before 的 is no noun, nor what somebody does.
    if (text === '的' || text.endsWith(' of')) candidate = undefined;
    if (candidate && isEnglish && index + 1 < after.length && /(?:ing|ed)$/.test(text) && !meanings) break;
    // A Chinese noun may come in pieces: 缝纫, 机.
    if (isNoun) candidate = isOpen && !isEnglish ? `${candidate ?? ''}${text}` : text;
    isOpen = isNoun;
    if (candidate && !isNoun && !isEnglish && meanings === undefined) break;
  }
  return candidate && candidate.length > 1 ? candidate : undefined;
}
