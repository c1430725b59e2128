/** What makes one animal on four legs another. */
export interface AnimalKind {
  readonly colour: string;
  readonly ears: 'pointed' | 'floppy' | 'long' | 'round';
  readonly tail: 'long' | 'wagging' | 'bushy' | 'tuft';
  readonly muzzle: 'cat' | 'dog' | 'fox' | 'rabbit' | 'bear';
  readonly coat: 'plain' | 'tabby' | 'tiger' | 'panda' | 'fox';
  readonly iris?: string;
  /** The usual size is 1. */
  readonly bulk: number;
}

export const ANIMAL_KINDS = {
  cat: {
    colour: '#eda257',
    ears: 'pointed',
    tail: 'long',
    muzzle: 'cat',
    coat: 'tabby',
    iris: '#8fce5a',
    bulk: 1,
  },
  dog: { colour: '#d8a262', ears: 'floppy', tail: 'wagging', muzzle: 'dog', coat: 'plain', bulk: 1.04 },
  fox: {
    colour: '#e5702c',
    ears: 'pointed',
    tail: 'bushy',
    muzzle: 'fox',
    coat: 'fox',
    iris: '#f0b64a',
    bulk: 1,
  },
  rabbit: { colour: '#f1e9e0', ears: 'long', tail: 'tuft', muzzle: 'rabbit', coat: 'plain', bulk: 0.9 },
  panda: { colour: '#fbf9f3', ears: 'round', tail: 'tuft', muzzle: 'bear', coat: 'panda', bulk: 1.16 },
  bear: { colour: '#9b6a43', ears: 'round', tail: 'tuft', muzzle: 'bear', coat: 'plain', bulk: 1.2 },
  tiger: {
    colour: '#f49a30',
    ears: 'round',
    tail: 'long',
    muzzle: 'cat',
    coat: 'tiger',
    iris: '#f4cf4a',
    bulk: 1.12,
  },
} as const satisfies Record<string, AnimalKind>;
