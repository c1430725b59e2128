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

const SIZES: Readonly<Record<string, number>> = {
  ...listed(
    0.42,
    'ant beetle lady-beetle honeybee mosquito fly cricket bug spider worm snail mouse rat hamster butterfly shrimp',
  ),
  ...listed(
    0.6,
    'frog bird dove blackbird parrot baby-chick duck lizard crab chipmunk hedgehog chicken rooster bat squid',
  ),
  ...listed(0.8, 'goose owl eagle raccoon turtle otter skunk badger penguin snake tropical-fish fish monkey lobster'),
  ...listed(
    1.25,
    'horse cow ox zebra deer camel two-hump-camel bison water-buffalo moose gorilla polar-bear lion donkey crocodile ' +
      'bicycle motorcycle motor-scooter piano table couch-and-lamp bed horse-racing person-biking',
  ),
  ...listed(1.5, 'elephant giraffe mammoth rhinoceros hippopotamus t-rex sauropod dragon shark dolphin'),
  ...listed(1.7, 'spouting-whale whale'),
  ...listed(
    1.55,
    'automobile taxi police-car racing-car sport-utility-vehicle pickup-truck sailboat canoe speedboat helicopter ' +
      'auto-rickshaw tractor ambulance parachute small-airplane',
  ),
  ...listed(
    1.85,
    'bus minibus trolleybus delivery-truck articulated-lorry fire-engine locomotive train metro tram bullet-train ' +
      'high-speed-train airplane rocket flying-saucer ship passenger-ship ferry motor-boat',
  ),
  ...listed(1.5, 'deciduous-tree evergreen-tree palm-tree cherry-blossom christmas-tree tent fountain carousel-horse'),
  ...listed(1.1, 'street-lamp vertical-traffic-light stop-sign bench sculpture fire window door refrigerator rock'),
  ...listed(0.5, 'cup hot-beverage teacup-without-handle spoon fork-and-knife kitchen-knife watch red-apple nail'),
};

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
  return SIZES[subject] ?? SIZE_OF_KIND[kindOf(subject)];
}

function listed(size: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, size]));
}
