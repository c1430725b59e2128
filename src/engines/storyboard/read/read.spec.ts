import type { CastMember, ColourName, Scene } from '../scene.ts';
import { readPrompt } from '../testing/read-prompt.ts';

type Expected = Partial<Omit<Scene, 'cast' | 'named'>> & { readonly cast?: readonly CastMember[] };

function one(subject: string, colour?: ColourName): readonly CastMember[] {
  return [colour ? { subject, colour } : { subject }];
}

const PROMPTS: readonly [string, Expected][] = [
  [
    '一只猫和一只狗坐在沙发上',
    {
      cast: [
        { subject: 'cat', stands: { side: 'on', of: 2 } },
        { subject: 'dog', stands: { side: 'on', of: 2 } },
        { subject: 'couch-and-lamp' },
      ],
    },
  ],
  [
    'a cup and a book on the table',
    {
      cast: [
        { subject: 'cup', stands: { side: 'on', of: 2 } },
        { subject: 'open-book', stands: { side: 'on', of: 2 } },
        { subject: 'table' },
      ],
    },
  ],
  ['富士山，环绕', { cast: one('mount-fuji'), camera: 'orbit' }],
  ['statue of liberty, orbit', { cast: one('statue-of-liberty'), camera: 'orbit' }],
  ['群山环绕的湖', { place: 'lake', camera: 'drift' }],
  ['镜头从右向左摇，一座城堡', { cast: one('castle'), camera: 'panLeft', motion: 'stay' }],
  ['镜头跟着一只狗奔跑', { cast: one('dog'), camera: 'follow', motion: 'run' }],
  ['镜头围绕雕像旋转', { cast: one('sculpture'), camera: 'orbit', motion: 'stay' }],
  ['The camera rotates around a castle', { cast: one('castle'), camera: 'orbit', motion: 'stay' }],
  ["bird's-eye view of a city", { cast: [], place: 'city', camera: 'aerial' }],
  ['海边日出航拍', { place: 'beach', time: 'dawn', camera: 'aerial' }],
  ['鲸鱼跃出海面', { cast: one('spouting-whale'), motion: 'jump' }],
  ['a dolphin jumping in the sea', { cast: one('dolphin'), motion: 'jump' }],
  ['a girl playing guitar', { cast: [...one('girl'), ...one('guitar')], motion: 'play' }],
  ['女孩拉小提琴', { cast: [...one('girl'), ...one('violin')], motion: 'play' }],
  ['一个男孩打网球', { cast: [...one('boy'), ...one('tennis')], motion: 'play' }],
  ['公鸡打鸣', { cast: one('rooster'), motion: 'sing' }],
  ['two men shaking hands', { motion: 'wave' }],
  ['蓝眼睛的猫', { cast: one('cat') }],
  ['a woman with red hair walking a dog', { cast: [...one('woman'), ...one('dog')] }],
  ['一只黑白相间的猫', { cast: one('cat'), style: 'plain' }],
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
  ['蓝色的汽车在城市里行驶', { cast: one('automobile', 'blue'), place: 'city', motion: 'drive' }],
  ['火车穿过雪山', { cast: one('locomotive'), place: 'mountain' }],
  ['熊猫在竹林里睡觉', { cast: one('panda'), place: 'bamboo', motion: 'sleep' }],
  ['火箭飞向太空', { cast: one('rocket'), place: 'space', motion: 'fly', time: 'night' }],
  ['一条金鱼', { cast: one('tropical-fish', 'orange'), place: 'underwater', motion: 'swim' }],
  ['蓝鲸在黄昏的海上', { cast: one('spouting-whale', 'blue'), place: 'sea', time: 'dusk' }],
  ['花园里的白兔', { cast: one('rabbit', 'white'), place: 'garden' }],
  ['白天，一只黑色的狗在公园奔跑', { cast: one('dog', 'black'), place: 'park', time: 'day', motion: 'run' }],
  ['女孩撑伞站在雨中', { cast: one('girl'), weather: 'rain', props: ['umbrella'], motion: 'stay' }],
  ['一只白兔在月光下奔跑', { cast: one('rabbit', 'white'), motion: 'run', time: 'night' }],
  ['雷雨夜的大海上有一艘小船', { cast: one('sailboat'), place: 'sea', weather: 'thunder', time: 'night' }],
  ['热气球飘过沙漠', { cast: one('hot-air-balloon'), place: 'desert', motion: 'float' }],
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
  ['两只企鹅', { cast: [{ subject: 'penguin', count: 2 }], place: 'snowfield' }],
  ['在金色的沙滩上，一个女孩看日落', { cast: one('girl'), place: 'beach', time: 'dusk' }],
  ['雾中的森林，一只老虎', { cast: one('tiger'), place: 'forest', weather: 'fog' }],
  [
    'The kittens are sleeping in a bedroom',
    { cast: [{ subject: 'cat', count: 2 }], place: 'bedroom', motion: 'sleep' },
  ],
  [
    'two yellow birds flying above the clouds',
    {
      cast: [{ subject: 'bird', count: 2, colour: 'yellow' }],
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
  ['A hot air balloon over the mountains at sunset', { cast: one('hot-air-balloon'), place: 'mountain', time: 'dusk' }],
  ['a dragon, green, at midnight', { cast: one('dragon', 'green'), time: 'night' }],
  ['NEON LIGHTS and a WHITE CAT', { cast: one('cat', 'white'), place: 'neon' }],
];

describe('what is read of a prompt', () => {
  for (const [prompt, expected] of PROMPTS) {
    it(`reads “${prompt}”`, () => {
      expect(readPrompt(prompt)).toEqual(jasmine.objectContaining(expected));
    });
  }

  const decoys: readonly [string, (scene: Scene) => boolean][] = [
    ['草原上有一群羊，远处是雪山', ({ weather, place }) => weather !== 'snow' && place === 'meadow'],
    ['a house with a red roof in a meadow', ({ place }) => place === 'meadow'],
    ['an old man at a wood table', ({ cast, place }) => cast.length === 2 && place !== 'forest'],
    ['a car stuck in traffic during rush hour', ({ motion }) => motion !== 'run'],
    ['a lion with the wings of an eagle', ({ cast }) => cast.length === 1],
    ['a dog facing the camera', ({ cast }) => cast.length === 1],
    ['a cat working as a chef in a kitchen', ({ cast }) => cast.length === 1],
    [
      'a rocket launching into orbit, with flames',
      ({ cast, place }) => cast.every(({ stands }) => !stands) && place === 'space',
    ],
    ['a prison cell with steel bars', ({ place }) => place !== 'cafe'],
    ['ink swirling in water', ({ style }) => style !== 'ink'],
    ['a dog with dark hair', ({ time, named }) => time !== 'night' || !named.has('time')],
    ['an otter lies on its back and eats', ({ motion }) => motion === 'eat'],
    ['一只水獭躺在水面上吃东西', ({ motion }) => motion === 'eat'],
    ['一个人在打保龄球', ({ motion }) => motion === 'play'],
    ['a motorcycle gliding through a snowy field', ({ motion }) => motion === 'drive'],
    ['没有猫', ({ cast }) => cast.length === 0],
    ['桌上的橘子', ({ cast }) => cast.every(({ colour }) => colour === undefined)],
    ['a scarlet category of caring boaters', ({ named }) => !named.has('subject')],
    ['一个花瓶', ({ cast }) => cast.length === 1 && cast[0]?.subject === 'vase'],
    ['两只拟人化的猫咪', ({ cast }) => cast.length === 1 && cast[0]?.count === 2],
    ['an athlete training in the gym', ({ cast }) => cast.every(({ subject }) => subject !== 'locomotive')],
    ['老师站在讲台上', ({ place }) => place === 'classroom'],
    ['七个小矮人和公主', ({ cast }) => cast[0]?.count === undefined],
    ['a goldfish in a bowl', ({ cast }) => cast.every(({ subject }) => subject !== 'tangerine')],
    ['a ball and a bat', ({ cast }) => cast[1]?.subject === 'baseball-bat'],
    ['a bat over the city', ({ cast }) => cast[0]?.subject === 'bat'],
    ['a black and white cow', ({ style }) => style === 'plain'],
    ['一只黑白奶牛', ({ style }) => style === 'plain'],
    ['一只猫在雨里', ({ weather }) => weather === 'rain'],
    ['月光下的猫', ({ time }) => time === 'night'],
    ['阳光下的猫', ({ weather, named }) => weather === 'clear' && named.has('weather')],
    ['a snowman in the sun', ({ cast, weather }) => cast.length === 1 && weather === 'clear'],
    ['熊猫骑自行车', ({ cast }) => cast.map(({ subject }) => subject).join() === 'panda,bicycle'],
    ['一个人骑自行车', ({ cast }) => cast.map(({ subject }) => subject).join() === 'person-biking'],
    ['镜头环绕，相机顺时针环绕拍摄富士山', ({ cast }) => cast.every(({ subject }) => subject === 'mount-fuji')],
  ];
  for (const [prompt, holds] of decoys) {
    it(`is not taken in by “${prompt}”`, () => expect(holds(readPrompt(prompt))).toBe(true));
  }

  const relations: readonly [string, CastMember['stands']][] = [
    ['一张床在一台电视的左边', { side: 'left', of: 1 }],
    ['a tv on the right of a dining table', { side: 'right', of: 1 }],
    ['a cat is sitting on the sofa', { side: 'on', of: 1 }],
    ['a bird above a tree', { side: 'above', of: 1 }],
    ['a cat on the kitchen table', { side: 'on', of: 1 }],
    ['a boy sitting on grass petting a dog', undefined],
    ['老师在讲课，学生在下面听', undefined],
  ];
  for (const [prompt, stands] of relations) {
    it(`reads where things stand in “${prompt}”`, () => expect(readPrompt(prompt).cast[0]?.stands).toEqual(stands));
  }

  it('has what is said of the background behind what is named first', () => {
    expect(readPrompt('a boat with a tower in the background').cast[1]?.stands).toEqual({ side: 'behind', of: 0 });
  });

  it('tells two of a kind apart by their colours', () => {
    const colours = (prompt: string) => readPrompt(prompt).cast.map(({ colour }) => colour);
    expect(colours('一匹白马和一匹黑马')).toEqual(['white', 'black']);
    expect(colours('a red ball and a blue ball')).toEqual(['red', 'blue']);
  });

  it('gives each its verb where they have different ones', () => {
    const motions = (prompt: string) => readPrompt(prompt).cast.flatMap(({ motion }) => motion ?? []);
    expect(motions('哥哥在弹吉他，妹妹在跳舞')).toEqual(['play', 'dance']);
    expect(motions('a cat sleeps beside a dog that eats')).toEqual(['sleep', 'eat']);
    expect(motions('一只猫和一只狗在跑步')).toEqual([]);
  });

  it('takes oranges and a baby for nouns where no noun follows', () => {
    expect(readPrompt('three oranges on a plate').cast).toEqual([{ subject: 'tangerine', count: 3 }]);
    expect(readPrompt('a woman and a baby').cast[1]).toEqual({ subject: 'baby' });
    expect(readPrompt('a baby elephant').cast).toEqual([{ subject: 'elephant', size: 'small' }]);
  });

  it('has nobody walk or swim where they only sit or lie', () => {
    expect(readPrompt('an eagle on a tree').motion).toBe('stay');
    expect(readPrompt('a seal and a ball').motion).toBe('stay');
    expect(readPrompt('a goldfish in a bowl on the table').motion).toBe('swim');
  });

  it('has who swims in the water', () => {
    for (const prompt of ['a dog swims', '一只乌龟在游泳', 'a duck and a bear swim'])
      expect(readPrompt(prompt))
        .withContext(prompt)
        .toEqual(jasmine.objectContaining({ place: 'sea', motion: 'swim' }));
    expect(readPrompt('a dog swims in a lake').place).toBe('lake');
  });

  it('reads camera, style and pace', () => {
    expect(readPrompt('一只鹰，慢动作，航拍，油画')).toEqual(
      jasmine.objectContaining({ camera: 'aerial', style: 'oil', isSlow: true }),
    );
    expect(readPrompt('a dog, pan left, pixel art')).toEqual(
      jasmine.objectContaining({ camera: 'panLeft', style: 'pixel' }),
    );
  });

  it('names only what the prompt says', () => {
    expect([...readPrompt('一只猫在散步').named].sort()).toEqual(['motion', 'subject']);
    expect(readPrompt('hello there').named.size).toBe(0);
  });

  it('puts nobody into a picture who was not asked for', () => {
    for (const prompt of ['qwertz ¯\\_(ツ)_/¯', '教室', 'a waterfall']) expect(readPrompt(prompt).cast).toEqual([]);
  });

  it('chooses by the seed where one is given', () => {
    const places = new Set(Array.from({ length: 40 }, (_, seed) => readPrompt('一只猫', seed).place));
    expect(places.size).toBeGreaterThan(2);
    expect(readPrompt('一只猫', 9)).toEqual(readPrompt('一只猫', 9));
  });

  it('finds a known word where the segmenter has cut through it', () => {
    expect(readPrompt('三只企鹅在冰面上跳舞').named).toContain('place');
    expect(readPrompt('暴风雨中的灯塔').weather).toBe('thunder');
    expect(readPrompt('一只小猫趴在窗边看雨').place).toBe('room');
    expect(readPrompt('camera zooms in on a jellyfish').camera).toBe('pushIn');
  });

  it('never shows more than four kinds, and five of a kind', () => {
    expect(readPrompt('猫 狗 兔子 熊 狐狸').cast).toHaveSize(4);
    expect(readPrompt('九只鸟').cast[0]?.count).toBe(5);
  });

  it('gives wings to who has them, and does not draw whose they would be', () => {
    for (const prompt of ["a lion with an eagle's wings", '长着鹰翅膀的狮子', 'a lion with wings']) {
      const { cast, props } = readPrompt(prompt);
      expect(cast.map(({ subject }) => subject))
        .withContext(prompt)
        .toEqual(['lion']);
      expect(props).toEqual(['wings']);
    }
    expect(readPrompt('an eagle and a lion').cast.length).toBe(2);
  });

  it('knows where one drinks bubble tea', () => {
    expect(readPrompt('奶茶店里的猫').place).toBe('cafe');
    expect(readPrompt('一杯奶茶').cast.map(({ subject }) => subject)).toContain('bubble-tea');
  });

  it('lets nothing walk in space or on the sea bed', () => {
    expect(readPrompt('一只狗在太空散步').motion).toBe('float');
    expect(readPrompt('一只狗在海底散步').motion).toBe('swim');
    expect(readPrompt('一只狗在云端奔跑').motion).toBe('fly');
    expect(readPrompt('一只狗在太空睡觉').motion).toBe('sleep');
  });
});
