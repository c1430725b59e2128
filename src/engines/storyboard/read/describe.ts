import { durationMs } from '../clip-format.ts';
import type { ClipFormat } from '../clip-format.ts';
import type { CastMember, Palette, Scene } from '../scene.ts';
import { COLOURS } from './colours.ts';
import { CAMERAS, SLOW_MOTION, STYLES, TIMES, WEATHERS } from './conditions.ts';
import { MOTIONS } from './motions.ts';
import { PLACES } from './places.ts';
import { subjectNames } from './subject-words.ts';

/** Says in a line what is being drawn, and what of the prompt is not, in the language of the prompt. */
export function describe(scene: Scene, format: ClipFormat): string {
  return scene.language === 'zh' ? inChinese(scene, format) : inEnglish(scene, format);
}

function memberOf(member: CastMember, language: Scene['language']): string {
  const name = subjectNames(member.subject)[language];
  const count = member.count && member.count > 1 ? ` × ${member.count}` : '';
  if (!member.colour) return name + count;
  return language === 'zh'
    ? `${COLOURS[member.colour].zh}的${name}${count}`
    : `${COLOURS[member.colour].en} ${name}${count}`;
}

function inChinese(scene: Scene, format: ClipFormat): string {
  const { named, cast } = scene;
  const who = cast.map((member) => memberOf(member, 'zh')).join('、');
  const parts = [
    cast.length > 0 ? `${who}${named.has('motion') ? `，${MOTIONS[scene.motion].zh}` : ''}` : '',
    `地点是${PLACES[scene.place].zh}`,
    named.has('time') ? TIMES[scene.time].zh : '',
    named.has('weather') ? WEATHERS[scene.weather].zh : '',
    named.has('camera') ? `镜头${CAMERAS[scene.camera].zh}` : '',
    scene.isSlow ? SLOW_MOTION.zh : '',
    named.has('style') ? `${STYLES[scene.style].zh}风格` : '',
  ].filter(Boolean);
  return [
    `好呀，这就画：${parts.join('，')}，${secondsOf(format)} 秒。`,
    scene.unknown.length > 0
      ? `${scene.unknown.map((word) => `「${word}」`).join('和')}我还不会画，就不拿别的来顶替了。`
      : '',
    cast.length === 0 && scene.unknown.length === 0 && named.size === 0 ? '我没认出要画的东西，换个名词再试试？' : '',
    scene.palette ? paletteInChinese(scene.palette) : '',
  ].join('');
}

function inEnglish(scene: Scene, format: ClipFormat): string {
  const { named, cast } = scene;
  const who = cast.map((member) => memberOf(member, 'en')).join(', ');
  const parts = [
    cast.length > 0 ? `${who}${named.has('motion') ? ` (${MOTIONS[scene.motion].en})` : ''}` : '',
    `place: ${PLACES[scene.place].en}`,
    named.has('time') ? TIMES[scene.time].en : '',
    named.has('weather') ? WEATHERS[scene.weather].en : '',
    named.has('camera') ? `camera: ${CAMERAS[scene.camera].en}` : '',
    scene.isSlow ? SLOW_MOTION.en : '',
    named.has('style') ? `in ${STYLES[scene.style].en}` : '',
  ].filter(Boolean);
  return [
    `Coming up: ${parts.join(', ')}, ${secondsOf(format)} s.`,
    scene.unknown.length > 0
      ? `I can’t draw ${scene.unknown.map((word) => `“${word}”`).join(' and ')} yet, and put nothing else in its place.`
      : '',
    cast.length === 0 && scene.unknown.length === 0 && named.size === 0
      ? 'I found nothing to draw in it; try another noun?'
      : '',
    scene.palette ? paletteInEnglish(scene.palette) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function paletteInChinese(palette: Palette): string {
  const names = new Set(palette.map(({ name }) => COLOURS[name].zh));
  return `参考图的主色是${[...names].join('、')}，天空、光线和整体色调都按它来；图里画了什么我看不懂，只用了颜色。`;
}

function paletteInEnglish(palette: Palette): string {
  const names = new Set(palette.map(({ name }) => COLOURS[name].en));
  return (
    `The main colours of your reference: ${[...names].join(', ')}. Sky, light and tone follow them; what it shows, ` +
    'I can’t tell, so I used its colours only.'
  );
}

function secondsOf(format: ClipFormat): string {
  return String(Number((durationMs(format) / 1000).toFixed(2)));
}
