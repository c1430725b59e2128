import type { CastMember } from '../../scene.ts';
import { readScene } from '../read-scene.ts';

const CAT = { subject: 'cat' } as const;
const DOG = { subject: 'dog' } as const;

function castOf(prompt: string): readonly CastMember[] {
  return readScene(prompt).cast;
}

describe('who stands where', () => {
  const catIsLeft = [{ ...CAT, stands: { side: 'left', of: 1 } }, DOG] as const;
  const dogIsFirst = [DOG, { ...CAT, stands: { side: 'left', of: 0 } }] as const;
  const pairs: readonly (readonly [string, readonly CastMember[]])[] = [
    ['一只猫在左边，一只狗在右边', catIsLeft],
    ['左边一只猫，右边一只狗', catIsLeft],
    ['左边有一只猫，右边有一只狗', catIsLeft],
    ['左边是一只猫，右边是一只狗', catIsLeft],
    ['左边的猫和右边的狗', catIsLeft],
    ['狗在右边，猫在左边', dogIsFirst],
    ['右边是狗，左边是猫', dogIsFirst],
    ['a cat on the left and a dog on the right', catIsLeft],
    ['on the left a cat, on the right a dog', catIsLeft],
    ['on the left is a cat and on the right is a dog', catIsLeft],
    ['a dog on the right and a cat on the left', dogIsFirst],
    ['to the left of the dog is a cat', [{ ...CAT, stands: { side: 'left', of: 1 } }, DOG]],
    ['a dog with a cat on its left', dogIsFirst],
    ['一只猫在狗的左边', catIsLeft],
    ['狗的左边有一只猫', dogIsFirst],
  ];
  for (const [prompt, cast] of pairs) it(`is read: ${prompt}`, () => expect(castOf(prompt)).toEqual(cast));

  it('is read of three, and of two of a kind', () => {
    for (const prompt of [
      '左边一只猫，中间一只狗，右边一只兔子',
      'a cat on the left, a dog in the middle and a rabbit on the right',
    ])
      expect(castOf(prompt))
        .withContext(prompt)
        .toEqual([...catIsLeft, { subject: 'rabbit', stands: { side: 'right', of: 1 } }]);
    expect(castOf('a cat on the left and a cat on the right')).toEqual([
      { ...CAT, stands: { side: 'left', of: 1 } },
      CAT,
    ]);
  });

  it('is of who does something, not of what they hold', () => {
    expect(castOf('一个女孩拿着书走在桥上')[0]?.stands).toEqual({ side: 'on', of: 2 });
    expect(castOf('a cat, blurred beach in the background')).toEqual([CAT]);
    expect(castOf('a panda playing the guitar by a campfire')).toEqual([
      { subject: 'panda', stands: { side: 'right', of: 2 } },
      { subject: 'guitar' },
      { subject: 'fire' },
    ]);
    expect(castOf('a girl eating an apple under a tree')[0]?.stands).toEqual({ side: 'under', of: 2 });
    expect(castOf('a car surrounded by trees')[0]?.stands).toBeUndefined();
    expect(castOf('老爷爷在喝茶，旁边趴着一只猫')[2]?.stands).toEqual({ side: 'right', of: 0 });
  });

  it('is of nobody else where nobody knows who it is of', () => {
    expect(castOf('a bookshelf on the left and a sofa on the right')).toEqual([{ subject: 'couch-and-lamp' }]);
  });

  it('is on somebody where it is on a part of them', () => {
    for (const prompt of ['男人肩膀上站着一只鹦鹉', 'a man with a parrot on his shoulder'])
      expect(castOf(prompt))
        .withContext(prompt)
        .toEqual([{ subject: 'man' }, { subject: 'parrot', stands: { side: 'on', of: 0 } }]);
    expect(castOf('小女孩的头上有一朵花')[1]?.stands).toEqual({ side: 'on', of: 0 });
    expect(castOf('一只青蛙坐在石头上')[1]?.subject).toBe('rock');
  });

  it('is shared by all that are named together, whichever is said first', () => {
    for (const prompt of [
      '桌子上放着一本书和一杯咖啡',
      '桌子上有一本书和一杯咖啡',
      'a table with a book and a cup of coffee on it',
    ])
      expect(castOf(prompt))
        .withContext(prompt)
        .toEqual([
          { subject: 'table' },
          { subject: 'open-book', stands: { side: 'on', of: 0 } },
          { subject: 'hot-beverage', stands: { side: 'on', of: 0 } },
        ]);
    expect(castOf('on the table are a book and a cup of coffee')).toEqual([
      { subject: 'open-book', stands: { side: 'on', of: 2 } },
      { subject: 'hot-beverage', stands: { side: 'on', of: 2 } },
      { subject: 'table' },
    ]);
    expect(castOf('树下坐着一个男孩和一个女孩').slice(1)).toEqual([
      { subject: 'boy', stands: { side: 'under', of: 0 } },
      { subject: 'girl', stands: { side: 'under', of: 0 } },
    ]);
    expect(castOf('一只猫和一只狗，狗的左边有一只兔子').at(-1)?.stands).toEqual({ side: 'left', of: 1 });
    expect(castOf('a dog runs, behind it a cat')[1]?.stands).toEqual({ side: 'behind', of: 0 });
    expect(castOf('there is a tree, on its right a house')[1]?.stands).toEqual({ side: 'right', of: 0 });
  });
});

