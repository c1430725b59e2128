import type { MotionName, PlaceName } from '../scene.ts';
import doneAt from './done-at.json' with { type: 'json' };
import KINDS from './kinds.json' with { type: 'json' };
import type { DrawingKind } from './library.ts';
import { isHuman, kindOf } from './subject-kinds.ts';
import { type Element, type Traits, traitsOf } from './traits.ts';

type Choice<Of> = readonly [Of, ...Of[]];
type Usual = Required<Pick<Traits, 'places' | 'motion' | 'size'>> & Pick<Traits, 'element' | 'faces'>;

/** What a subject has of its own, else what its kind has. */
function usual(subject: string): Usual {
  const kinds = KINDS as unknown as Readonly<Record<DrawingKind, Usual>>;
  return { ...kinds[kindOf(subject)], ...traitsOf(subject) };
}

/** Where a subject is drawn when the place allows it. */
export function elementOf(subject: string): Element {
  return usual(subject).element ?? 'ground';
}

/** Whether its drawing looks to the left, as most of those do that go anywhere. */
export function looksLeft(subject: string): boolean {
  return usual(subject).faces === 'left';
}

/** Whether a subject has a place that is its own. */
export function hasUsualPlace(subject: string): boolean {
  return traitsOf(subject).places !== undefined;
}

/** Where a subject is found unless the prompt says otherwise. */
export function usualPlaces(subject: string, motion: MotionName | undefined): Choice<PlaceName> {
  const places: Partial<Readonly<Record<MotionName, string>>> = doneAt;
  // A dog swims in no park.
  const isElsewhere = isHuman(subject) || (motion === 'swim' && elementOf(subject) === 'ground');
  const byMotion = motion && isElsewhere ? (places[motion] as PlaceName | undefined) : undefined;
  if (byMotion) return [byMotion];
  // What flies by itself is no longer in the sky when it sits.
  const usually = usual(subject).places;
  const [first, ...others] = usually.filter((place) => place !== 'sky' || motion !== 'stay');
  return first ? [first, ...others] : usually;
}

/** What a subject does unless the prompt says otherwise. */
export function usualMotion(subject: string): MotionName {
  return usual(subject).motion;
}

/** How large a subject is beside others; a cat is 1. */
export function usualSize(subject: string): number {
  return usual(subject).size;
}
