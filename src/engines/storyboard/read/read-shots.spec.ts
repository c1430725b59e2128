import { readShots } from './read-shots.ts';

/** Who does what where and when, shot by shot. */
function shots(prompt: string): readonly string[] {
  return readShots(prompt).map(({ partial, enter }) => {
    const cast = partial.cast.map(({ subject }) => subject).join('+');
    return [enter, cast, partial.motion, partial.place, partial.time, partial.weather].filter(Boolean).join(' ');
  });
}

describe('a prompt of several sentences', () => {
  const stories: readonly [string, readonly string[]][] = [
    ['一只橘猫在公园里奔跑。然后它在房间里睡觉。', ['cut cat run park', 'cut cat sleep room']],
    [
      '清晨，一艘小船在海上航行。黄昏时分，小船停在港口。',
      ['cut sailboat float sea dawn', 'fade sailboat stay harbour dusk'],
    ],
    [
      'A dog runs on the beach. Then it swims in the sea. Finally it sleeps at home.',
      ['cut dog run beach', 'cut dog swim sea', 'cut dog sleep room'],
    ],
    ['公园里下着雨，一只猫在走。后来天气晴朗，它在跳舞。', ['cut cat walk park rain', 'cut cat dance park clear']],
    [
      '一只狐狸在森林里走，然后遇到一只兔子，接着一起跳舞。',
      ['cut fox walk forest', 'cut fox+rabbit walk forest', 'cut fox+rabbit dance forest'],
    ],
    ['A cat walks in the park. Then it meets a dog.', ['cut cat walk park', 'cut cat+dog walk park']],
    ['一只猫变成老虎', ['cut cat', 'fade tiger']],
    ['a caterpillar becomes a butterfly in the garden', ['cut bug garden', 'fade butterfly garden']],
    ['the leaf turns red', ['cut herb']],
    ['Shot 1: a cat. Shot 2: a dog. Shot 3: a bird.', ['cut cat', 'cut dog', 'cut bird']],
    ['Shot 1: a cat in the forest. Shot 2: the cat in the forest.', ['cut cat forest', 'cut cat forest']],
    ['镜头1：一只猫。镜头2：一只狗。镜头3：一只鸟。', ['cut cat', 'cut dog', 'cut bird']],
    ['一部短片，镜头一：一只猫 镜头二：一只猫在睡觉', ['cut cat', 'cut cat sleep']],
    [
      '春天，樱花盛开。夏天，海边。秋天，落叶。冬天，大雪纷飞。',
      [
        'cut cherry-blossom grow',
        'cut cherry-blossom grow beach clear',
        'cut fallen-leaf beach clear',
        'cut fallen-leaf beach snow',
      ],
    ],
    [
      '一只猫在沙发上睡觉。然后它醒来跑到花园里。最后它爬上一棵树。',
      ['cut cat+couch-and-lamp sleep', 'cut cat run garden', 'cut cat+deciduous-tree climb garden'],
    ],
    ['A cat rides a horse. Scene 2: A dragon appears.', ['cut cat+horse ride', 'cut dragon']],
    ['从白天到黑夜的城市延时摄影', ['cut city day', 'fade city night']],
    ['a city from day to night, timelapse', ['cut city day', 'fade city night']],
    ['sunrise to sunset over the mountains', ['cut mountain dawn', 'fade mountain dusk']],
    ['春天樱花盛开，夏天海边游泳', ['cut cherry-blossom grow', 'cut swim beach clear']],
    ['A cat in the park. In winter, a fox.', ['cut cat park', 'cut fox park snow']],
  ];
  for (const [prompt, expected] of stories) {
    it(`is one shot each where something else happens: ${prompt}`, () => expect(shots(prompt)).toEqual(expected));
  }

  for (const prompt of [
    '一只橘猫在雨夜的霓虹街头散步，镜头推近。水彩画风格。',
    'A stylish woman walks down a Tokyo street. She wears a black leather jacket and carries a purse. The street is wet.',
    '一只熊猫坐在竹林里。它的毛很柔软。阳光照在它身上。',
    'a cat',
    '',
  ]) {
    it(`is one shot where it only says more of the same: ${prompt}`, () => expect(shots(prompt)).toHaveSize(1));
  }

  it('has four shots at most, all in the style that is named once', () => {
    const story = '一只猫在公园奔跑。然后在海边跳舞。然后在厨房吃饭。然后在房间睡觉。然后在太空飞。水彩画。';
    expect(shots(story)).toHaveSize(4);
    expect(new Set(readShots(story).map(({ partial }) => partial.style))).toEqual(new Set(['watercolour']));
  });

  it('is changed in all its shots by a change', () => {
    const before = readShots('一只橘猫在公园里奔跑。然后它在房间里睡觉。');
    expect(readShots('水墨风格', before).map(({ partial }) => [partial.style, partial.motion])).toEqual([
      ['ink', 'run'],
      ['ink', 'sleep'],
    ]);
  });
});
