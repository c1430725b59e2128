import type { Scenery } from '../places/index.ts';
import { heroOf, isAlive, kindOf } from '../library/subject-kinds.ts';
import { elementOf, usualMotion } from '../library/subject-defaults.ts';
import type { Element } from '../library/traits.ts';
import type { CameraName, CastMember, MotionName, Scene } from '../scene.ts';
import type { Stage } from '../stage/index.ts';
import { layOut, type Spot } from './layout.ts';

/** One of the cast in its place on the stage. */
export interface Actor extends Pick<Spot, 'member' | 'figure' | 'clothes' | 'size'> {
  readonly motion: MotionName;
  /** Units from the left. */
  readonly x: number;
  /** Where its feet are while it does not leave the floor, in units from the top. */
  readonly y: number;
  /** −1 where it looks to the left. */
  readonly facing: 1 | -1;
  /** So that two cats do not keep step, in seconds. */
  readonly delay: number;
}

/** How deep it sits in open water, in units of the figure; what swims by itself shows its back. */
const DEPTH_AFLOAT: Readonly<Record<Element, number>> = { ground: 40, air: -70, water: 44, surface: 14 };
/** How much of the picture's height a group takes, and how much of its width at most. */
const HEIGHTS = { alive: 0.42, building: 0.62, other: 0.44 } as const;
const WIDEST = 0.84;
const NEARNESS: Partial<Readonly<Record<CameraName, number>>> = { closeUp: 1.6, wide: 0.62, aerial: 0.7 };
/** Where a thing is named first, it is the thing that does this. */
const THINGS_DO: ReadonlySet<MotionName> = new Set(['roll', 'fall', 'spin', 'burn', 'grow', 'shrink']);
const AT_EACH_OTHER: ReadonlySet<MotionName> = new Set(['fight', 'talk', 'hug']);
/** What one does with another, even a hammer with a nail. */
const BETWEEN_TWO: ReadonlySet<MotionName> = new Set([...AT_EACH_OTHER, 'chase', 'dance', 'fly', 'float']);
const OF_PLANTS: ReadonlySet<MotionName> = new Set(['grow', 'shrink', 'burn']);
const ON_THE_GROUND: ReadonlySet<string> = new Set('walk stay sleep jump eat drink look run talk play'.split(' '));

/** Finds a place for everybody. */
export function placeCast(stage: Stage, set: Scenery): readonly Actor[] {
  const spots = layOut(stage.scene);
  if (spots.length === 0) return [];
  const left = Math.min(...spots.map(({ x, figure, size }) => x - figure.reach * size));
  const right = Math.max(...spots.map(({ x, figure, size }) => x + figure.reach * size));
  const top = Math.max(...spots.map(({ rise, figure, size }) => rise + figure.height * size));
  const wished = (stage.height * heightOf(stage.scene) * (NEARNESS[stage.scene.camera] ?? 1)) / top;
  const fit = Math.min(wished, (stage.width * WIDEST) / (right - left), (set.floor * 0.86) / top);
  const middle = stage.width * (spots.length === 1 ? 0.48 : 0.5) - ((left + right) / 2) * fit;
  const isPair = spots.length > 1 && AT_EACH_OTHER.has(stage.scene.motion);
  return spots.map((spot, order) => ({
    member: spot.member,
    figure: spot.figure,
    clothes: spot.clothes,
    motion: motionOf(spot.member, stage.scene),
    x: middle + spot.x * fit,
    y: heightAbove(stage, set, spot, fit) - spot.rise * fit,
    size: spot.size * fit,
    facing: isPair && spot.x > (left + right) / 2 ? -1 : 1,
    delay: order * 0.37,
  }));
}

function heightOf({ cast }: Scene): number {
  if (cast.some(({ subject }) => isAlive(subject))) return HEIGHTS.alive;
  return cast.some(({ subject }) => kindOf(subject) === 'building') ? HEIGHTS.building : HEIGHTS.other;
}

/** Trees and houses do not walk, whatever the prompt's verb; what is alive does it, and the others what suits them. */
function motionOf(member: CastMember, { cast, motion, named }: Scene): MotionName {
  if (member.motion) return member.motion;
  const [kind, usual] = [kindOf(member.subject), usualMotion(member.subject)];
  const hasLife = cast.some(({ subject }) => isAlive(subject));
  const isFirst = member.subject === cast[0]?.subject;
  // A butterfly on a child's hand gives the child no wings.
  const hero = heroOf(cast) ?? member;
  if (motion === 'fly' && kindOf(hero.subject) === 'wings' && kind !== 'wings' && isAlive(member.subject))
    return 'look';
  if (hasLife && THINGS_DO.has(motion) && !isAlive(cast[0]?.subject ?? '')) return isFirst ? motion : 'stay';
  if (hasLife && isAlive(member.subject)) return motion !== 'drive' ? motion : member.stands ? 'ride' : usual;
  if (kind === 'plant' || kind === 'building') return OF_PLANTS.has(motion) ? motion : 'stay';
  // A ball rolls off a table; the table does not roll.
  if (!hasLife && !named.has('motion')) return usual;
  if (!hasLife) return isFirst || BETWEEN_TWO.has(motion) ? motion : 'stay';
  // What is ridden or driven goes; what lies about does not.
  if (kind === 'wheels' || kind === 'legs') return motion === 'ride' || motion === 'drive' ? 'drive' : 'stay';
  return kind === 'flame' || kind === 'flies' || kind === 'floats' ? usual : 'stay';
}

function heightAbove(stage: Stage, set: Scenery, { base: member }: Spot, fit: number): number {
  const element = elementOf(member.subject);
  const motion = motionOf(member, stage.scene);
  if (set.surface === 'none') return set.floor;
  if (set.surface === 'water') {
    const flies = element === 'air' && (motion === 'fly' || motion === 'float');
    return set.floor + (flies ? -0.24 * stage.height : DEPTH_AFLOAT[element] * fit);
  }
  // What swims above a town is in the air.
  const swims = (element === 'water' || element === 'surface') && (motion === 'swim' || motion === 'float');
  const isUp = swims || motion === 'fly' || (element === 'air' && !ON_THE_GROUND.has(motion));
  return isUp ? set.floor - stage.height * 0.2 : set.floor;
}
