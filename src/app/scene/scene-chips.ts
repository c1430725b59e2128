import type {
  NamesByLanguage,
  SceneData,
  SceneShot,
  SceneSubject,
  SceneWordKind,
  SceneWords,
} from '../../services/index.ts';

/** A word of a scene that a person may change. */
export interface SceneChip {
  readonly kind: SceneWordKind;
  /** The word in force; empty where nothing is said yet. */
  readonly word: string;
  /** What it is called, in the language that was asked for. */
  readonly label: string;
  /** Where it stands: of the scene's shots which, and of its subjects. */
  readonly at: ChipPlace;
}

/** Where a word stands in a scene. */
export interface ChipPlace {
  readonly shot: number;
  /** Absent: it is a word of the whole shot. */
  readonly subject?: number;
}

/** A word that there is to choose. */
export interface SceneChoice {
  readonly word: string;
  readonly label: string;
  readonly isChosen: boolean;
}

const OF_SHOT = ['place', 'weather', 'time', 'camera', 'style'] as const satisfies readonly SceneWordKind[];

/** The shots of a scene: itself where it has but one. */
function shotsOf({ shots, unknown: _, ...own }: SceneData): readonly SceneShot[] {
  return shots ?? [own];
}

/** The words of each shot that can be changed, as people call them. */
export function chipsOf(scene: SceneData, words: SceneWords, language: string): readonly (readonly SceneChip[])[] {
  return shotsOf(scene).map((shot, index) => [
    ...(shot.subjects ?? []).flatMap((subject, at) =>
      chipsOfSubject(subject, { shot: index, subject: at }, words, language),
    ),
    ...OF_SHOT.flatMap((kind) => chipOf(kind, shot[kind], { shot: index }, words, language)),
  ]);
}

/** The words of a scene in a line: `猫 · 蓝色 · 街头`; its shots one after the other. */
export function sceneText(scene: SceneData, words: SceneWords, language: string): string {
  return chipsOf(scene, words, language)
    .map((chips) => chips.map(({ label }) => label).join(' · '))
    .join(' → ');
}

/** How many subjects the chips are offered for: more than that hides the picture. */
const MOST_SUBJECTS = 4;

/** What each shot says nothing of, and a word could be added for. */
export function gapsOf(scene: SceneData, words: SceneWords): readonly (readonly SceneChip[])[] {
  return shotsOf(scene).map((shot, index) => {
    const { length } = shot.subjects ?? [];
    const gap = (kind: SceneWordKind, at: ChipPlace): readonly SceneChip[] =>
      words[kind] === undefined ? [] : [{ kind, word: '', label: '', at }];
    return [
      ...(length < MOST_SUBJECTS ? gap('subject', { shot: index, subject: length }) : []),
      ...OF_SHOT.flatMap((kind) => (shot[kind] === undefined ? gap(kind, { shot: index }) : [])),
    ];
  });
}

/** What else a chip may say, what it says now among them. */
export function choicesOf({ kind, word }: SceneChip, words: SceneWords, language: string): readonly SceneChoice[] {
  return Object.entries(words[kind] ?? {}).map(([other, names]) => ({
    word: other,
    label: nameIn(names, language) ?? other,
    isChosen: other === word,
  }));
}

/** The scene with another word in the place of a chip. */
export function withWord(scene: SceneData, { kind, at }: SceneChip, word: string): SceneData {
  const shots = shotsOf(scene).map((shot, index) =>
    index === at.shot ? changedShot(shot, kind, at.subject, word) : shot,
  );
  return scene.shots === undefined ? { ...shots[0] } : { shots };
}

function changedShot(shot: SceneShot, kind: SceneWordKind, at: number | undefined, word: string): SceneShot {
  if (at === undefined) return { ...shot, [kind]: word };
  const own = shot.subjects ?? [];
  if (at >= own.length) return { ...shot, subjects: [...own, { subject: word }] };
  const subjects = own.map((subject, index) => (index === at ? changedSubject(subject, kind, word) : subject));
  return { ...shot, subjects };
}

/** Somebody else has a name of their own, and their usual colour. */
function changedSubject(subject: SceneSubject, kind: SceneWordKind, word: string): SceneSubject {
  if (kind !== 'subject') return { ...subject, [kind]: word };
  const { names: _, colour: __, ...others } = subject;
  return { ...others, subject: word };
}

function chipsOfSubject(
  { subject, names, count = 1, colour, action }: SceneSubject,
  at: ChipPlace,
  words: SceneWords,
  language: string,
): readonly SceneChip[] {
  const name = nameIn(names ?? words.subject?.[subject], language) ?? subject;
  return [
    { kind: 'subject', word: subject, label: count > 1 ? `${name} × ${count}` : name, at },
    ...chipOf('colour', colour, at, words, language),
    ...chipOf('action', action, at, words, language),
  ];
}

function chipOf(
  kind: SceneWordKind,
  word: string | undefined,
  at: ChipPlace,
  words: SceneWords,
  language: string,
): readonly SceneChip[] {
  return word === undefined ? [] : [{ kind, word, label: nameIn(words[kind]?.[word], language) ?? word, at }];
}

/** A name in a language: `zh` for `zh-CN`, where there is none for exactly that. */
export function nameIn(names: NamesByLanguage | undefined, language: string): string | undefined {
  const [family = ''] = language.split('-');
  return names?.[language] ?? names?.[family] ?? Object.values(names ?? {})[0];
}
