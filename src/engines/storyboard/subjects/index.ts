import { isPainted, kindOf } from '../library/subject-kinds.ts';
import { animalKind } from './animal-kinds.ts';
import { animal } from './animal.ts';
import { animatedDrawing } from './animated-drawing.ts';
import { bust, person } from './person.ts';
import type { Figure } from './pose.ts';

/** How a subject is drawn. */
export function figureOf(subject: string): Figure {
  const kind = kindOf(subject);
  if (kind === 'face' || isPainted(subject)) return animal(animalKind(subject));
  if (kind === 'head') return person(subject);
  return kind === 'bust' ? bust(subject) : animatedDrawing(subject);
}

export type { BasicMotion, Figure } from './pose.ts';
