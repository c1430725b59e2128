/** What makes one animal on four legs another. */
export interface AnimalKind {
  readonly colour: string;
  readonly tail: 'long' | 'wagging' | 'bushy' | 'tuft';
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

/** Animals of which the library has the face: the colour of the body that goes with it, its tail, and its bulk. */
const FACED: Readonly<Record<string, readonly [colour: string, tail: AnimalKind['tail'], bulk: number]>> = {
  dog: ['#ecb974', 'wagging', 1.04],
  fox: ['#ff822d', 'bushy', 1],
  rabbit: ['#cdc4d6', 'tuft', 0.9],
  bear: ['#a56953', 'tuft', 1.2],
  tiger: ['#ff822d', 'long', 1.12],
  wolf: ['#9b9b9b', 'bushy', 1.1],
  raccoon: ['#8c8c8c', 'bushy', 0.9],
  lion: ['#f3ad61', 'long', 1.15],
  moose: ['#8c5543', 'tuft', 1.3],
  unicorn: ['#f0e6f4', 'bushy', 1.25],
  boar: ['#6d4534', 'tuft', 1.05],
  hamster: ['#f3ad61', 'tuft', 0.8],
  'polar-bear': ['#f4f4f4', 'tuft', 1.2],
  koala: ['#9b9b9b', 'tuft', 0.95],
  frog: ['#00d26a', 'tuft', 0.8],
  'monkey-face': ['#8c5543', 'long', 0.95],
  'cow-face': ['#f4f4f4', 'tuft', 1.2],
  'horse-face': ['#a56953', 'bushy', 1.2],
  'pig-face': ['#ff8687', 'tuft', 1],
  'dragon-face': ['#00d26a', 'bushy', 1.2],
};

/** The kind of animal that goes with a face of the library. */
export function facedKind(face: string): AnimalKind {
  const [colour, tail, bulk] = FACED[face] ?? ['#a56953', 'tuft', 1];
  return { colour, tail, bulk, coat: 'plain', face };
}
