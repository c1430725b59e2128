import { badFrame, type Decoded, integer, isJsonObject, type JsonObject, success } from './decoding.ts';
import { flag } from './fields.ts';
import {
  isSceneWord,
  type NamesByLanguage,
  SCENE_LIMITS,
  SCENE_WORD_KINDS,
  type SceneData,
  type SceneShot,
  type SceneSubject,
  type SceneWords,
  SIDES,
} from '../scene.ts';

const MOST_NAMES = 8;

/** A scene is read as a whole or not at all; thrown within, wherever something is wrong. */
class SceneFault extends Error {}

/** Reads a field that is there; throws a {@link SceneFault} where it has the wrong shape. */
type Reader = (value: unknown, name: string) => unknown;

/** Reads a scene. What only a server says (`names`, `unknown`) is left out where it is of another shape. */
export function sceneData(value: unknown): Decoded<SceneData> {
  try {
    return success(read<SceneData>(value, SCENE, 'scene'));
  } catch (fault) {
    return badFrame(fault instanceof SceneFault ? fault.message : 'scene can not be read');
  }
}

/** A scene from a server; one of the wrong shape counts as absent. */
export function toldScene(value: unknown): SceneData | undefined {
  const decoded = sceneData(value);
  return decoded.ok ? decoded.value : undefined;
}

/** Reads the words of an engine; undefined where there are none. Those of another shape are left out. */
export function sceneWords(value: unknown): SceneWords | undefined {
  if (!isJsonObject(value)) return undefined;
  const kinds = SCENE_WORD_KINDS.flatMap((kind) => {
    const words = value[kind];
    if (!isJsonObject(words)) return [];
    const known = Object.entries(words).flatMap(([word, names]) => {
      const read = isSceneWord(word) ? namesOf(names) : undefined;
      return read === undefined ? [] : [[word, read] as const];
    });
    return [[kind, Object.fromEntries(known)] as const];
  });
  return Object.fromEntries(kinds);
}

const SUBJECT: Readonly<Record<keyof SceneSubject, Reader>> = {
  subject: word,
  names: namesOf,
  count: (value, name) => known(integer(value, 1), name, (count) => count <= SCENE_LIMITS.count),
  colour: word,
  size: word,
  action: word,
  side: (value, name) =>
    known(
      SIDES.find((side) => side === value),
      name,
    ),
  of: (value, name) => known(integer(value), name),
};

const SHOT: Readonly<Record<keyof SceneShot, Reader>> = {
  subjects: subjectsOf,
  place: word,
  weather: word,
  time: word,
  camera: word,
  style: word,
  slow: flag,
  props: listOf(word, { least: 0, most: SCENE_LIMITS.props }),
  enter: (value, name) =>
    known(
      (['cut', 'fade'] as const).find((enter) => enter === value),
      name,
    ),
};

const SCENE: Readonly<Record<keyof SceneData, Reader>> = {
  ...SHOT,
  unknown: unknownWords,
  shots: listOf((value, name) => read<SceneShot>(value, SHOT, name), SCENE_LIMITS.shots),
};

function read<Shape>(value: unknown, readers: Readonly<Record<keyof Shape & string, Reader>>, name: string): Shape {
  if (!isJsonObject(value)) throw wrong(name);
  const fields = Object.entries<Reader>(readers).map(
    ([field, reader]) => [field, readField(value, field, reader)] as const,
  );
  return Object.fromEntries(fields.filter(([, read]) => read !== undefined)) as Shape;
}

function readField(json: JsonObject, field: string, reader: Reader): unknown {
  return json[field] === undefined ? undefined : reader(json[field], field);
}

function wrong(name: string): SceneFault {
  return new SceneFault(`${name} of scene has the wrong shape`);
}

/** A value that has been read; where it could not be, a fault. */
function known<Value>(value: Value | undefined, name: string, fits: (value: Value) => boolean = () => true): Value {
  if (value === undefined || !fits(value)) throw wrong(name);
  return value;
}

function word(value: unknown, name: string): string {
  if (!isSceneWord(value)) throw wrong(name);
  return value;
}

function listOf<Value>(
  element: (value: unknown, name: string) => Value,
  { least, most }: { readonly least: number; readonly most: number },
): (value: unknown, name: string) => readonly Value[] {
  return (list, name) => {
    if (!Array.isArray(list) || list.length < least || list.length > most) throw wrong(name);
    return list.map((value: unknown) => element(value, name));
  };
}

/** Who stands somewhere stands there as seen from another subject. */
function subjectsOf(value: unknown, name: string): readonly SceneSubject[] {
  const subjects = listOf(subjectOf, { least: 0, most: SCENE_LIMITS.subjects })(value, name);
  const isOff = ({ of }: SceneSubject, index: number) => of !== undefined && (of >= subjects.length || of === index);
  if (subjects.some(isOff)) throw wrong('of');
  return subjects;
}

function subjectOf(value: unknown, name: string): SceneSubject {
  const subject = read<SceneSubject>(value, SUBJECT, name);
  word(subject.subject, 'subject');
  if ((subject.side === undefined) !== (subject.of === undefined)) throw wrong('side');
  return subject;
}

function unknownWords(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const words = value.filter(isShortText).slice(0, SCENE_LIMITS.unknown);
  return words.length === 0 ? undefined : words;
}

function namesOf(value: unknown): NamesByLanguage | undefined {
  if (!isJsonObject(value)) return undefined;
  const names = Object.entries(value).filter(
    (entry): entry is [string, string] => /^[A-Za-z-]{2,20}$/.test(entry[0]) && isShortText(entry[1]),
  );
  return names.length === 0 || names.length > MOST_NAMES ? undefined : Object.fromEntries(names);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= SCENE_LIMITS.unknownLength;
}
