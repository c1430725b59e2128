import type { CastMember } from '../scene.ts';
import { allDrawings, type DrawingKind, drawingOf } from './library.ts';

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

/** The one who moves: what is alive before what is not, whatever was named first. */
export function heroOf(cast: readonly CastMember[]): CastMember | undefined {
  return cast.find(({ subject }) => isAlive(subject)) ?? cast[0];
}
