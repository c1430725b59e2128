import type { NamesByLanguage, SceneWords } from '../../../protocol/index.ts';
import { allDrawings } from '../library/library.ts';
import { PAINTED } from '../library/subject-kinds.ts';
import { CAMERAS, COLOURS, type Entry, MOTIONS, PLACES, STYLES, TIMES, WEATHERS } from '../read/vocabulary.ts';
import { subjectNames } from '../read/subject-words.ts';

/** Of hundreds of subjects, those that are offered to whoever looks for another one. */
const OFFERED =
  'cat dog fox rabbit panda bear tiger lion wolf horse cow elephant giraffe monkey penguin duck bird eagle owl butterfly ' +
  'dolphin spouting-whale shark turtle dragon t-rex woman man girl boy astronaut robot automobile bicycle bus locomotive ' +
  'airplane rocket sailboat hot-air-balloon castle rose deciduous-tree guitar ball';

/** The words that a person may choose among, by kind. */
export function sceneWords(): SceneWords {
  return {
    subject: Object.fromEntries(OFFERED.split(' ').map((subject) => [subject, subjectNames(subject)])),
    action: namesOf(MOTIONS),
    place: namesOf(PLACES),
    weather: namesOf(WEATHERS),
    time: namesOf(TIMES),
    camera: namesOf(CAMERAS),
    style: namesOf(STYLES),
    colour: namesOf(COLOURS),
  };
}

/** Every subject that can be drawn, by its word: some 40 KB, for whoever looks for one. */
export function allSubjects(): Readonly<Record<string, NamesByLanguage>> {
  const known = [...PAINTED, ...allDrawings().keys()];
  return Object.fromEntries(known.map((subject) => [subject, subjectNames(subject)]));
}

function namesOf(entries: Readonly<Record<string, Entry>>): Readonly<Record<string, NamesByLanguage>> {
  return Object.fromEntries(Object.entries(entries).map(([word, { zh, en }]) => [word, { zh, en }]));
}
