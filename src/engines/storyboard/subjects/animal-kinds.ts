/** What makes one animal on four legs another. */
export interface AnimalKind {
  readonly colour: string;
  readonly ears: 'pointed' | 'floppy' | 'long' | 'round';
  readonly tail: 'long' | 'wagging' | 'bushy' | 'tuft';
  readonly muzzle: 'cat' | 'dog' | 'fox' | 'rabbit' | 'bear';
  readonly coat: 'plain' | 'tabby' | 'tiger' | 'panda' | 'fox';
  readonly iris?: string;
  /** The drawing that is its head; absent: a head is painted. */
  readonly face?: string;
  /** The usual size is 1. */
  readonly bulk: number;
}

export const ANIMAL_KINDS = {
  cat: { colour: '#eda257', ears: 'pointed', tail: 'long', muzzle: 'cat', coat: 'tabby', iris: '#8fce5a', bulk: 1 },
  dog: { colour: '#d8a262', ears: 'floppy', tail: 'wagging', muzzle: 'dog', coat: 'plain', bulk: 1.04 },
  fox: { colour: '#e5702c', ears: 'pointed', tail: 'bushy', muzzle: 'fox', coat: 'fox', iris: '#f0b64a', bulk: 1 },
  rabbit: { colour: '#f1e9e0', ears: 'long', tail: 'tuft', muzzle: 'rabbit', coat: 'plain', bulk: 0.9 },
  panda: { colour: '#fbf9f3', ears: 'round', tail: 'tuft', muzzle: 'bear', coat: 'panda', bulk: 1.16 },
  bear: { colour: '#9b6a43', ears: 'round', tail: 'tuft', muzzle: 'bear', coat: 'plain', bulk: 1.2 },
  tiger: { colour: '#f49a30', ears: 'round', tail: 'long', muzzle: 'cat', coat: 'tiger', iris: '#f4cf4a', bulk: 1.12 },
} as const satisfies Record<string, AnimalKind>;

type FacedKind = readonly [colour: string, tail: AnimalKind['tail'], bulk: number];

/** Animals of which the library has the face: the colour of the body that goes with it, its tail, and its bulk. */
const FACED: Readonly<Record<string, FacedKind>> = {
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
  return { colour, tail, bulk, ears: 'round', muzzle: 'bear', coat: 'plain', face };
}
