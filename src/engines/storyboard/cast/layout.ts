import type { DrawingKind } from '../library/library.ts';
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
  /** What it has on. */
  readonly clothes: readonly CastMember[];
  x: number;
  /** Above the floor. */
  rise: number;
  size: number;
  /** What is nearer is drawn later. */
  depth: number;
}

const GAP = 14;
const BESIDE_HUMANS = 0.65;
const SIZES = { small: 0.7, usual: 1, large: 1.4 } as const;
/** Where one is inside: how high, and at most how large. Out of a bowl one looks; what has walls would hide who is in it. */
const INSIDE: Partial<Readonly<Record<DrawingKind, readonly [number, number, depth: number]>>> = {
  building: [0.08, 0.4, 1],
  plant: [0.5, 0.4, 1],
};
const INSIDE_OPEN = [0.6, 0.65, -1] as const;
const OVER: ReadonlySet<MotionName> = new Set(['walk', 'run', 'drive', 'ride', 'chase']);
const HELD_IN: ReadonlySet<string> = new Set(
  'eat drink play read write paint cook cut clean dig look talk stay walk hug sing wave'.split(' '),
);

/** Where everybody is, in a row and on, under, before or behind one another. The floor is at 0, the row's middle at 0. */
export function layOut(scene: Scene): readonly Spot[] {
  const cast = withTool(withWay(withRiders(scene), scene.motion), scene.motion);
  const hasHuman = cast.some(({ subject }) => isHuman(subject));
  const sizes = cast.map((member) => {
    const size = usualSize(member.subject);
    const carries = cast.some((by) => isHuman(by.subject) && by.stands?.side === 'on' && cast[by.stands.of] === member);
    // No cat is as tall as the girl beside it, unless it carries her.
    const isPet = hasHuman && size <= 1 && isAlive(member.subject) && !isHuman(member.subject) && !carries;
    return size * SIZES[member.size ?? 'usual'] * (isPet ? BESIDE_HUMANS : 1);
  });
  const row = rowOf(cast, scene);
  const spots: Spot[][] = cast.map(() => []);
  let right = 0;
  for (const index of row) {
    const member = cast[index] as CastMember;
    const { subject, count = 1 } = member;
    const [figure, size] = [figureOf(subject), sizes[index] ?? 1];
    for (let copy = 0; copy < count; copy++) {
      const x = right + figure.reach * size;
      const isBack = copy % 2 === 1 && count > 2;
      const how = isBack ? { rise: 16, size: size * 0.86, depth: -1 } : { rise: 0, size, depth: 0 };
      spots[index]?.push({ member, base: member, figure, clothes: clothesOf(member, cast), x, ...how });
      right += figure.reach * size * (copy + 1 < count ? 1.5 : 2);
    }
    right += GAP;
  }
  // The bowl comes onto the table before the fish comes into the bowl, and who holds something before that.
  const others = [...cast.keys()].filter((index) => !row.includes(index) && !wearerOf(cast[index], cast));
  others.sort((one, other) => (stepsOf(cast[one], cast) || cast.length) - (stepsOf(cast[other], cast) || cast.length));
  for (const index of others) spots[index] = dependents(cast[index] as CastMember, sizes[index] ?? 1, spots, cast);
  for (const spot of spots.flat()) spot.x -= (right - GAP) / 2;
  return spots.flat().sort((one, other) => one.depth - other.depth);
}

/** Who rides, or drives what has no room inside, sits on it, and it goes where the rider goes. */
function withRiders({ cast, motion }: Scene): readonly CastMember[] {
  const isRidden = ({ subject }: CastMember) => traitsOf(subject).isRidden;
  const isAnimal = ({ subject }: CastMember) => isAlive(subject) && !isHuman(subject);
  const isOthers = cast.some((member) => member.motion === 'ride');
  const vehicle = cast.findIndex((member) => isRidden(member) && !isAlive(member.subject));
  const mount = vehicle < 0 ? cast.findLastIndex(cast.some(isRidden) ? isRidden : isAnimal) : vehicle;
  const rider = cast.findIndex(
    ({ subject, stands, motion: own }, index) =>
      index !== mount && isAlive(subject) && !stands && (!isOthers || own === 'ride'),
  );
  const isAfloat = motion === 'swim' && cast[vehicle]?.subject === 'surfboard';
  const flows = isAfloat || motion === 'float' || motion === 'fly';
  if ((motion !== 'ride' && !isOthers && !(vehicle >= 0 && (flows || motion === 'drive'))) || rider < 0 || mount < 0)
    return cast;
  return cast.map((member, index) => {
    if (index === mount && flows) return { ...member, motion };
    if (index !== rider) return member;
    return { ...member, stands: { side: 'on', of: mount }, ...(flows && { motion: 'stay' }) };
  });
}

/** What walks or drives goes over a bridge that is named, not beside it. */
function withWay(cast: readonly CastMember[], motion: MotionName): readonly CastMember[] {
  const way = cast.findIndex(({ subject }) => traitsOf(subject).isWay);
  if (way < 0 || cast[way]?.stands || !OVER.has(motion)) return cast;
  const goes = ({ subject, stands }: CastMember) => !stands && (isAlive(subject) || kindOf(subject) === 'wheels');
  return cast.map((member) => (goes(member) ? { ...member, stands: { side: 'on', of: way } } : member));
}

