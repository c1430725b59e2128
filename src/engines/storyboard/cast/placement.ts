import type { Scenery } from '../places/index.ts';
import { HABITS } from '../read/habits.ts';
import type { Element } from '../read/habits.ts';
import type { CastMember, MotionName } from '../scene.ts';
import type { Stage } from '../stage/stage.ts';
import { FIGURES } from '../subjects/index.ts';
import type { Figure } from '../subjects/index.ts';

/** One of the cast in its place on the stage. */
export interface Actor {
  readonly member: CastMember;
  readonly figure: Figure;
  readonly motion: MotionName;
  readonly element: Element;
  /** Units from the left. */
  readonly x: number;
  /** Where its feet are while it does not leave the floor, in units from the top. */
  readonly y: number;
  readonly size: number;
  /** So that two cats do not keep step, in seconds. */
  readonly delay: number;
}

/** Units a second by which the world passes. */
export const PACE: Readonly<Record<MotionName, number>> = {
  walk: 50,
  run: 150,
  fly: 95,
  jump: 66,
  dance: 0,
  swim: 46,
  float: 16,
  sleep: 0,
  drive: 170,
  stay: 0,
};

/** How deep it sits in open water, in units of the figure; what swims by itself shows its back. */
const DEPTH_AFLOAT: Readonly<Record<Element, number>> = { ground: 40, air: -70, water: 44, surface: 16 };

const SIZE_BY_COUNT = [1.28, 0.98, 0.82];
const TALLEST = 150;
const TALLEST_AIRBORNE = 178;

/** Finds a place for everybody. */
export function placeCast(stage: Stage, set: Scenery): readonly Actor[] {
  const { cast } = stage.scene;
  const figures = cast.map(({ subject }) => FIGURES[subject]);
  const wished = SIZE_BY_COUNT[cast.length - 1] ?? 0.82;
  const widths = figures.map((figure) => figure.reach * 2 * (figure.size ?? 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const size = Math.min(wished, (stage.width * 0.86) / total, (stage.height * 0.62) / TALLEST);
  // The hero leads to the right; companions follow behind it.
  let right = stage.width * (cast.length === 1 ? 0.47 : 0.5) + (total * size) / 2;
  return cast.map((member, index) => {
    const figure = FIGURES[member.subject];
    const width = (widths[index] ?? 0) * size;
    const x = right - width / 2;
    right -= width;
    const element = HABITS[member.subject].element;
    const motion = motionOf(member, stage, element);
    const own = size * (figure.size ?? 1);
    return {
      member,
      figure,
      motion,
      element,
      x,
      y: restingHeight(stage, set, element, motion, own),
      size: own,
      delay: index * 0.37,
    };
  });
}

/** Trees and houses do not walk, whatever the prompt's verb; companions do what suits them. */
function motionOf({ subject }: CastMember, { scene }: Stage, element: Element): MotionName {
  const [usual] = HABITS[subject].motions;
  const stands = usual === 'stay' && subject !== 'snowman';
  if (stands) return 'stay';
  const isHero = subject === scene.cast[0].subject;
  if (isHero || element === HABITS[scene.cast[0].subject].element) return scene.motion;
  return scene.motion === 'sleep' || scene.motion === 'dance' || scene.motion === 'stay' ? scene.motion : usual;
}

function restingHeight(stage: Stage, set: Scenery, element: Element, motion: MotionName, size: number): number {
  const isGrounded = motion === 'walk' || motion === 'stay' || motion === 'sleep' || motion === 'jump';
  if (set.surface === 'none') return set.floor;
  if (motion === 'fly' || (element === 'air' && !isGrounded))
    return set.floor - Math.max(0, Math.min(stage.height * 0.2, 74, set.floor - TALLEST_AIRBORNE * size));
  const sinks = element === 'surface' && motion === 'swim' ? 26 * size : 0;
  if (set.surface === 'water') return sinks + set.floor + DEPTH_AFLOAT[element] * size;
  if (element === 'water' || (element === 'surface' && motion === 'swim')) return set.floor - 26;
  return set.floor;
}
