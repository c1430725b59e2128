import { durationMs } from '../clip-format.ts';
import type { ClipFormat } from '../clip-format.ts';
import type { CastMember, Language, Palette, Scene } from '../scene.ts';
import { CAMERAS, COLOURS, MOTIONS, PLACES, SLOW_MOTION, STYLES, TIMES, WEATHERS } from '../read/vocabulary.ts';
import { subjectNames } from '../read/subject-words.ts';

/** How the parts of an answer are said in a language. */
interface Phrases {
  readonly comma: string;
  readonly and: string;
  coloured(colour: string, name: string): string;
  doing(who: string, motion: string): string;
  place(name: string): string;
  camera(name: string): string;
  style(name: string): string;
  shots(texts: readonly string[]): string;
  picture(text: string, seconds: string): string;
  unknown(words: readonly string[]): string;
  readonly nothing: string;
  palette(colours: string): string;
  readonly gap: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  zh: {
    comma: '，',
    and: '、',
    coloured: (colour, name) => `${colour}的${name}`,
    doing: (who, motion) => `${who}，${motion}`,
    place: (name) => `地点是${name}`,
    camera: (name) => `镜头${name}`,
    style: (name) => `${name}风格`,
    shots: (texts) => `${texts.length} 个镜头，${texts.map((text, index) => `${index + 1}. ${text}`).join('；')}`,
    picture: (text, seconds) => `好呀，这就画：${text}，${seconds} 秒。`,
    unknown: (words) => `${words.map((word) => `「${word}」`).join('和')}我还不会画，就不拿别的来顶替了。`,
    nothing: '我没认出要画的东西，换个名词再试试？',
    palette: (colours) => `参考图的主色是${colours}，天空、光线和整体色调都按它来；图里画了什么我看不懂，只用了颜色。`,
    gap: '',
  },
  en: {
    comma: ', ',
    and: ', ',
    coloured: (colour, name) => `${colour} ${name}`,
    doing: (who, motion) => `${who} (${motion})`,
    place: (name) => `place: ${name}`,
    camera: (name) => `camera: ${name}`,
    style: (name) => `in ${name}`,
    shots: (texts) => `${texts.length} shots, ${texts.map((text, index) => `${index + 1}. ${text}`).join('; ')}`,
    picture: (text, seconds) => `Coming up: ${text}, ${seconds} s.`,
    unknown: (words) =>
      `I can’t draw ${words.map((word) => `“${word}”`).join(' and ')} yet, and put nothing else in its place.`,
    nothing: 'I found nothing to draw in it; try another noun?',
    palette: (colours) =>
      `The main colours of your reference: ${colours}. Sky, light and tone follow them; what it shows, I can’t tell, ` +
      'so I used its colours only.',
    gap: ' ',
  },
};

/** Says in a line what is being drawn, and what of the prompt is not, in the language of the prompt. */
export function describe(scenes: readonly [Scene, ...Scene[]], format: ClipFormat): string {
  const [{ language, palette }] = scenes;
  const say = PHRASES[language];
  const texts = scenes.map((scene) => pictureOf(scene, say));
  const unknown = [...new Set(scenes.flatMap((scene) => scene.unknown))];
  const saysNothing = scenes.every(({ cast, named }) => cast.length === 0 && named.size === 0);
  return [
    say.picture(texts.length > 1 ? say.shots(texts) : (texts[0] ?? ''), secondsOf(format)),
    unknown.length > 0 ? say.unknown(unknown) : saysNothing ? say.nothing : '',
    palette ? say.palette(namesOf(palette, language)) : '',
  ]
    .filter(Boolean)
    .join(say.gap);
}

function pictureOf(scene: Scene, say: Phrases): string {
  const { named, cast, language } = scene;
  const who = cast.map((member) => memberOf(member, language, say)).join(say.and);
  return [
    named.has('motion') && who ? say.doing(who, MOTIONS[scene.motion][language]) : who,
    say.place(PLACES[scene.place][language]),
    named.has('time') ? TIMES[scene.time][language] : '',
    named.has('weather') ? WEATHERS[scene.weather][language] : '',
    named.has('camera') && scene.camera !== 'drift' ? say.camera(CAMERAS[scene.camera][language]) : '',
    scene.isSlow ? SLOW_MOTION[language] : '',
    named.has('style') && scene.style !== 'plain' ? say.style(STYLES[scene.style][language]) : '',
  ]
    .filter(Boolean)
    .join(say.comma);
}

function memberOf({ subject, count = 1, colour }: CastMember, language: Language, say: Phrases): string {
  const name = subjectNames(subject)[language];
  return (colour ? say.coloured(COLOURS[colour][language], name) : name) + (count > 1 ? ` × ${count}` : '');
}

function namesOf(palette: Palette, language: Language): string {
  return [...new Set(palette.map(({ name }) => COLOURS[name][language]))].join(PHRASES[language].and);
}

function secondsOf(format: ClipFormat): string {
  return String(Number((durationMs(format) / 1000).toFixed(2)));
}
