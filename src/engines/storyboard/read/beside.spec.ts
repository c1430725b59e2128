import type { CastMember, Scene } from '../scene.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { readScene } from './read-scene.ts';

function one(subject: string): readonly CastMember[] {
  return [{ subject }];
}

describe('what words mean beside others', () => {
  it('takes the request itself for no work that somebody does', () => {
    const usual = [
      '画一只猫',
      'Draw a cat',
      'draw me a picture of a cow',
      'A painting of a boat',
      '帮我画一幅画：一只狗',
    ];
    for (const prompt of usual) {
      expect(readPrompt(prompt).named).withContext(prompt).not.toContain('motion');
      expect(readPrompt(prompt)).toEqual(jasmine.objectContaining({ unknown: [], style: 'plain' }));
    }
    expect(readPrompt('画一个女孩在公园里跑步').motion).toBe('run');
    expect(readPrompt('can you draw me a dragon please').cast).toEqual(one('dragon'));
    expect(readPrompt('画一幅山水画')).toEqual(jasmine.objectContaining({ place: 'mountain', style: 'ink' }));
    expect(readPrompt('一幅猫的画').named).not.toContain('motion');
    expect(readPrompt('再画一次').named.size).toBe(0);
    expect(readPrompt('画家在海边').cast).toEqual(one('artist'));
    for (const prompt of ['一个女孩在画画', 'a girl drawing a cat']) expect(readPrompt(prompt).motion).toBe('paint');
    expect(readPrompt('vivid colours, a girl').named).not.toContain('motion');
  });

  it('reads figures as numbers, where they count what is there', () => {
    const counts = (prompt: string) => readPrompt(prompt).cast.map(({ count = 1 }) => count);
    for (const prompt of ['3 cats', '3只企鹅', '桌上有三个苹果', '房间里有三只猫']) expect(counts(prompt)).toEqual([3]);
    expect(counts('树上有三只鸟')).toEqual([1, 3]);
    expect(counts('12 birds')).toEqual([5]);
    for (const prompt of ['3岁的女孩', '两岁的男孩', 'a girl, 4k, 35mm, 16:9', '2024年的猫'])
      expect(counts(prompt)).toEqual([1]);
    expect(readPrompt('a 30 year old man').cast).toEqual(one('man'));
    expect(readPrompt('a 24-year-old woman walking').cast).toEqual(one('woman'));
  });

  const behind: readonly [string, Scene['motion']][] = [
    ['a fox sitting in the forest, snow falling', 'stay'],
    ['一只猫坐在窗边，外面雪花飘落', 'stay'],
    ['a castle on a cliff, waves crashing below', 'stay'],
    ['a cat sitting by a burning fire', 'stay'],
    ['a woman standing, embers floating', 'stay'],
    ['一个女孩在跑步，落叶纷纷飘落', 'run'],
    ['a cat falling asleep', 'sleep'],
    ['a cat falls off a table', 'fall'],
    ['一个苹果从树上掉下来', 'fall'],
    ['a house is burning', 'burn'],
    ['一条龙在云端飞翔', 'fly'],
    ['一架飞机在晴朗的蓝天中飞翔', 'fly'],
  ];
  for (const [prompt, motion] of behind) {
    it(`gives nobody what weather and things do: ${prompt}`, () => expect(readPrompt(prompt).motion).toBe(motion));
  }

  it('takes the moon for a place only where somebody is on it', () => {
    for (const prompt of ['a wolf howling at the moon', 'the moon above the castle', 'the moon over the sea'])
      expect(readPrompt(prompt))
        .withContext(prompt)
        .toEqual(jasmine.objectContaining({ time: 'night', weather: 'clear' }));
    expect(readPrompt('the moon over the sea').place).toBe('sea');
    expect(readPrompt('a wolf howling at the moon').place).not.toBe('moon');
    for (const prompt of ['an astronaut on the moon', 'a robot on the lunar surface', '月球上的机器人'])
      expect(readPrompt(prompt).place).withContext(prompt).toBe('moon');
  });

  it('draws a thing though the word after it is not known, where that is no noun', () => {
    for (const prompt of ['a dog lost in the city', 'a dog stuck in a tree', 'a dog mid-leap', 'a dog beyond the lake'])
      expect(readPrompt(prompt).cast[0]?.subject).withContext(prompt).toBe('dog');
    expect(readPrompt('a cat between two dogs').cast).toEqual([{ subject: 'cat' }, { subject: 'dog', count: 2 }]);
  });

  const standIns: readonly [string, readonly CastMember[]][] = [
    ['两只狗在玩球', [{ subject: 'dog', count: 2 }, { subject: 'ball' }]],
    ['孩子在水池里溅起水花', one('child')],
    ['浪花拍打礁石', []],
    ['the camera pans across the desert', []],
    ['slow pan over a mountain lake', []],
    ['戴着厨师帽的熊猫', one('panda')],
    ['穿公主裙的小女孩', one('girl')],
    [
      'a girl in a red hat and a dog',
      [{ subject: 'girl' }, { subject: 'top-hat', colour: 'red', stands: { side: 'on', of: 0 } }, { subject: 'dog' }],
    ],
    ['a woman cutting nails', one('woman')],
    ['a school of fish', [{ subject: 'fish', count: 4 }]],
    ['an empty street with no cars', []],
    ['a forest without any people', []],
    ['一条没有车的公路', []],
    ['街上没有车', []],
    [
      'a woman in a green dress',
      [{ subject: 'woman' }, { subject: 'dress', colour: 'green', stands: { side: 'on', of: 0 } }],
    ],
    ['一只孔雀开屏', one('peacock')],
    ['a watch on a table', [{ subject: 'watch', stands: { side: 'on', of: 1 } }, { subject: 'table' }]],
  ];
  for (const [prompt, cast] of standIns) {
    it(`puts nothing into the picture that only shares a word with it: ${prompt}`, () =>
      expect(readPrompt(prompt).cast).toEqual([...cast]));
  }

  const places: readonly [string, Partial<Scene>][] = [
    ['waves on the beach', { place: 'beach' }],
    ['indoor swimming pool', { place: 'pool' }],
    ['indoor library', { place: 'library' }],
    ['a cat in an indoor gymnasium', { place: 'studio' }],
    ['一只鸟在天上飞', { place: 'sky', motion: 'fly' }],
    ['太阳落山', { time: 'dusk', cast: [] }],
    ['the sun sets over the sea', { time: 'dusk', place: 'sea' }],
    ['sun rises behind mountains', { time: 'dawn', place: 'mountain' }],
    ['the camera pans across the desert', { camera: 'panRight', place: 'desert' }],
    ['camera pans to the left, a castle', { camera: 'panLeft' }],
  ];
  for (const [prompt, read] of places) {
    it(`reads where and when it is: ${prompt}`, () =>
      expect(readPrompt(prompt)).toEqual(jasmine.objectContaining(read)));
  }

  it('takes neither rain that is over, nor ice in a cup, nor fish behind glass for where somebody is', () => {
    for (const prompt of ['雨后的彩虹', 'a rainbow after the rain'])
      expect(readPrompt(prompt).weather).not.toBe('rain');
    expect(readPrompt('a cup of tea with ice').place).not.toBe('snowfield');
    expect(readPrompt('一只猫看着鱼缸里的金鱼').place).not.toBe('underwater');
  });

  it('takes how somebody is to go for nobody', () => expect(readScene('慢慢走').unknown).toEqual([]));
});
