import { carriedOver, isChange } from './change.ts';
import { readWish } from './read-wish.ts';
import type { Wish } from './wish.ts';

/** What a shot is asked to show, and how it follows the one before it. */
export interface ShotWish {
  readonly wish: Wish;
  readonly enter: 'cut' | 'fade';
}

/** More would each be too short to be seen. */
const MOST_SHOTS = 4;

const SENTENCES = /(?<=[。！？!?；;\n])|(?<=[a-z)"”]\.)\s+/u;
/** Said before what comes later. */
const LATER_ZH = '然后|接着|随后|最后|之后|后来|镜头切|切到|切换到|画面切|下一个镜头|第[二三四]个镜头';
/** Those that have other uses too: within a sentence they count only before a space. */
const LATER_WORDS = 'and then|then|finally|later';
const LATER_PHRASES = 'after that|afterwards|next,|cut to|fade to';
/** At the beginning of a clause within a sentence. */
const LATER = new RegExp(`(?:^|[，,、]\\s*|\\s)(?=(?:这时|${LATER_ZH}|(?:${LATER_WORDS}) |${LATER_PHRASES}))`, 'iu');
const SAYS_LATER = new RegExp(`^(?:${LATER_ZH}|${LATER_WORDS}|${LATER_PHRASES})`, 'iu');
const FADES = /淡入|淡出|渐变|溶|\b(?:fade|dissolve)/iu;
/** The same as before, by another word. */
const PRONOUN = /[它他她]们?|\b(?:it|he|she|they|them|him|her)\b/iu;

/**
 * Reads a prompt as up to four shots: a sentence is one where something else happens in it, or elsewhere, or at another
 * time. What only describes goes with the sentence before it.
 */
export function readShots(prompt: string, before?: readonly ShotWish[]): readonly ShotWish[] {
  const whole = readWish(prompt);
  if (before && isChange(whole, prompt))
    return before.map(({ wish, enter }) => ({ wish: carriedOver(whole, prompt, wish), enter }));
  const texts = shotTexts(prompt);
  if (texts.length === 1) return [{ wish: whole, enter: 'cut' }];
  const shots: ShotWish[] = [];
  for (const text of texts) {
    const wish = readWish(text);
    const last = shots.at(-1)?.wish;
    const following = last ? followed(wish, last, text) : wish;
    const isLater = last?.time !== undefined && following.time !== last.time;
    shots.push({ wish: { ...following, style: whole.style }, enter: isLater || FADES.test(text) ? 'fade' : 'cut' });
  }
  return shots;
}

/** The texts of the shots, in order. */
function shotTexts(prompt: string): readonly string[] {
  const texts: string[] = [];
  let shown: Wish | undefined;
  for (const clause of prompt.split(SENTENCES).flatMap((sentence) => sentence.split(LATER))) {
    if (clause.trim() === '') continue;
    const wish = readWish(clause);
    const begins = shown === undefined || (isOther(wish, shown, clause.trim()) && texts.length < MOST_SHOTS);
    if (begins) texts.push(clause);
    else texts.push(`${texts.pop() ?? ''} ${clause}`);
    if (begins) shown = shown ? followed(wish, shown, clause) : wish;
  }
  return texts.length === 0 ? [prompt] : texts;
}

/** Whether a clause shows something else than what is shown so far. */
function isOther(wish: Wish, shown: Wish, clause: string): boolean {
  const { place, time, weather, motion, cast } = wish;
  // “The street is wet” only says more of where it is.
  const happens = cast.length > 0 || motion !== undefined || SAYS_LATER.test(clause);
  const isElsewhere = happens && place !== undefined && shown.place !== undefined && place !== shown.place;
  const isLater = time !== undefined && shown.time !== undefined && time !== shown.time;
  const changes = weather !== undefined && shown.weather !== undefined && weather !== shown.weather;
  if (isElsewhere || isLater || changes) return true;
  const isOneOf = cast.every(({ subject }) => shown.cast.some((other) => other.subject === subject));
  const acts = motion !== undefined && motion !== 'stay' && motion !== 'look' && motion !== shown.motion;
  if (SAYS_LATER.test(clause))
    return acts || !isOneOf || place !== undefined || time !== undefined || weather !== undefined;
  return acts && shown.motion !== undefined && (isOneOf || PRONOUN.test(clause));
}

/** A shot with what it leaves open taken from the one before it: who is there, where and when. */
function followed(wish: Wish, last: Wish, text: string): Wish {
  const isMet = PRONOUN.test(text) && wish.cast.length > 0 && last.cast.length > 0;
  const met = wish.cast.filter(({ subject }) => last.cast.every((other) => other.subject !== subject));
  const cast = wish.cast.length === 0 ? last.cast : isMet ? [...last.cast.slice(0, 2), ...met].slice(0, 4) : wish.cast;
  const others = carriedOver({ ...wish, cast: [] }, '', { ...last, camera: undefined, isSlow: false });
  return { ...others, cast };
}
