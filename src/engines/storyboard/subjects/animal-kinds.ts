import type { DrawingPath } from '../library/library.ts';
import { inTones } from '../library/paint-paths.ts';
import { traitsOf, type Traits } from '../library/traits.ts';
import { mix, type Tones } from '../stage/index.ts';
import WRITTEN from './marks.json' with { type: 'json' };

type Part = 'ear' | 'head' | 'whiskers' | 'walking' | 'resting' | 'sitting' | 'tail';

/** What is painted on an animal, in its own colours or in these: `main`, `dark`, `pale` and `blush` of its coat. */
type Marks = Readonly<Partial<Record<Part, readonly DrawingPath[]>>> & {
  readonly iris?: string;
  /** The colour of its limbs, if not that of its coat. */
  readonly limbs?: string;
};

/** What makes one animal on four legs another. */
export interface AnimalKind {
  readonly colour: string;
  readonly tail: NonNullable<Traits['body']>[1];
  /** The usual size is 1. */
  readonly bulk: number;
  /** The drawing that is its head unless that is among its marks. */
  readonly face: string;
  readonly marks: Marks;
}

const MARKS = WRITTEN as unknown as Readonly<Record<string, Marks | undefined>>;

/** The kind of animal that goes with a face of the library, or is painted. */
export function animalKind(subject: string): AnimalKind {
  const [colour, tail, bulk] = traitsOf(subject).body ?? ['#a56953', 'tuft', 1];
  return { colour, tail, bulk, face: subject, marks: { ...MARKS[tail], ...MARKS[subject] } };
}

/** A part of the marks of an animal, in the colours of its coat. */
export function marksOf({ marks }: AnimalKind, part: Part, tones: Tones): readonly DrawingPath[] {
  return inTones(marks[part] ?? [], { ...tones, blush: mix(tones.pale, '#ef8f98', 0.62) });
}
