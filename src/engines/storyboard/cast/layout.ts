import { usualSize } from '../library/subject-defaults.ts';
import { isAlive, isHuman, kindOf } from '../library/subject-kinds.ts';
import { traitsOf } from '../library/traits.ts';
import { ACTS } from './acts.ts';
import type { CastMember, MotionName, Scene } from '../scene.ts';
import { type Figure, figureOf } from '../subjects/index.ts';

/** One of the cast in its place, in units of a group that is fitted to the stage afterwards. */
export interface Spot {
  readonly member: CastMember;
  readonly figure: Figure;
  /** Of several of one kind, which. */
  readonly index: number;
  x: number;
  /** Above the floor. */
  rise: number;
  size: number;
  /** What is nearer is drawn later. */
  depth: number;
}

const GAP = 14;
const HELD_IN: ReadonlySet<string> = new Set(
  'eat drink play read write paint cook cut clean look talk stay walk hug sing wave'.split(' '),
);

/** Where everybody is, in a row and on, under, before or behind one another. The floor is at 0, the row's middle at 0. */
export function layOut(scene: Scene): readonly Spot[] {
  const relations = withRiders(scene);
  const sizes = relations.map(
    (member) => usualSize(member.subject) * (member.size === 'small' ? 0.7 : member.size === 'large' ? 1.4 : 1),
  );
  const row = rowOf(relations, scene);
  const spots: Spot[][] = relations.map(() => []);
  let right = 0;
  for (const index of row) {
    const member = relations[index] as CastMember;
    const figure = figureOf(member.subject);
    const size = sizes[index] ?? 1;
    const step = figure.reach * size * 1.5;
    for (let copy = 0; copy < (member.count ?? 1); copy++) {
      const x = right + figure.reach * size;
      const isBack = copy % 2 === 1 && (member.count ?? 1) > 2;
      spots[index]?.push({
        member,
        figure,
        index: copy,
        x,
        rise: isBack ? 16 : 0,
        size: isBack ? size * 0.86 : size,
        depth: isBack ? -1 : 0,
      });
      right += copy + 1 < (member.count ?? 1) ? step : figure.reach * size * 2;
    }
    right += GAP;
  }
  relations.forEach((member, index) => {
    if (!row.includes(index)) spots[index] = dependents(member, sizes[index] ?? 1, spots, relations);
  });
  for (const spot of spots.flat()) spot.x -= (right - GAP) / 2;
  return spots.flat().sort((one, other) => one.depth - other.depth);
}

/** Who rides sits on what is ridden; who holds something has it in front. */
function withRiders({ cast, motion }: Scene): readonly CastMember[] {
  const rider = cast.findIndex(({ subject }) => isHuman(subject));
  const mount = cast.findIndex(({ subject }) =>
    /^(horse|camel|elephant|bicycle|motorcycle|skateboard|unicorn|motor-scooter)$/.test(subject),
  );
  if (motion !== 'ride' || rider < 0 || mount < 0) return cast;
  return cast.map((member, index) => (index === rider ? { ...member, stands: { side: 'on', of: mount } } : member));
}

/** The members that stand on the floor beside one another, from left to right. */
function rowOf(cast: readonly CastMember[], scene: Scene): readonly number[] {
  const row: number[] = [];
  const isAside = ({ stands }: CastMember) => stands?.side === 'left' || stands?.side === 'right';
  cast.forEach((member, index) => {
    if (isHeld(cast, index, scene.motion)) return;
    if (!member.stands || isAside(member)) row.push(index);
  });
  const hero = cast.findIndex(({ subject }) => isAlive(subject));
  // Who walks ahead is on the right, where they go.
  if (hero >= 0 && ACTS[scene.motion].pace > 0 && scene.motion !== 'chase' && !cast.some(isAside)) row.reverse();
  cast.forEach((member, index) => {
    if (!isAside(member) || !member.stands) return;
    row.splice(row.indexOf(index), 1);
    const at = row.indexOf(member.stands.of);
    row.splice(at + (member.stands.side === 'right' ? 1 : 0), 0, index);
  });
  return row;
}

function isHeld(cast: readonly CastMember[], index: number, motion: MotionName): boolean {
  const member = cast[index];
  if (!member || member.stands || !HELD_IN.has(motion)) return false;
  const isSmall = ['thing', 'ball', 'plant'].includes(kindOf(member.subject)) && !traitsOf(member.subject).isFixed;
  return isSmall && usualSize(member.subject) <= 1 && cast.some(({ subject }) => isAlive(subject));
}

function dependents(member: CastMember, size: number, spots: readonly Spot[][], cast: readonly CastMember[]): Spot[] {
  const figure = figureOf(member.subject);
  const holder = cast.findIndex(({ subject }) => isAlive(subject));
  const of = member.stands?.of ?? holder;
  const count = member.count ?? 1;
  const base = spots[of]?.[0];
  const at = (x: number, rise: number, scale: number, depth: number): Spot[] =>
    Array.from({ length: count }, (_, index) => ({
      member,
      figure,
      index,
      x: x + (index - (count - 1) / 2) * figure.reach * scale,
      rise,
      size: scale,
      depth,
    }));
  if (!base) return at(0, 0, size, 0);
  const carrier = traitsOf(base.member.subject);
  const top = base.rise + base.figure.height * base.size;
  switch (member.stands?.side) {
    case 'on': {
      // Who sits has the seat behind the knees, not under the feet.
      const sits = isHuman(member.subject) && carrier.isSeat ? 0.45 : 1;
      const seat = base.rise + base.figure.height * base.size * (carrier.top ?? 0.93) * sits;
      return at(base.x, seat, Math.min(size, base.size * 0.85), 1);
    }
    case 'above':
      return at(base.x, top + 14, size, 1);
    case 'under':
      if (carrier.isRoof) return at(base.x, -3, Math.min(size, base.size * 0.45), 1);
      base.rise += figure.height * size * 0.9;
      return at(base.x, 0, size, -1);
    case 'behind':
      return at(base.x + base.figure.reach * base.size * 0.7, 12, size, -2);
    case 'front':
      return at(base.x - base.figure.reach * base.size * 0.45, -10, size, 2);
    case 'inside':
      return at(
        base.x + base.figure.reach * base.size * 0.1,
        base.rise + (top - base.rise) * 0.3,
        Math.min(size, base.size * 0.5),
        -1,
      );
    default: {
      // Held before the breast.
      const scale = Math.min(size, 0.5);
      return at(base.x + 24 * base.size, base.rise + 26 * base.size, scale * base.size, 1);
    }
  }
}
