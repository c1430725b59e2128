import { allDrawings, type DrawingKind, drawingOf } from './library.ts';
import { traitsOf } from './traits.ts';

/** Figures that are painted part by part instead of being taken from the library. */
export const PAINTED = ['cat', 'panda'] as const;
export type PaintedName = (typeof PAINTED)[number];

export function isPainted(subject: string): subject is PaintedName {
  return (PAINTED as readonly string[]).includes(subject);
}

/** Whether there is a figure or a drawing of a name. */
export function isDrawn(name: string): boolean {
  return isPainted(name) || allDrawings().has(name);
}

/** How a subject moves. */
export function kindOf(subject: string): DrawingKind {
  return isPainted(subject) ? 'legs' : drawingOf(subject).kind;
}

const ALIVE: ReadonlySet<DrawingKind> = new Set(['legs', 'crawls', 'wings', 'fins', 'face', 'head', 'bust', 'figure']);
const PEOPLE: ReadonlySet<DrawingKind> = new Set(['head', 'bust', 'figure']);

export function isAlive(subject: string): boolean {
  return ALIVE.has(kindOf(subject));
}

export function isHuman(subject: string): boolean {
  return PEOPLE.has(kindOf(subject));
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
