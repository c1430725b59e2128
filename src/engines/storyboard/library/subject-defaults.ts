import { isHuman, kindOf } from './subject-kinds.ts';
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

const PLACES_OF_KIND: Readonly<Record<DrawingKind, Choice<PlaceName>>> = {
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
const PLACE_OF_MOTION: Partial<Readonly<Record<MotionName, PlaceName>>> = {
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
export function hasUsualPlace(subject: string): boolean {
  return traitsOf(subject).places !== undefined;
}

/** Where a subject is found unless the prompt says otherwise. */
export function usualPlaces(subject: string, motion: MotionName | undefined): Choice<PlaceName> {
  const byMotion = motion && isHuman(subject) ? PLACE_OF_MOTION[motion] : undefined;
  return byMotion ? [byMotion] : (traitsOf(subject).places ?? PLACES_OF_KIND[kindOf(subject)]);
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

const SIZE_OF_KIND: Readonly<Record<DrawingKind, number>> = {
  legs: 1,
  crawls: 0.8,
  wings: 0.7,
  fins: 0.95,
  face: 1,
  head: 1,
  bust: 1,
  figure: 1.1,
  plant: 0.8,
  building: 2.1,
  wheels: 1.6,
  floats: 1.6,
  flies: 1,
  flame: 1,
  ball: 0.55,
  thing: 0.72,
};

/** How large a subject is beside others; a cat is 1. */
export function usualSize(subject: string): number {
  return traitsOf(subject).size ?? SIZE_OF_KIND[kindOf(subject)];
}
