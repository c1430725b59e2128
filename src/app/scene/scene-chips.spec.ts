import type { SceneData, SceneWords } from '../../services/index.ts';
import { chipsOf, choicesOf, gapsOf, sceneText, withWord } from './scene-chips.ts';

const WORDS: SceneWords = {
  subject: { cat: { zh: '猫', en: 'cat' }, dog: { zh: '狗', en: 'dog' } },
  colour: { orange: { zh: '橘色', en: 'orange' } },
  action: { walk: { zh: '散步', en: 'walk' } },
  weather: { rain: { zh: '下雨', en: 'rain' }, snow: { zh: '下雪', en: 'snow' } },
};
const SCENE: SceneData = {
  subjects: [
    { subject: 'cat', count: 2, colour: 'orange', action: 'walk' },
    { subject: 'wine-glass', names: { zh: '酒杯', en: 'wine glass' } },
  ],
  place: 'neon',
  weather: 'rain',
};

describe('the chips of a scene', () => {
  const labels = (scene: SceneData, language: string) =>
    chipsOf(scene, WORDS, language).map((shot) => shot.map(({ label }) => label));

  it('say what is in it, in the language of the page', () => {
    expect(labels(SCENE, 'zh-CN')).toEqual([['猫 × 2', '橘色', '散步', '酒杯', 'neon', '下雨']]);
    expect(labels(SCENE, 'en')).toEqual([['cat × 2', 'orange', 'walk', 'wine glass', 'neon', 'rain']]);
  });

  it('are of each shot where there are several', () => {
    expect(labels({ shots: [{ weather: 'rain' }, { weather: 'snow' }] }, 'en')).toEqual([['rain'], ['snow']]);
  });

  it('are a line of text', () => {
    expect(sceneText(SCENE, WORDS, 'en')).toBe('cat × 2 · orange · walk · wine glass · neon · rain');
    expect(sceneText({ shots: [{ weather: 'rain' }, { weather: 'snow' }] }, WORDS, 'zh-CN')).toBe('下雨 → 下雪');
  });

  it('offer the words of their kind', () => {
    const [chip] = chipsOf({ weather: 'rain' }, WORDS, 'en')[0] ?? [];
    expect(chip && choicesOf(chip, WORDS, 'en')).toEqual([
      { word: 'rain', label: 'rain', isChosen: true },
      { word: 'snow', label: 'snow', isChosen: false },
    ]);
  });

  it('change one word, and leave the rest', () => {
    const [chips = []] = chipsOf(SCENE, WORDS, 'en');
    const changed = (label: string, word: string) => {
      const chip = chips.find((each) => each.label === label);
      return chip && withWord(SCENE, chip, word);
    };
    expect(changed('rain', 'snow')).toEqual({ ...SCENE, weather: 'snow' });
    expect(changed('cat × 2', 'dog')?.subjects).toEqual([
      { subject: 'dog', count: 2, action: 'walk' },
      SCENE.subjects?.[1],
    ] as never);
    expect(changed('walk', 'run')?.subjects?.[0]?.action).toBe('run');
  });

  it('are offered for what is not said', () => {
    expect(gapsOf({}, WORDS)[0]?.map(({ kind }) => kind)).toEqual(['subject', 'weather']);
    const [gaps = []] = gapsOf({ subjects: [{ subject: 'cat' }] }, WORDS);
    const add = (kind: string, word: string) => {
      const gap = gaps.find((each) => each.kind === kind);
      return gap && withWord({ subjects: [{ subject: 'cat' }] }, gap, word);
    };
    expect(add('subject', 'dog')).toEqual({ subjects: [{ subject: 'cat' }, { subject: 'dog' }] });
    expect(add('weather', 'snow')).toEqual({ subjects: [{ subject: 'cat' }], weather: 'snow' });
    const four = 'cat cat dog dog'.split(' ').map((subject) => ({ subject }));
    expect(gapsOf({ subjects: four, weather: 'rain' }, WORDS)).toEqual([[]]);
  });

  it('change a word of one shot only', () => {
    const scene: SceneData = { shots: [{ weather: 'rain' }, { weather: 'rain', enter: 'fade' }] };
    const [, [chip] = []] = chipsOf(scene, WORDS, 'en');
    expect(chip && withWord(scene, chip, 'snow')).toEqual({
      shots: [{ weather: 'rain' }, { weather: 'snow', enter: 'fade' }],
    });
  });

  it('leave behind what only a server says', () => {
    const [chip] = chipsOf(SCENE, WORDS, 'en')[0] ?? [];
    expect(chip && withWord({ ...SCENE, unknown: ['缝纫机'] }, chip, 'dog').unknown).toBeUndefined();
  });
});
