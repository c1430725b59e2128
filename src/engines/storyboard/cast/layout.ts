import { usualSize } from '../library/subject-defaults.ts';
import { isAlive, isHuman, kindOf } from '../library/subject-kinds.ts';
import { traitsOf } from '../library/traits.ts';
import EXTRAS from './extras.json' with { type: 'json' };
import { ACTS } from './acts.ts';
import type { CastMember, MotionName, Scene } from '../scene.ts';
import { type Figure, figureOf } from '../subjects/index.ts';

/** One of the cast in its place, in units of a group that is fitted to the stage afterwards. */
export interface Spot {
  readonly member: CastMember;
  /** Who of the cast carries it in the end, if only itself. */
  readonly base: CastMember;
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
const VEHICLES = /^(bicycle|motorcycle|skateboard|motor-scooter|surfboard|snowboard|canoe|sled)$/;
const ANIMALS_RIDDEN = /^(horse|camel|elephant|unicorn)$/;
const HELD_IN: ReadonlySet<string> = new Set(
  'eat drink play read write paint cook cut clean dig look talk stay walk hug sing wave'.split(' '),
);

/** Where everybody is, in a row and on, under, before or behind one another. The floor is at 0, the row's middle at 0. */
export function layOut(scene: Scene): readonly Spot[] {
  const relations = withTool(withRiders(scene), scene.motion);
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
        base: member,
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
  // The bowl comes onto the table before the fish comes into the bowl.
  const others = [...relations.keys()].filter((index) => !row.includes(index));
  others.sort((one, other) => stepsOf(relations[one], relations) - stepsOf(relations[other], relations));
  for (const index of others)
    spots[index] = dependents(relations[index] as CastMember, sizes[index] ?? 1, spots, relations);
  for (const spot of spots.flat()) spot.x -= (right - GAP) / 2;
  return spots.flat().sort((one, other) => one.depth - other.depth);
}

/** Who rides, or drives what has no room inside, sits on it, and it goes where the rider goes. */
function withRiders({ cast, motion }: Scene): readonly CastMember[] {
  const vehicle = cast.findIndex(({ subject }) => VEHICLES.test(subject));
  const mount = vehicle < 0 ? cast.findLastIndex(({ subject }) => ANIMALS_RIDDEN.test(subject)) : vehicle;
  const rider = cast.findIndex(({ subject, stands }, index) => index !== mount && isAlive(subject) && !stands);
  const flows = motion === 'float' || motion === 'fly';
  if ((motion !== 'ride' && !(vehicle >= 0 && (flows || motion === 'drive'))) || rider < 0 || mount < 0) return cast;
  return cast.map((member, index) => {
    if (index === mount && flows) return { ...member, motion };
    if (index !== rider) return member;
    return { ...member, stands: { side: 'on', of: mount }, ...(flows && { motion: 'stay' }) };
  });
}

/** Who paints has a brush, unless something else to hold is named. */
function withTool(cast: readonly CastMember[], motion: MotionName): readonly CastMember[] {
  const tools: Partial<Readonly<Record<MotionName, string>>> = EXTRAS.tools;
  const subject = tools[motion];
  const isBusy = !cast.some((member) => isAlive(member.subject)) || cast.some((_, at) => isHeld(cast, at, motion));
  return subject && !isBusy ? [...cast, { subject, motion }] : cast;
}

/** How many there are between somebody and the floor. */
function stepsOf(member: CastMember | undefined, cast: readonly CastMember[], most = cast.length): number {
  return member?.stands && most > 0 ? 1 + stepsOf(cast[member.stands.of], cast, most - 1) : 0;
}

function isAside({ stands }: CastMember): boolean {
  return stands?.side === 'left' || stands?.side === 'right';
}

/** Whether it has no place of its own on the floor: on something, or beside what is. */
function isCarried(member: CastMember, cast: readonly CastMember[]): boolean {
  const other = member.stands && cast[member.stands.of];
  return member.stands !== undefined && (!isAside(member) || (other?.stands !== undefined && !isAside(other)));
}

/** The members that stand on the floor beside one another, from left to right. */
function rowOf(cast: readonly CastMember[], scene: Scene): readonly number[] {
  const row: number[] = [];
  cast.forEach((member, index) => {
    if (!isHeld(cast, index, scene.motion) && !isCarried(member, cast)) row.push(index);
  });
  const hero = cast.findIndex(({ subject }) => isAlive(subject));
  // Who walks ahead is on the right, where they go.
  if (hero >= 0 && ACTS[scene.motion].pace > 0 && scene.motion !== 'chase' && !cast.some(isAside)) row.reverse();
  cast.forEach((member, index) => {
    if (!isAside(member) || !member.stands || !row.includes(index)) return;
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
      base: base?.base ?? member,
      figure,
      index,
      x: x + (index - (count - 1) / 2) * figure.reach * scale * 1.4,
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
    case 'left':
    case 'right': {
      const way = member.stands.side === 'left' ? -1 : 1;
      return at(base.x + way * (base.figure.reach * base.size + figure.reach * size), base.rise, size, base.depth);
    }
    case 'above':
      return at(base.x, top + 14, size, 1);
    case 'under':
      if (carrier.isRoof) return at(base.x, -3, Math.min(size, base.size * 0.6), 1);
      base.rise += figure.height * size * 0.9;
      return at(base.x, 0, size, -1);
    case 'behind':
      return at(base.x + base.figure.reach * base.size * 0.7, 12, size, -2);
    case 'front':
      return at(base.x - base.figure.reach * base.size * 0.45, -10, size, 2);
    case 'inside': {
      // Out of a bowl one looks; what has walls would hide who is in it.
      const kind = kindOf(base.member.subject);
      const isOpen = kind !== 'building' && kind !== 'plant';
      const [share, scale] = isOpen ? [0.6, 0.65] : [kind === 'plant' ? 0.5 : 0.08, 0.4];
      return at(base.x, base.rise + (top - base.rise) * share, Math.min(size, base.size * scale), isOpen ? -1 : 1);
    }
    default: {
      // Held before the breast.
      const scale = Math.min(size, 0.5);
      return at(base.x + 24 * base.size, base.rise + 26 * base.size, scale * base.size, 1);
    }
  }
}
