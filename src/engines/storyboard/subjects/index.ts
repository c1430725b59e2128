import type { SubjectName } from '../scene.ts';
import { BALLOON, PLANE, ROCKET } from './aircraft.ts';
import { ANIMAL_KINDS } from './animal-kinds.ts';
import { animal } from './animal.ts';
import { DRAGON } from './dragon.ts';
import { PERSON, ROBOT, SNOWMAN } from './people.ts';
import type { Figure } from './pose.ts';
import { FISH, TURTLE, WHALE } from './sea-life.ts';
import { FLOWER, HOUSE, TREE } from './standing.ts';
import { BOAT, CAR, TRAIN } from './vehicles.ts';
import { BIRD, BUTTERFLY, PENGUIN } from './winged.ts';

/** How each subject is drawn. */
export const FIGURES: Readonly<Record<SubjectName, Figure>> = {
  cat: animal(ANIMAL_KINDS.cat),
  dog: animal(ANIMAL_KINDS.dog),
  fox: animal(ANIMAL_KINDS.fox),
  rabbit: animal(ANIMAL_KINDS.rabbit),
  panda: animal(ANIMAL_KINDS.panda),
  bear: animal(ANIMAL_KINDS.bear),
  tiger: animal(ANIMAL_KINDS.tiger),
  bird: BIRD,
  penguin: PENGUIN,
  butterfly: BUTTERFLY,
  dragon: DRAGON,
  fish: FISH,
  whale: WHALE,
  turtle: TURTLE,
  person: PERSON,
  robot: ROBOT,
  snowman: SNOWMAN,
  car: CAR,
  train: TRAIN,
  boat: BOAT,
  rocket: ROCKET,
  plane: PLANE,
  balloon: BALLOON,
  tree: TREE,
  flower: FLOWER,
  house: HOUSE,
};

export type { Figure } from './pose.ts';
