import type { NamesByLanguage, SceneWords } from '../../../protocol/index.ts';
import { allDrawings } from '../library/library.ts';
import { PAINTED } from '../library/subject-kinds.ts';
import { CAMERAS, COLOURS, type Entry, MOTIONS, PLACES, STYLES, TIMES, WEATHERS, OFFERED } from '../read/vocabulary.ts';
import { subjectNames } from '../read/subject-words.ts';

/** The words that a person may choose among, by kind. */
export function sceneWords(): SceneWords {
  return {
    subject: Object.fromEntries(OFFERED.map((subject) => [subject, subjectNames(subject)])),
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
