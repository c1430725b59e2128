import type { SceneShot } from '../../../protocol/index.ts';
import { completeScene } from '../read/complete-scene.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { dataOfScene } from './data-of-scene.ts';
import { sceneWords } from './scene-words.ts';
import { sceneOfData } from './scene-of-data.ts';

describe('the scene as data', () => {
  const prompts = [
    '一只橘猫在雨夜的霓虹街头散步，镜头推进，水彩画',
    'two red foxes run through a snowy forest at dawn, slow motion',
    '一张床在一台电视的左边',
    '女孩撑伞站在雨中',
    'a jellyfish in the sea and a small boat',
    '海边日落',
  ];
  for (const prompt of prompts) {
    it(`says all that is drawn, so that the same comes of it again: ${prompt}`, () => {
      const { named: _, ...scene } = readPrompt(prompt, 7);
      const { named: __, ...again } = completeScene(sceneOfData(dataOfScene(scene as never)), prompt, 7);
      expect(again).toEqual(scene);
    });
  }

  it('takes what is not known as not said, and says so', () => {
    const partial = sceneOfData({
      subjects: [{ subject: 'sewing-machine' }, { subject: 'cat', side: 'on', of: 0, colour: 'plaid', action: 'knit' }],
      place: 'atlantis',
      weather: 'snow',
    });
    expect(partial.cast).toEqual([{ subject: 'cat' }]);
    expect(partial.place).toBeUndefined();
    expect(partial.weather).toBe('snow');
    expect(partial.unknown).toEqual(['sewing-machine', 'knit', 'plaid', 'atlantis']);
  });

  it('takes no name of an object’s own for a word', () => {
    expect(sceneOfData({ place: 'constructor', subjects: [{ subject: 'toString' }] }).unknown).toHaveSize(2);
  });

  it('draws as many as there is room for', () => {
    const many: SceneShot = {
      subjects: 'cat dog fox panda bear tiger'.split(' ').map((subject) => ({ subject, count: 99 })),
    };
    expect(sceneOfData(many).cast.map(({ subject, count }) => [subject, count])).toEqual([
      ['cat', 5],
      ['dog', 5],
      ['fox', 5],
      ['panda', 5],
    ]);
  });

  it('has somebody do something else than the others', () => {
    const partial = sceneOfData({
      subjects: [
        { subject: 'cat', action: 'sleep' },
        { subject: 'dog', action: 'run' },
      ],
    });
    expect(partial.motion).toBe('sleep');
    expect(partial.cast[1]?.motion).toBe('run');
  });

  it('says of each what it does, where a prompt has a verb for each', () => {
    const { subjects = [] } = dataOfScene(readPrompt('a girl sits while a dog runs', 7));
    expect(subjects.map(({ action }) => action)).toEqual(['stay', 'run']);
  });

  it('offers words in both languages, all of which it takes', () => {
    const words = sceneWords();
    for (const [kind, names] of Object.entries(words)) {
      for (const { zh, en } of Object.values(names)) {
        expect(zh)
          .withContext(kind)
          .toMatch(/\p{Script=Han}/u);
        expect(en)
          .withContext(kind)
          .toMatch(/^[a-z0-9' -]+$/i);
      }
    }
    const subjects = Object.keys(words.subject ?? {}).map((subject) => ({ subject }));
    expect(subjects.flatMap((subject) => sceneOfData({ subjects: [subject] }).unknown)).toEqual([]);
    expect(new Blob([JSON.stringify(words)]).size).toBeLessThan(8_000);
  });
});