/** Who paints has a brush, unless something else to hold is named. */
function withTool(cast: readonly CastMember[], motion: MotionName): readonly CastMember[] {
  const tools: Partial<Readonly<Record<MotionName, string>>> = EXTRAS.tools;
  const subject = tools[motion];
  const isBusy = !cast.some((member) => isAlive(member.subject)) || cast.some((_, at) => isHeld(cast, at, motion));
  return subject && !isBusy ? [...cast, { subject, motion }] : cast;
}

/** Who has it on, if it is on somebody who can have it on. */
function wearerOf(member: CastMember | undefined, cast: readonly CastMember[]): CastMember | undefined {
  const other = member?.stands?.side === 'on' && traitsOf(member.subject).worn ? cast[member.stands.of] : undefined;
  return other && isAlive(other.subject) && figureOf(other.subject).neck ? other : undefined;
}

const clothesOf = (member: CastMember, cast: readonly CastMember[]) =>
  cast.filter((each) => wearerOf(each, cast) === member);

/** How many there are between somebody and the floor. */
function stepsOf(member: CastMember | undefined, cast: readonly CastMember[], most = cast.length): number {
  return member?.stands && most > 0 ? 1 + stepsOf(cast[member.stands.of], cast, most - 1) : 0;
}

const isAside = ({ stands }: CastMember) => stands?.side === 'left' || stands?.side === 'right';

/** Whether it has no place of its own on the floor: on something, or beside what is. */
function isCarried(member: CastMember, cast: readonly CastMember[]): boolean {
  const other = member.stands && cast[member.stands.of];
  return member.stands !== undefined && (!isAside(member) || (other?.stands !== undefined && !isAside(other)));
}

/** The members that stand on the floor beside one another, from left to right. */
function rowOf(cast: readonly CastMember[], scene: Scene): readonly number[] {
  const isApart = (member: CastMember, index: number) => isHeld(cast, index, scene.motion) || isCarried(member, cast);
  const row = cast.flatMap((member, index) => (isApart(member, index) ? [] : [index]));
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
  if (!member || member.stands || !HELD_IN.has(motion) || cast.some(({ stands }) => stands?.of === index)) return false;
  const isSmall = ['thing', 'ball', 'plant'].includes(kindOf(member.subject)) && !traitsOf(member.subject).isFixed;
  return isSmall && usualSize(member.subject) <= 1 && cast.some(({ subject }) => isAlive(subject));
}

function dependents(member: CastMember, size: number, spots: readonly Spot[][], cast: readonly CastMember[]): Spot[] {
  const { stands, subject, count = 1 } = member;
  const [figure, clothes] = [figureOf(subject), clothesOf(member, cast)];
  const base = spots[stands?.of ?? cast.findIndex((other) => isAlive(other.subject))]?.[0];
  const at = (middle: number, rise: number, scale: number, depth: number): Spot[] =>
    Array.from({ length: count }, (_, index) => {
      const x = middle + (index - (count - 1) / 2) * figure.reach * scale * 1.4;
      return { member, base: base?.base ?? member, figure, clothes, x, rise, size: scale, depth };
    });
  if (!base) return at(0, 0, size, 0);
  const carrier = traitsOf(base.member.subject);
  const [reach, height] = [base.figure.reach * base.size, base.figure.height * base.size];
  const top = base.rise + height;
  const beside = cast.filter((other) => other.stands?.side === stands?.side && other.stands?.of === stands?.of);
  const x = base.x + reach * 1.2 * ((beside.indexOf(member) + 0.5) / beside.length - 0.5);
  // What has no neck to wear it at has a hat on top of it, and holds the rest.
  const { worn } = isAlive(base.member.subject) ? traitsOf(subject) : {};
  switch (worn && worn !== 'head' ? undefined : stands?.side) {
    case 'on': {
      // Who sits has the seat behind the knees, not under the feet.
      const sits = isHuman(subject) && carrier.isSeat ? 0.45 : 1;
      // What is no human has the sofa around it, and not under it.
      const most = base.size * (isHuman(subject) ? (carrier.isSeat ? 1.1 : 0.85) : carrier.isRoof ? 0.6 : 0.85);
      return at(x, base.rise + height * (carrier.top ?? 0.93) * sits, Math.min(size, most), 1);
    }
    case 'left':
      return at(base.x - (reach + figure.reach * size), base.rise, size, base.depth);
    case 'right':
      return at(base.x + (reach + figure.reach * size), base.rise, size, base.depth);
    case 'above':
      return at(base.x, top + 14, size, 1);
    case 'under':
      if (carrier.isRoof) return at(base.x, -3, Math.min(size, base.size * 0.6), 1);
      base.rise += figure.height * size * 0.9;
      return at(base.x, 0, size, -1);
    case 'behind':
      return at(base.x + reach * 0.7, 12, size, -2);
    case 'front':
      return at(base.x - reach * 0.45, -10, size, 2);
    case 'inside': {
      const [share, scale, depth] = INSIDE[kindOf(base.member.subject)] ?? INSIDE_OPEN;
      return at(base.x, base.rise + (top - base.rise) * share, Math.min(size, base.size * scale), depth);
    }
    // Held before the breast.
    default:
      return at(base.x + 24 * base.size, base.rise + 26 * base.size, Math.min(size, 0.5) * base.size, 1);
  }
}
