import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The parts of a prompt that are scored, each a column of prompts.tsv. */
export const PARTS = ['subject', 'place', 'action', 'weather', 'camera', 'style'];

/**
 * The labelled prompts, each in one set: `working` is what words are added for; `held-out` is the other half of the same
 * list, by a bit of the prompt's hash; `unseen` was collected and labelled after the vocabulary had been written, and
 * `remembered` and `recalled` are written down from memory, in the manner of such lists and from them.
 */
export function readPrompts(set) {
  const isOwn = set === 'unseen' || set === 'remembered' || set === 'recalled';
  const file = isOwn ? `prompts-${set}.tsv` : 'prompts.tsv';
  const [, ...rows] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map(labelled).filter(({ prompt }) => isOwn || isHeldOut(prompt) === (set === 'held-out'));
}

function labelled(row) {
  const [source, prompt, subjects, place, action, weather, camera, style] = row.split('\t');
  return {
    source,
    prompt,
    labels: { subject: listOf(subjects), place, action, weather: listOf(weather), camera, style },
  };
}

function isHeldOut(prompt) {
  return createHash('sha256').update(prompt).digest()[0] % 2 === 1;
}

function listOf(text) {
  return text ? text.split(';') : [];
}

/** What counts as what a label names, where the drawing or the place has another name. A stand-in of another kind is none. */
export const SAME = {
  style: { neon: 'neonGlow' },
  subject: {
    ball: ['ball', 'soccer-ball'],
    balloon: ['balloon'],
    boat: ['sailboat', 'ship', 'motor-boat', 'canoe', 'paper-boat'],
    building: ['office-building', 'skyscraper', 'classical-building'],
    cake: ['birthday-cake', 'shortcake'],
    car: ['automobile', 'racing-car'],
    chess: ['chess-pawn'],
    clock: ['mantelpiece-clock'],
    coffee: ['hot-beverage'],
    dancer: ['woman-dancing', 'man-dancing'],
    donut: ['doughnut'],
    flower: ['blossom', 'rose', 'tulip', 'sunflower', 'white-flower'],
    fries: ['french-fries'],
    leaf: ['herb', 'fallen-leaf', 'leafy-green'],
    orange: ['tangerine'],
    painter: ['artist'],
    person: ['person', 'man', 'woman', 'boy', 'girl', 'child', 'old-man', 'old-woman'],
    child: ['child', 'boy', 'girl'],
    singer: ['singer', 'man-singer', 'woman-singer'],
    sofa: ['couch-and-lamp'],
    'spider web': ['spider-web'],
    spaceship: ['rocket'],
    squirrel: ['chipmunk'],
    suitcase: ['luggage', 'briefcase'],
    tea: ['teacup-without-handle', 'hot-beverage'],
    tower: ['tower', 'tokyo-tower'],
    truck: ['delivery-truck', 'pickup-truck'],
    whale: ['spouting-whale', 'whale'],
    'traffic light': ['vertical-traffic-light', 'horizontal-traffic-light'],
    train: ['locomotive', 'train', 'bullet-train'],
    tree: ['deciduous-tree', 'evergreen-tree', 'palm-tree'],
    house: ['house', 'house-with-garden', 'houses'],
    statue: ['sculpture', 'statue-of-liberty'],
    wizard: ['person-mage', 'man-mage', 'woman-mage'],
    zombie: ['person-zombie', 'woman-zombie', 'man-zombie'],
    sheep: ['ewe', 'ram'],
    noodle: ['steaming-bowl'],
    'ice cream': ['soft-ice-cream', 'ice-cream'],
    juice: ['cup-with-straw', 'beverage-box'],
    'fire truck': ['fire-engine'],
    apple: ['red-apple', 'green-apple'],
    book: ['open-book', 'books', 'closed-book'],
    ladybug: ['lady-beetle'],
    nest: ['nest-with-eggs', 'empty-nest'],
    bee: ['honeybee'],
    rabbit: ['rabbit'],
    seagull: ['seagull'],
    umbrella: ['umbrella'],
  },
  place: {
    village: ['oldTown'],
    museum: ['library'],
    alley: ['oldTown', 'street'],
    bar: ['cafe'],
    restaurant: ['cafe'],
    cafe: ['cafe'],
    field: ['meadow', 'farm'],
    'gas station': ['gasStation'],
    pond: ['lake', 'river'],
    river: ['river', 'lake'],
    rooftop: ['city'],
    sea: ['sea', 'underwater'],
    street: ['street', 'neon'],
    desert: ['desert', 'canyon'],
    underwater: ['underwater', 'sea'],
    road: ['road', 'street'],
    park: ['park', 'garden'],
  },
};
