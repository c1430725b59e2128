import { isHuman, kindOf } from './kinds.ts';
import type { DrawingKind } from './library.ts';
import type { MotionName, PlaceName } from '../scene.ts';

/** Where a subject is drawn when the place allows it. */
export type Element = 'ground' | 'air' | 'water' | 'surface';

type Choice<Of> = readonly [Of, ...Of[]];

const ELEMENTS: Partial<Readonly<Record<DrawingKind, Element>>> = {
  wings: 'air',
  flies: 'air',
  fins: 'water',
  floats: 'surface',
};
const AT_THE_SURFACE = new Set([
  'spouting-whale',
  'dolphin',
  'swan',
  'duck',
  'otter',
  'person-rowing-boat',
  'person-surfing',
]);
const ON_THE_GROUND = new Set(['bat', 'owl', 'parrot']);

export function elementOf(subject: string): Element {
  if (AT_THE_SURFACE.has(subject)) return 'surface';
  if (ON_THE_GROUND.has(subject)) return 'ground';
  return ELEMENTS[kindOf(subject)] ?? 'ground';
}

const HOMES: readonly (readonly [subjects: string, places: Choice<PlaceName>])[] = [
  ['cat', ['street', 'garden', 'meadow', 'room']],
  ['dog rabbit', ['meadow', 'garden', 'park']],
  [
    'fox bear tiger wolf deer moose raccoon chipmunk koala monkey gorilla orangutan owl sloth hedgehog leopard',
    ['forest'],
  ],
  ['panda', ['bamboo']],
  ['polar-bear penguin seal snowman', ['snowfield']],
  ['camel two-hump-camel scorpion cactus pyramid', ['desert']],
  ['cow ox pig goat ewe ram chicken rooster baby-chick goose turkey tractor', ['farm']],
  ['elephant giraffe lion zebra rhinoceros horse bison donkey llama kangaroo ball soccer-ball', ['meadow']],
  ['hippopotamus crocodile frog duck swan flamingo otter beaver bridge', ['river', 'lake']],
  ['spouting-whale dolphin sailboat ship motor-boat passenger-ship ferry speedboat person-surfing', ['sea']],
  ['crab lighthouse surfboard palm-tree spiral-shell', ['beach']],
  ['canoe person-rowing-boat', ['lake']],
  ['astronaut alien rocket flying-saucer satellite ringed-planet comet', ['space']],
  ['dragon', ['mountain']],
  ['locomotive train bullet-train metro tram', ['meadow', 'mountain']],
  ['couch-and-lamp chair television potted-plant vase mantelpiece-clock window door candle teddy-bear', ['room']],
  ['bed', ['bedroom']],
  ['refrigerator oven microwave toaster sink pot-of-food kitchen-knife cook', ['kitchen']],
  ['toilet bathtub toothbrush hair-drier shower person-taking-bath', ['bathroom']],
  ['laptop desktop-computer keyboard printer office-worker technologist', ['office']],
  ['woman-student teacher chess-pawn', ['classroom']],
  ['open-book books', ['library']],
  ['singer microphone guitar violin drum trumpet piano woman-dancing man-dancing', ['stage']],
  ['skyscraper tokyo-tower office-building statue-of-liberty drone', ['city']],
  ['bench fountain kite balloon', ['park']],
  ['ferris-wheel carousel-horse circus-tent roller-coaster clown-face', ['fairground']],
  ['fire tent fireworks', ['meadow']],
  ['headstone', ['graveyard']],
  ['shinto-shrine hindu-temple', ['temple']],
  ['table', ['room']],
  ['stop-sign vertical-traffic-light fire-hydrant parking-meter street-lamp taxi bus', ['street']],
  ['mount-fuji mountain volcano snow-capped-mountain', ['lake']],
  ['umbrella backpack luggage briefcase', ['station', 'street']],
  ['skier skis snowboard sled', ['snowfield']],
];

const HOME_OF: ReadonlyMap<string, Choice<PlaceName>> = new Map(
  HOMES.flatMap(([subjects, places]) => subjects.split(' ').map((subject) => [subject, places] as const)),
);

const HOME_OF_KIND: Readonly<Record<DrawingKind, Choice<PlaceName>>> = {
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
const HOME_OF_MOTION: Partial<Readonly<Record<MotionName, PlaceName>>> = {
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
export function hasHome(subject: string): boolean {
  return HOME_OF.has(subject);
}

/** Where a subject is found unless the prompt says otherwise. */
export function homesOf(subject: string, motion: MotionName | undefined): Choice<PlaceName> {
  const byMotion = motion && isHuman(subject) ? HOME_OF_MOTION[motion] : undefined;
  return byMotion ? [byMotion] : (HOME_OF.get(subject) ?? HOME_OF_KIND[kindOf(subject)]);
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
const MOTION_OF: Readonly<Record<string, MotionName>> = {
  rabbit: 'jump',
  kangaroo: 'jump',
  frog: 'jump',
  balloon: 'float',
  parachute: 'float',
  astronaut: 'float',
  jellyfish: 'float',
  'woman-dancing': 'dance',
  'man-dancing': 'dance',
  singer: 'sing',
  artist: 'paint',
  cook: 'cook',
  'horse-racing': 'run',
  skier: 'run',
  'person-biking': 'drive',
  'person-rowing-boat': 'float',
};

/** What a subject does unless the prompt says otherwise. */
export function usualMotion(subject: string): MotionName {
  return MOTION_OF[subject] ?? MOTION_OF_KIND[kindOf(subject)];
}
