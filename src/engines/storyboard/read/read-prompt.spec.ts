import type { CastMember, ColourName, Scene, SubjectName } from '../scene.ts';
import { readPrompt } from './read-prompt.ts';

type Expected = Partial<Omit<Scene, 'cast' | 'named'>> & { readonly cast?: readonly CastMember[] };

function one(subject: SubjectName, colour?: ColourName): readonly CastMember[] {
  return [colour ? { subject, colour } : { subject }];
}

const PROMPTS: readonly [string, Expected][] = [
  [
    '一只橘猫在雨夜的霓虹街头散步',
    {
      cast: one('cat', 'orange'),
      place: 'neon',
      weather: 'rain',
      time: 'night',
      motion: 'walk',
      language: 'zh',
    },
  ],
  [
    'A red fox runs through a snowy forest at dawn',
    {
      cast: one('fox', 'red'),
      place: 'forest',
      weather: 'snow',
      time: 'dawn',
      motion: 'run',
      language: 'en',
    },
  ],
  ['蓝色的汽车在城市里行驶', { cast: one('car', 'blue'), place: 'city', motion: 'drive' }],
  ['火车穿过雪山', { cast: one('train'), place: 'mountain', weather: 'snow' }],
  ['熊猫在竹林里睡觉', { cast: one('panda'), place: 'forest', motion: 'sleep' }],
  ['火箭飞向太空', { cast: one('rocket'), place: 'space', motion: 'fly', time: 'night' }],
  ['一条金鱼', { cast: one('fish', 'orange'), place: 'underwater', motion: 'swim' }],
  ['蓝鲸在黄昏的海上', { cast: one('whale', 'blue'), place: 'sea', time: 'dusk' }],
  ['花园里的白兔', { cast: one('rabbit', 'white'), place: 'garden' }],
  ['白天，一只黑色的狗在公园奔跑', { cast: one('dog', 'black'), place: 'garden', time: 'day', motion: 'run' }],
  ['女孩撑伞站在雨中', { cast: one('person'), weather: 'rain', props: ['umbrella'], motion: 'stay' }],
  ['雷雨夜的大海上有一艘小船', { cast: one('boat'), place: 'sea', weather: 'thunder', time: 'night' }],
  ['热气球飘过沙漠', { cast: one('balloon'), place: 'desert', motion: 'float' }],
  [
    '一个机器人在月球上跳舞，镜头推进',
    {
      cast: one('robot'),
      place: 'moon',
      motion: 'dance',
      camera: 'pushIn',
    },
  ],
  [
    '黑猫和白狗在沙滩上',
    {
      cast: [
        { subject: 'cat', colour: 'black' },
        { subject: 'dog', colour: 'white' },
      ],
      place: 'beach',
    },
  ],
  ['两只企鹅', { cast: [{ subject: 'penguin' }, { subject: 'penguin' }], place: 'snowfield' }],
  ['在金色的沙滩上，一个女孩看日落', { cast: one('person'), place: 'beach', time: 'dusk' }],
  ['雾中的森林，一只老虎', { cast: one('tiger'), place: 'forest', weather: 'fog' }],
  ['The kittens are sleeping in a bedroom', { cast: one('cat'), place: 'room', motion: 'sleep' }],
  [
    'two yellow birds flying above the clouds',
    {
      cast: [
        { subject: 'bird', colour: 'yellow' },
        { subject: 'bird', colour: 'yellow' },
      ],
      place: 'sky',
      motion: 'fly',
    },
  ],
  [
    'zoom in on a purple butterfly, windy meadow',
    {
      cast: one('butterfly', 'purple'),
      place: 'meadow',
      weather: 'wind',
      camera: 'pushIn',
    },
  ],
  ['A hot air balloon over the mountains at sunset', { cast: one('balloon'), place: 'mountain', time: 'dusk' }],
  ['a dragon, green, at midnight', { cast: one('dragon', 'green'), time: 'night' }],
  ['NEON LIGHTS and a WHITE CAT', { cast: one('cat', 'white'), place: 'neon' }],
];

describe('readPrompt', () => {
  for (const [prompt, expected] of PROMPTS) {
    it(`reads “${prompt}”`, () => {
      expect(readPrompt(prompt)).toEqual(jasmine.objectContaining(expected));
    });
  }

  const decoys: readonly [string, (scene: Scene) => boolean][] = [
    ['桌上的橘子', ({ cast }) => cast[0].colour === undefined],
    ['a scarlet category of caring boaters', ({ named }) => !named.has('subject')],
    ['恐龙', ({ named }) => !named.has('subject')],
  ];
  for (const [prompt, holds] of decoys) {
    it(`is not taken in by “${prompt}”`, () => expect(holds(readPrompt(prompt))).toBe(true));
  }

  it('names only what the prompt says', () => {
    expect([...readPrompt('一只猫在散步').named].sort()).toEqual(['motion', 'subject']);
    expect(readPrompt('hello there').named.size).toBe(0);
  });

  it('finds a pleasant scene for a prompt without a known word, the same each time', () => {
    const scene = readPrompt('qwertz ¯\\_(ツ)_/¯ 🦩');
    expect(scene).toEqual(readPrompt('qwertz ¯\\_(ツ)_/¯ 🦩'));
    expect(scene.cast).toHaveSize(1);
  });

  it('chooses by the seed where one is given', () => {
    const places = new Set(Array.from({ length: 40 }, (_, seed) => readPrompt('一只猫', seed).place));
    expect(places.size).toBeGreaterThan(2);
    expect(readPrompt('一只猫', 9)).toEqual(readPrompt('一只猫', 9));
  });

  it('never shows more than three', () => {
    expect(readPrompt('猫 狗 兔子 熊 狐狸').cast).toHaveSize(3);
    expect(readPrompt('许多鸟').cast).toHaveSize(3);
  });

  it('lets nothing walk in space or on the sea bed', () => {
    expect(readPrompt('一只狗在太空散步').motion).toBe('float');
    expect(readPrompt('一只狗在海底散步').motion).toBe('swim');
    expect(readPrompt('一只狗在云端奔跑').motion).toBe('fly');
    expect(readPrompt('一只狗在太空睡觉').motion).toBe('sleep');
  });
});
