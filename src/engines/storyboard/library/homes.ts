import { isHuman, kindOf } from './kinds.ts';
import { type Element, traitsOf } from './traits.ts';
import type { DrawingKind } from './library.ts';
import type { MotionName, PlaceName } from '../scene.ts';

type Choice<Of> = readonly [Of, ...Of[]];

const ELEMENTS: Partial<Readonly<Record<DrawingKind, Element>>> = {
  wings: 'air',
  flies: 'air',
  fins: 'water',
  floats: 'surface',
};
/** Where a subject is drawn when the place allows it. */
export function elementOf(subject: string): Element {
  return traitsOf(subject).element ?? ELEMENTS[kindOf(subject)] ?? 'ground';
}

const HOME_OF_KIND: Readonly<Record<DrawingKind, Choice<PlaceName>>> = {
  legs: ['meadow'],
  crawls: ['garden', 'forest'],
  wings: ['sky', 'garden'],
  fins: ['underwater'],
  face: ['forest', 'meadow'],
  head: ['street', 'park', 'meadow'],
  bust: ['street', 'park'],
  figure: ['park'],
  plant: ['garden'],
  building: ['meadow'],
  wheels: ['road', 'street'],
  floats: ['sea'],
  flies: ['sky'],
  flame: ['meadow'],
  ball: ['park'],
  thing: ['tabletop'],
};

/** Where somebody does something, if it is not said. */
const HOME_OF_MOTION: Partial<Readonly<Record<MotionName, PlaceName>>> = {
  cook: 'kitchen',
  cut: 'kitchen',
  read: 'library',
  write: 'office',
  clean: 'room',
  paint: 'studio',
  exercise: 'park',
  sing: 'stage',
  dance: 'stage',
  swim: 'sea',
  climb: 'mountain',
  eat: 'cafe',
  drink: 'cafe',
  sleep: 'bedroom',
  ride: 'meadow',
};

/** Whether a subject has a place that is its own. */
export function hasHome(subject: string): boolean {
  return traitsOf(subject).homes !== undefined;
}

/** Where a subject is found unless the prompt says otherwise. */
export function homesOf(subject: string, motion: MotionName | undefined): Choice<PlaceName> {
  const byMotion = motion && isHuman(subject) ? HOME_OF_MOTION[motion] : undefined;
  return byMotion ? [byMotion] : (traitsOf(subject).homes ?? HOME_OF_KIND[kindOf(subject)]);
}

const MOTION_OF_KIND: Readonly<Record<DrawingKind, MotionName>> = {
  legs: 'walk',
  crawls: 'crawl',
  wings: 'fly',
  fins: 'swim',
  face: 'walk',
  head: 'walk',
  bust: 'stay',
  figure: 'stay',
  plant: 'stay',
  building: 'stay',
  wheels: 'drive',
  floats: 'float',
  flies: 'fly',
  flame: 'burn',
  ball: 'stay',
  thing: 'stay',
};

/** What a subject does unless the prompt says otherwise. */
export function usualMotion(subject: string): MotionName {
  return traitsOf(subject).motion ?? MOTION_OF_KIND[kindOf(subject)];
}
