import type { MotionName, PlaceName, SubjectName, WeatherName } from '../scene.ts';

/** Where a subject is drawn when the place allows it. */
export type Element = 'ground' | 'air' | 'water' | 'surface';

/** What a subject does and where it is found unless the prompt says otherwise. */
export interface Habit {
  readonly element: Element;
  readonly places: readonly [PlaceName, ...PlaceName[]];
  readonly motions: readonly [MotionName, ...MotionName[]];
}

function habit(element: Element, places: Habit['places'], motions: Habit['motions']): Habit {
  return { element, places, motions };
}

export const HABITS: Readonly<Record<SubjectName, Habit>> = {
  cat: habit('ground', ['street', 'garden', 'meadow', 'room'], ['walk']),
  dog: habit('ground', ['meadow', 'street', 'garden', 'beach'], ['walk', 'run']),
  fox: habit('ground', ['forest', 'snowfield', 'meadow'], ['walk', 'run']),
  rabbit: habit('ground', ['meadow', 'garden', 'forest'], ['jump']),
  panda: habit('ground', ['forest', 'mountain'], ['walk']),
  bear: habit('ground', ['forest', 'mountain'], ['walk']),
  tiger: habit('ground', ['forest', 'mountain'], ['walk', 'run']),
  bird: habit('air', ['sky', 'forest', 'garden', 'sea'], ['fly']),
  penguin: habit('ground', ['snowfield'], ['walk']),
  butterfly: habit('air', ['garden', 'meadow'], ['fly']),
  dragon: habit('air', ['mountain', 'sky'], ['fly']),
  fish: habit('water', ['underwater'], ['swim']),
  whale: habit('surface', ['sea', 'underwater'], ['swim']),
  turtle: habit('water', ['underwater', 'beach'], ['swim']),
  person: habit('ground', ['street', 'meadow', 'garden', 'city'], ['walk']),
  robot: habit('ground', ['city', 'street', 'desert'], ['walk']),
  snowman: habit('ground', ['snowfield'], ['stay']),
  car: habit('ground', ['street', 'city', 'mountain'], ['drive']),
  train: habit('ground', ['meadow', 'mountain', 'snowfield'], ['drive']),
  boat: habit('surface', ['sea'], ['float']),
  rocket: habit('air', ['space', 'sky'], ['fly']),
  plane: habit('air', ['sky', 'mountain'], ['fly']),
  balloon: habit('air', ['sky', 'mountain', 'meadow'], ['float']),
  tree: habit('ground', ['meadow', 'mountain', 'garden'], ['stay']),
  flower: habit('ground', ['garden', 'meadow'], ['stay']),
  house: habit('ground', ['meadow', 'mountain', 'snowfield'], ['stay']),
};

/** Scenes for a prompt that names nothing known. */
export const FALLBACK_SUBJECTS = ['cat', 'dog', 'rabbit', 'balloon', 'boat', 'fox', 'bird', 'panda'] as const;

/** Places where weather as such does not happen. */
export const PLACES_WITHOUT_WEATHER: ReadonlySet<PlaceName> = new Set(['space', 'moon', 'underwater']);

/** The weather that goes without saying. */
export const USUAL_WEATHER: Partial<Readonly<Record<PlaceName, WeatherName>>> = { snowfield: 'snow' };
