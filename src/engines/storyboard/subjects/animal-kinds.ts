import { traitsOf, type Traits } from '../library/traits.ts';

/** What makes one animal on four legs another. */
export interface AnimalKind {
  readonly colour: string;
  readonly tail: NonNullable<Traits['body']>[1];
  /** Of a cat or a panda, whose heads are painted; `plain` goes with a face of the library. */
  readonly coat: 'plain' | 'tabby' | 'panda';
  /** The drawing that is its head; absent: a head is painted. */
  readonly face?: string;
  /** The usual size is 1. */
  readonly bulk: number;
}

export const ANIMAL_KINDS = {
  cat: { colour: '#eda257', tail: 'long', coat: 'tabby', bulk: 1 },
  panda: { colour: '#fbf9f3', tail: 'tuft', coat: 'panda', bulk: 1.16 },
} as const satisfies Record<string, AnimalKind>;

/** The kind of animal that goes with a face of the library. */
export function facedKind(face: string): AnimalKind {
  const [colour, tail, bulk] = traitsOf(face).body ?? ['#a56953', 'tuft', 1];
  return { colour, tail, bulk, coat: 'plain', face };
}
