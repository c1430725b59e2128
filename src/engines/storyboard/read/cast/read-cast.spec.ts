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
    ['to the left of the dog is a cat', dogIsFirst],
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

  it('is of nobody else where nobody knows who it is of', () => {
    expect(castOf('a bookshelf on the left and a sofa on the right')).toEqual([{ subject: 'couch-and-lamp' }]);
  });

  it('is shared by all that are named together, whichever is said first', () => {
    for (const prompt of [
      '桌子上放着一本书和一杯咖啡',
      '桌子上有一本书和一杯咖啡',
      'on the table are a book and a cup of coffee',
      'a table with a book and a cup of coffee on it',
    ])
      expect(castOf(prompt))
        .withContext(prompt)
        .toEqual([
          { subject: 'table' },
          { subject: 'open-book', stands: { side: 'on', of: 0 } },
          { subject: 'hot-beverage', stands: { side: 'on', of: 0 } },
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
      'two cats wearing hats',
      [
        { ...CAT, count: 2 },
        { subject: 'top-hat', count: 2, stands: { side: 'on', of: 0 } },
      ],
    ],
  ];
  for (const [prompt, cast] of worn) it(`is on it: ${prompt}`, () => expect(castOf(prompt)).toEqual(cast));
});
