import { isAlive, kindOf } from '../../library/subject-kinds.ts';
import { traitsOf } from '../../library/traits.ts';
import type { CastMember, ColourName, MotionName, Side } from '../../scene.ts';
import { ANYBODY } from '../mentions.ts';
import { EQUIPMENT, SENSES } from '../vocabulary.ts';
import { dressed, without } from './sides.ts';

/** More kinds, or more of one, have no room in a picture. */
export const MOST_IN_CAST = 4;
export const MOST_OF_ONE = 5;

/** One of the cast while a prompt is being read. */
export interface Draft {
  subject: string;
  count: number;
  /** Where it was named. */
  at: number;
  colour?: ColourName;
  size?: 'small' | 'large';
  stands?: { side: Side; of: number };
  motion?: MotionName;
  /** Who was named before “and”. */
  joined?: number;
  /** On which side of the picture, where no more is said. */
  aside?: Side;
}

/** The cast that has been read: as many as there is room for, each in its sense, and no double. */
export function castOf(drafts: readonly Draft[]): readonly CastMember[] {
  for (const draft of drafts) takeSense(draft, drafts);
  const all = withoutDoubles(drafts);
  // Before somebody is left out, what they wear is.
  const isMuch = all.length > MOST_IN_CAST;
  const kept = all.filter(({ subject }) => !isMuch || !traitsOf(subject).worn).slice(0, MOST_IN_CAST);
  // 哥哥弹琴，妹妹跳舞: each has a verb; else what one does all do.
  const own = kept.flatMap(({ subject, motion }) => (isAlive(subject) && motion ? [motion] : []));
  const isEach = new Set(own).size > 1;
  const gone = drafts.filter((draft) => !kept.includes(draft));
  return dressed(
    without(drafts, gone).map(({ at: _at, joined: _joined, aside: _aside, count, motion, ...told }) => ({
      ...told,
      ...(isEach && motion && isAlive(told.subject) && { motion }),
      ...(count > 1 && { count }),
    })),
  );
}

/** A bat beside a ball is none that flies. */
function takeSense(member: Draft, cast: readonly Draft[]): void {
  const [beside = '', other = member.subject] = SENSES[member.subject] ?? [];
  if (cast.some(({ subject }) => beside.split(' ').includes(subject))) member.subject = other;
}

const isAnybody = ({ subject }: Draft) => ANYBODY.test(subject);
const isDoing = ({ subject }: Draft) =>
  /^(person-|horse-racing|skier|woman-dancing)/.test(subject) && kindOf(subject) === 'figure';

/** “A man is playing golf” names one person, not a man and a golfer; a panda or an astronaut that does it has what it takes. */
function withoutDoubles(cast: readonly Draft[]): readonly Draft[] {
  if (cast.some((member) => isAlive(member.subject) && !isAnybody(member) && !isDoing(member)))
    return cast.filter((member) => {
      const needed = EQUIPMENT[member.subject] ?? member.subject;
      const isDouble = needed !== member.subject && cast.some(({ subject }) => subject === needed);
      member.subject = needed;
      return needed !== '' && !isDouble;
    });
  if (!cast.some(isDoing) || cast.some(({ stands }) => stands)) return cast;
  return cast.filter((member) => !isAnybody(member));
}