describe('several of a kind', () => {
  const blackAndWhite = [
    { ...CAT, colour: 'black' },
    { ...CAT, colour: 'white' },
  ] as const;
  for (const prompt of [
    '两只猫，一只黑色，一只白色',
    '两只猫，一黑一白',
    '两只猫一只黑的一只白的',
    'two cats, one black and one white',
    'two cats: one is black, the other is white',
  ])
    it(`are told apart: ${prompt}`, () => expect(castOf(prompt)).toEqual(blackAndWhite));

  it('are as many as they were', () => {
    expect(castOf('三只猫，一只黑色')).toEqual([
      { ...CAT, colour: 'black' },
      { ...CAT, count: 2 },
    ]);
    expect(castOf('four cats, one black, the others white')).toEqual([
      { ...CAT, colour: 'black' },
      { ...CAT, count: 3, colour: 'white' },
    ]);
  });

  it('are told apart by what each does', () => {
    expect(castOf('两只猫，一只在睡觉，一只在吃东西').map(({ motion }) => motion)).toEqual(['sleep', 'eat']);
  });

  it('are as many of each as is said', () => {
    const apples = (colour: 'green' | 'red') => ({ subject: 'red-apple', colour });
    expect(castOf('三个苹果，一个红的，两个绿的')).toEqual([apples('red'), { ...apples('green'), count: 2 }]);
    expect(castOf('four cats, two black and two white')).toEqual([
      { ...CAT, colour: 'black', count: 2 },
      { ...CAT, colour: 'white', count: 2 },
    ]);
    expect(castOf('一只红的猫，两个绿的')).toEqual([
      { ...CAT, colour: 'red' },
      { ...CAT, colour: 'green', count: 2 },
    ]);
  });

  it('are two where one and another are joined', () => {
    expect(castOf('a corgi and a husky')).toEqual([{ ...DOG, count: 2 }]);
    expect(castOf('two boxers fight each other as they run')).toEqual([{ subject: 'person', count: 2 }]);
  });

  it('wear each their own', () => {
    const hats = [
      CAT,
      CAT,
      { subject: 'top-hat', colour: 'red', stands: { side: 'on', of: 0 } },
      { subject: 'top-hat', colour: 'blue', stands: { side: 'on', of: 1 } },
    ] as const;
    expect(castOf('两只猫，一个戴红帽子，一个戴蓝帽子')).toEqual(hats);
    expect(castOf('two cats, one wearing a red hat and the other wearing a blue hat')).toEqual(hats);
  });

  it('are an animal and its mother, who is no woman', () => {
    for (const prompt of ['一只小鸭子跟着妈妈过马路', 'a duckling follows its mother'])
      expect(castOf(prompt))
        .withContext(prompt)
        .toEqual([{ subject: 'duck', count: 2 }]);
    expect(castOf('北极熊妈妈带着小熊')).toEqual([{ subject: 'polar-bear', count: 2, size: 'small' }]);
    expect(castOf('小男孩和妈妈')).toEqual([{ subject: 'boy' }, { subject: 'woman' }]);
  });

  it('are two at least where a name of several words stands in the plural, and what is no number of things is one', () => {
    expect(castOf('hot air balloons in the sky')).toEqual([{ subject: 'hot-air-balloon', count: 2 }]);
    expect(castOf('wild horses run')).toEqual([{ subject: 'horse', count: 2 }]);
    expect(castOf('noodles and french fries')).toEqual([{ subject: 'steaming-bowl' }, { subject: 'french-fries' }]);
  });

  it('are not meant by the number of somebody else', () => {
    expect(castOf('two cats and one black dog')).toEqual([
      { ...CAT, count: 2 },
      { ...DOG, colour: 'black' },
    ]);
  });
});

describe('what somebody wears', () => {
  const worn: readonly (readonly [string, readonly CastMember[]])[] = [
    ['a cat wearing a red scarf', [CAT, { subject: 'scarf', colour: 'red', stands: { side: 'on', of: 0 } }]],
    ['一只戴着红色围巾的猫', [{ subject: 'scarf', colour: 'red', stands: { side: 'on', of: 1 } }, CAT]],
    ['一个男孩和一只戴墨镜的猫', [{ subject: 'boy' }, { subject: 'sunglasses', stands: { side: 'on', of: 2 } }, CAT]],
    ['a hat on a table', [{ subject: 'top-hat', stands: { side: 'on', of: 1 } }, { subject: 'table' }]],
    ['sunglasses', [{ subject: 'sunglasses' }]],
    ['一只猫坐在帽子里', [{ ...CAT, stands: { side: 'inside', of: 1 } }, { subject: 'top-hat' }]],
    [
      'a cat wearing sunglasses sits on a sofa',
      [
        { ...CAT, stands: { side: 'on', of: 2 } },
        { subject: 'sunglasses', stands: { side: 'on', of: 0 } },
        { subject: 'couch-and-lamp' },
      ],
    ],
    [
      'a panda in a red jacket and a tiny hat sits on a chair and strums a guitar',
      [{ subject: 'panda', stands: { side: 'on', of: 1 } }, { subject: 'chair' }, { subject: 'guitar' }],
    ],
    [
      'two cats wearing hats',
      [
        { ...CAT, count: 2 },
        { subject: 'top-hat', count: 2, stands: { side: 'on', of: 0 } },
      ],
    ],
  ];
  for (const [prompt, cast] of worn) it(`is on it: ${prompt}`, () => expect(castOf(prompt)).toEqual(cast));
});
