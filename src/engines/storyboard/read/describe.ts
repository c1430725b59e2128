import { durationMs, FRAME_RATE } from '../clip-format.ts';
import type { ClipFormat } from '../clip-format.ts';
import type { CastMember, Palette, Scene, ScenePart } from '../scene.ts';
import { COLOURS } from './colours.ts';
import { CAMERAS, MOTIONS, PROPS, TIMES, WEATHERS } from './conditions.ts';
import { PLACES } from './places.ts';
import { SUBJECTS } from './subjects.ts';

/** Tells what was understood of a prompt, what was chosen for it, and what draws it, in the language of the prompt. */
export function describe(scene: Scene, format: ClipFormat): string {
  return scene.language === 'zh' ? inChinese(scene, format) : inEnglish(scene, format);
}

interface Part {
  readonly label: string;
  readonly value: string;
  readonly isNamed: boolean;
}

function partsOf(scene: Scene, labels: Readonly<Record<ScenePart, string>>): readonly Part[] {
  const { language, named } = scene;
  const part = (of: ScenePart, value: string): Part => ({ label: labels[of], value, isNamed: named.has(of) });
  return [
    part('subject', castOf(scene)),
    part('place', PLACES[scene.place][language]),
    part('weather', WEATHERS[scene.weather][language]),
    part('time', TIMES[scene.time][language]),
    part('motion', MOTIONS[scene.motion][language]),
  ];
}

function castOf({ cast, language }: Scene): string {
  const names = cast.map((member) => nameOf(member, language));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts].map(([name, count]) => (count > 1 ? `${name} × ${count}` : name));
  return all.join(language === 'zh' ? '、' : ', ');
}

function nameOf({ subject, colour }: CastMember, language: Scene['language']): string {
  const name = SUBJECTS[subject][language];
  if (!colour) return name;
  return language === 'zh' ? `${COLOURS[colour].zh}的${name}` : `${COLOURS[colour].en} ${name}`;
}

function inChinese(scene: Scene, format: ClipFormat): string {
  const labels = { subject: '主角', place: '地点', weather: '天气', time: '时间', motion: '动作' };
  const say = (parts: readonly Part[]) => parts.map(({ label, value }) => `${label}是${value}`).join('，');
  const parts = partsOf(scene, labels);
  const named = parts.filter(({ isNamed }) => isNamed);
  const chosen = parts.filter(({ isNamed }) => !isNamed);
  const props = scene.props.map((prop) => PROPS[prop].zh);
  return [
    named.length > 0 ? `我从这句话里读到：${say(named)}。` : '这句话里没有我认识的词，我按它的种子挑了一个场景。',
    props.length > 0 ? `还带上了${props.join('和')}。` : '',
    chosen.length > 0 ? `没有提到的由我来选：${say(chosen)}。` : '',
    `镜头${CAMERAS[scene.camera].zh}，`,
    `时长 ${secondsOf(format)} 秒，${format.width}×${format.height}，每秒 ${FRAME_RATE} 帧。`,
    scene.palette ? paletteInChinese(scene.palette) : '',
    '说明：这段视频由内置的草图引擎按规则画成，不是 AI 模型生成的。',
  ].join('');
}

function inEnglish(scene: Scene, format: ClipFormat): string {
  const labels = { subject: 'subject', place: 'place', weather: 'weather', time: 'time', motion: 'motion' };
  const say = (parts: readonly Part[]) => parts.map(({ label, value }) => `${label}: ${value}`).join('; ');
  const parts = partsOf(scene, labels);
  const named = parts.filter(({ isNamed }) => isNamed);
  const chosen = parts.filter(({ isNamed }) => !isNamed);
  const props = scene.props.map((prop) => PROPS[prop].en);
  return [
    named.length > 0
      ? `I read this in your prompt: ${say(named)}.`
      : 'I know none of these words, so I picked a scene by the seed of the prompt.',
    props.length > 0 ? `Also: ${props.join(', ')}.` : '',
    chosen.length > 0 ? `What it leaves open, I chose: ${say(chosen)}.` : '',
    `Camera: ${CAMERAS[scene.camera].en}. Length: ${secondsOf(
      format,
    )} s at ${format.width}×${format.height}, ${FRAME_RATE} frames a second.`,
    scene.palette ? paletteInEnglish(scene.palette) : '',
    'Please note: the built-in sketch engine draws this by rule; it is not an AI model.',
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
