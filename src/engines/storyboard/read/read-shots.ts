import { isAlive, kindOf } from '../library/subject-kinds.ts';
import type { CastMember } from '../scene.ts';
import { without } from './cast/sides.ts';
import { carriedOver, changed, isChange } from './change.ts';
import { readScene } from './read-scene.ts';
import type { PartialScene } from './partial-scene.ts';
import WORDS from './shots.json' with { type: 'json' };
import { patternsOf } from './vocabulary.ts';

/** What a shot is asked to show, and how it follows the one before it. */
export interface PartialShot {
  readonly partial: PartialScene;
  readonly enter: 'cut' | 'fade';
}

/** More would each be too short to be seen. */
const MOST_SHOTS = 4;

/** Where shots begin and end, and what a later one takes from the one before it. */
const SAID = patternsOf(WORDS);

/**
 * Reads a prompt as up to four shots: a sentence is one where something else happens in it, or elsewhere, or at another
 * time. What only describes goes with the sentence before it.
 */
export function readShots(prompt: string, before?: readonly PartialShot[]): readonly PartialShot[] {
  const whole = readScene(prompt);
  if (before && isChange(whole, prompt))
    return before.map(({ partial, enter }) => ({ partial: changed(prompt, partial), enter }));
  const texts = shotTexts(prompt);
  if (texts.length === 1) return [{ partial: whole, enter: 'cut' }];
  const shots: PartialShot[] = [];
  for (const text of texts) {
    const partial = readScene(text);
    const last = shots.at(-1)?.partial;
    const following = last ? followed(partial, last, text) : partial;
    const isLater = last?.time !== undefined && following.time !== last.time;
    const isTurned = SAID.becomes.test(text.trim());
    // “A cat turns into a tiger in the garden”: so was the cat.
    if (isTurned && last) shots.push({ ...(shots.pop() as PartialShot), partial: { ...last, place: following.place } });
    shots.push({
      partial: { ...following, style: whole.style },
      enter: isLater || isTurned || SAID.fades.test(text) ? 'fade' : 'cut',
    });
  }
  return shots;
}

/** The texts of the shots, in order. */
function shotTexts(prompt: string): readonly string[] {
  const texts: string[] = [];
  let shown: PartialScene | undefined;
  // “A city from day to night” is one picture at both times.
  for (const numbered of prompt.replace(SAID.turns, '$1$4$3$6。$2$5。').split(SAID.number)) {
    let isNumbered = shown !== undefined && (shown.cast.length > 0 || shown.place !== undefined);
    for (const clause of numbered.split(SAID.sentence).flatMap((sentence) => sentence.split(SAID.later))) {
      if (clause.trim() === '') continue;
      const partial = readScene(clause);
      const isNext = shown === undefined || isNumbered || isOther(partial, shown, clause.trim());
      const begins = isNext && texts.length < MOST_SHOTS;
      texts.push(begins ? clause : `${texts.pop() ?? ''} ${clause}`);
      if (begins || shown?.cast.length === 0) shown = shown ? followed(partial, shown, clause) : partial;
      isNumbered = false;
    }
  }
  return texts.length === 0 ? [prompt] : texts;
}

/** Whether a clause shows something else than what is shown so far. */
function isOther(partial: PartialScene, shown: PartialScene, clause: string): boolean {
  const { place, time, weather, motion, cast } = partial;
  // “The street is wet” only says more of where it is.
  const happens = cast.length > 0 || motion !== undefined || SAID.saysLater.test(clause);
  const isElsewhere = happens && place !== undefined && shown.place !== undefined && place !== shown.place;
  const isLater = time !== undefined && shown.time !== undefined && time !== shown.time;
  const changes = weather !== undefined && shown.weather !== undefined && weather !== shown.weather;
  if (isElsewhere || isLater || changes) return true;
  const isOneOf = cast.every(({ subject }) => shown.cast.some((other) => other.subject === subject));
  const acts = motion !== undefined && motion !== 'stay' && motion !== 'look' && motion !== shown.motion;
  if (SAID.saysLater.test(clause))
    return acts || !isOneOf || place !== undefined || time !== undefined || weather !== undefined;
  return acts && shown.motion !== undefined && (isOneOf || SAID.sameAsBefore.test(clause));
}

/** A shot with what it leaves open taken from the one before it: who is there, where and when. */
function followed(partial: PartialScene, last: PartialScene, text: string): PartialScene {
  const isMet = SAID.sameAsBefore.test(text.trim()) && partial.cast.length > 0 && last.cast.length > 0;
  const met = partial.cast.filter(({ subject }) => last.cast.every((other) => other.subject !== subject));
  // Who goes elsewhere leaves the sofa behind, and no flower goes and swims.
  const isLeft = ({ subject }: CastMember, at: number) =>
    !isAlive(subject) &&
    (last.cast.some(({ subject: other, stands }) => isAlive(other) && stands?.of === at) ||
      (partial.motion === 'swim' && kindOf(subject) === 'plant'));
  const goes = partial.place === undefined || partial.place === last.place ? [] : last.cast.filter(isLeft);
  const stay = without(last.cast, goes);
  const cast = partial.cast.length === 0 ? stay : isMet ? [...stay.slice(0, 2), ...met].slice(0, 4) : partial.cast;
  const others = carriedOver({ ...partial, cast: [] }, '', { ...last, camera: undefined, isSlow: false });
  // A dragon that appears does not ride because a knight did.
  const { motion } = !isMet && met.length > 0 && met.length === partial.cast.length ? partial : others;
  return { ...others, cast, motion };
}
