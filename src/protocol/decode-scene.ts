import { badFrame, type Decoded, integer, isJsonObject, type JsonObject, optional, success, text } from './decoding.ts';
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
} from './scene.ts';

const SHOT_WORDS = ['place', 'weather', 'time', 'camera', 'style'] as const;
const SUBJECT_WORDS = ['colour', 'size', 'action'] as const;
const MOST_NAMES = 8;

/** Reads a scene. What only a server says (`names`, `unknown`) is left out where it is of another shape. */
export function sceneData(value: unknown): Decoded<SceneData> {
  if (!isJsonObject(value)) return badFrame('scene is no object');
  const own = sceneShot(value);
  if (!own.ok) return own;
  const { least, most } = SCENE_LIMITS.shots;
  const shots = listOf(value['shots'], sceneShot, { name: 'shots', least, most });
  if (!shots.ok) return shots;
  return success({
    ...own.value,
    ...optional('unknown', unknownWords(value['unknown'])),
    ...optional('shots', shots.value),
  });
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

function sceneShot(value: unknown): Decoded<SceneShot> {
  if (!isJsonObject(value)) return badFrame('a shot of scene is no object');
  const fault = wordFault(value, SHOT_WORDS);
  if (fault !== undefined) return badFrame(fault);
  const enter = (['cut', 'fade'] as const).find((each) => each === value['enter']);
  const props = listOf(value['props'], sceneWord, { name: 'props', least: 0, most: SCENE_LIMITS.props });
  if (!props.ok) return props;
  if (value['enter'] !== undefined && enter === undefined) return badFrame('enter of a shot is not cut or fade');
  const subjects = listOf(value['subjects'], sceneSubject, { name: 'subjects', least: 0, most: SCENE_LIMITS.subjects });
  if (!subjects.ok) return subjects;
  const count = subjects.value?.length ?? 0;
  const isOff = ({ of }: SceneSubject, index: number) => of !== undefined && (of >= count || of === index);
  if (subjects.value?.some(isOff)) return badFrame('of a subject of scene is no other subject');
  return success({
    ...optional('subjects', subjects.value),
    ...wordsOf(value, SHOT_WORDS),
    ...optional('slow', value['slow'] === true ? true : undefined),
    ...optional('props', props.value),
    ...optional('enter', enter),
  });
}

function sceneWord(value: unknown): Decoded<string> {
  return isSceneWord(value) ? success(value) : badFrame('props of scene is no list of words');
}

function sceneSubject(value: unknown): Decoded<SceneSubject> {
  if (!isJsonObject(value)) return badFrame('a subject of scene is no object');
  const subject = text(value, 'subject');
  if (!isSceneWord(subject)) return badFrame('subject of scene is no word');
  const fault = wordFault(value, SUBJECT_WORDS);
  if (fault !== undefined) return badFrame(fault);
  const count = integer(value, 'count', 1);
  if (value['count'] !== undefined && (count === undefined || count > SCENE_LIMITS.count)) {
    return badFrame(`count of scene is no integer from 1 to ${SCENE_LIMITS.count}`);
  }
  const side = SIDES.find((each) => each === value['side']);
  const of = integer(value, 'of');
  if ((value['side'] ?? value['of']) !== undefined && (side === undefined || of === undefined)) {
    return badFrame('side and of of scene do not say where something is');
  }
  return success({
    subject,
    ...optional('names', namesOf(value['names'])),
    ...optional('count', count),
    ...wordsOf(value, SUBJECT_WORDS),
    ...optional('side', side),
    ...optional('of', of),
  });
}

function wordFault(json: JsonObject, fields: readonly string[]): string | undefined {
  const wrong = fields.find((field) => json[field] !== undefined && !isSceneWord(json[field]));
  return wrong === undefined ? undefined : `${wrong} of scene is no word`;
}

/** The words of fields that have been looked at. */
function wordsOf<Field extends string>(
  json: JsonObject,
  fields: readonly Field[],
): Readonly<Partial<Record<Field, string>>> {
  return Object.assign({}, ...fields.map((field) => optional(field, text(json, field)))) as Partial<
    Record<Field, string>
  >;
}

/** What a list is called in a fault, and how long it is where it is there. */
interface ListLimits {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

function listOf<Value>(
  list: unknown,
  read: (value: unknown) => Decoded<Value>,
  { name, least, most }: ListLimits,
): Decoded<readonly Value[] | undefined> {
  if (list === undefined) return success(undefined);
  if (!Array.isArray(list) || list.length < least || list.length > most) {
    return badFrame(`${name} of scene is no list of ${least} to ${most}`);
  }
  const values: Value[] = [];
  for (const element of list) {
    const decoded = read(element);
    if (!decoded.ok) return decoded;
    values.push(decoded.value);
  }
  return success(values);
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
