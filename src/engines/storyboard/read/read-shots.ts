import { carriedOver, isChange } from './change.ts';
import { readScene } from './read-scene.ts';
import type { PartialScene } from './partial-scene.ts';

/** What a shot is asked to show, and how it follows the one before it. */
export interface PartialShot {
  readonly partial: PartialScene;
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
export function readShots(prompt: string, before?: readonly PartialShot[]): readonly PartialShot[] {
  const whole = readScene(prompt);
  if (before && isChange(whole, prompt))
    return before.map(({ partial, enter }) => ({ partial: carriedOver(whole, prompt, partial), enter }));
  const texts = shotTexts(prompt);
  if (texts.length === 1) return [{ partial: whole, enter: 'cut' }];
  const shots: PartialShot[] = [];
  for (const text of texts) {
    const partial = readScene(text);
    const last = shots.at(-1)?.partial;
    const following = last ? followed(partial, last, text) : partial;
    const isLater = last?.time !== undefined && following.time !== last.time;
    shots.push({ partial: { ...following, style: whole.style }, enter: isLater || FADES.test(text) ? 'fade' : 'cut' });
  }
  return shots;
}

/** The texts of the shots, in order. */
function shotTexts(prompt: string): readonly string[] {
  const texts: string[] = [];
  let shown: PartialScene | undefined;
  for (const clause of prompt.split(SENTENCES).flatMap((sentence) => sentence.split(LATER))) {
    if (clause.trim() === '') continue;
    const partial = readScene(clause);
    const begins = shown === undefined || (isOther(partial, shown, clause.trim()) && texts.length < MOST_SHOTS);
    if (begins) texts.push(clause);
    else texts.push(`${texts.pop() ?? ''} ${clause}`);
    if (begins) shown = shown ? followed(partial, shown, clause) : partial;
  }
  return texts.length === 0 ? [prompt] : texts;
}

/** Whether a clause shows something else than what is shown so far. */
function isOther(partial: PartialScene, shown: PartialScene, clause: string): boolean {
  const { place, time, weather, motion, cast } = partial;
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
function followed(partial: PartialScene, last: PartialScene, text: string): PartialScene {
  const isMet = PRONOUN.test(text) && partial.cast.length > 0 && last.cast.length > 0;
  const met = partial.cast.filter(({ subject }) => last.cast.every((other) => other.subject !== subject));
  const cast =
    partial.cast.length === 0 ? last.cast : isMet ? [...last.cast.slice(0, 2), ...met].slice(0, 4) : partial.cast;
  const others = carriedOver({ ...partial, cast: [] }, '', { ...last, camera: undefined, isSlow: false });
  return { ...others, cast };
}
