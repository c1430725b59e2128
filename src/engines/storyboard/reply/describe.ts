import { loadLexicon } from '../read/lexicon.ts';
import { type ClipFormat, durationMs } from '../clip-format.ts';
import type { CastMember, Language, Palette, Scene } from '../scene.ts';
import { CAMERAS, COLOURS, MOTIONS, patternsOf, PLACES, SLOW_MOTION } from '../read/vocabulary.ts';
import { STYLES, TIMES, WEATHERS } from '../read/vocabulary.ts';
import { subjectNames } from '../read/subject-words.ts';
import PHRASES from './phrases.json' with { type: 'json' };

/** How the parts of an answer are said in a language; `{}` is what is said of. */
type Phrase = keyof typeof PHRASES.zh;

/** How that is asked for which is no part of a picture, or can't be done; what is said of it has the same name. */
const NOTES = Object.entries(patternsOf(PHRASES.notes));

function say(language: Language, phrase: Phrase, ...of: readonly string[]): string {
  return of.reduce<string>((text, each) => text.replace('{}', () => each), PHRASES[language][phrase]);
}

/** Says in a line what is being drawn, and what of the prompt is not, in the language of the prompt. */
export function describe(scenes: readonly [Scene, ...Scene[]], format: ClipFormat): string {
  const [{ language, palette, prompt }] = scenes;
  const seconds = String(Number((durationMs(format) / 1000).toFixed(2)));
  const texts = scenes.map(pictureOf);
  const numbered = texts.map((text, index) => `${index + 1}. ${text}`).join(say(language, 'next'));
  const unknown = [...new Set(scenes.flatMap((scene) => scene.unknown))];
  const quoted = unknown.map((word) => say(language, 'quoted', word)).join(say(language, 'with'));
  const saysNothing = scenes.every(({ cast, named }) => cast.length === 0 && named.size === 0);
  const shown = texts.length > 1 ? say(language, 'shots', String(texts.length), numbered) : (texts[0] ?? '');
  return [
    say(language, 'picture', shown, seconds),
    unknown.length > 0
      ? say(language, scenes.some(isKindDrawn) ? 'kind' : 'unknown', quoted)
      : saysNothing
        ? say(language, 'nothing')
        : '',
    palette ? say(language, 'palette', namesOf(palette, language)) : '',
    ...NOTES.filter(([note, asked]) => asked.test(prompt) && !(note === 'length' && prompt.includes(seconds))).map(
      ([note]) => say(language, note as Phrase),
    ),
  ]
    .filter(Boolean)
    .join(say(language, 'gap'));
}

/** 独角鲸 is said not to be known, and a whale is drawn. */
function isKindDrawn({ cast, unknown }: Scene): boolean {
  const meanings = unknown.flatMap((word) => loadLexicon().words.get(word.slice(-1)) ?? []);
  return cast.some(({ subject }) => meanings.some(({ kind, name }) => kind === 'subject' && name === subject));
}

function pictureOf(scene: Scene): string {
  const { named, cast, language } = scene;
  const who = cast.map((member) => memberOf(member, language)).join(say(language, 'and'));
  return [
    named.has('motion') && who ? say(language, 'doing', who, MOTIONS[scene.motion][language]) : who,
    say(language, 'place', PLACES[scene.place][language]),
    named.has('time') ? TIMES[scene.time][language] : '',
    named.has('weather') ? WEATHERS[scene.weather][language] : '',
    named.has('camera') && scene.camera !== 'drift' ? say(language, 'camera', CAMERAS[scene.camera][language]) : '',
    scene.isSlow ? SLOW_MOTION[language] : '',
    named.has('style') && scene.style !== 'plain' ? say(language, 'style', STYLES[scene.style][language]) : '',
  ]
    .filter(Boolean)
    .join(say(language, 'comma'));
}

function memberOf({ subject, count = 1, colour }: CastMember, language: Language): string {
  const name = subjectNames(subject)[language];
  return (
    (colour ? say(language, 'coloured', COLOURS[colour][language], name) : name) + (count > 1 ? ` × ${count}` : '')
  );
}

function namesOf(palette: Palette, language: Language): string {
  return [...new Set(palette.map(({ name }) => COLOURS[name][language]))].join(say(language, 'and'));
}
