import type { PartialScene } from './partial-scene.ts';
import { carriedOver, isChange } from './change.ts';
import { readScene } from './read-scene.ts';

const FIRST = '一只橘猫在雨夜的霓虹街头散步，水彩画';

/** What is asked for by a prompt that comes after another one. */
function after(prompt: string, first: string = FIRST): PartialScene {
  const partial = readScene(prompt);
  return isChange(partial, prompt) ? carriedOver(partial, prompt, readScene(first)) : partial;
}

describe('a prompt that follows another one', () => {
  const before = readScene(FIRST);
  const changes: readonly [string, Partial<PartialScene>][] = [
    ['改成白天', { time: 'day' }],
    ['把刚才那个改成清晨', { time: 'dawn' }],
    ['make it snow', { weather: 'snow' }],
    ['晚上', { time: 'night' }],
    ['现在下雪', { weather: 'snow' }],
    ['in oil painting', { style: 'oil' }],
    ['换成水墨风格', { style: 'ink' }],
    ['换成两只', { cast: [{ subject: 'cat', colour: 'orange', count: 2 }] }],
    ['make it blue', { cast: [{ subject: 'cat', colour: 'blue' }] }],
    ['把猫改成白色', { cast: [{ subject: 'cat', colour: 'white' }] }],
    ['make it bigger', { cast: [{ subject: 'cat', colour: 'orange', size: 'large' }] }],
    ['换成一只狗', { cast: [{ subject: 'dog' }] }],
    ['把猫换成熊猫', { cast: [{ subject: 'panda' }] }],
    ['replace the cat with a dog', { cast: [{ subject: 'dog' }] }],
    ['再加一只狗', { cast: [{ subject: 'cat', colour: 'orange' }, { subject: 'dog' }] }],
    [
      'add two birds',
      {
        cast: [
          { subject: 'cat', colour: 'orange' },
          { subject: 'bird', count: 2 },
        ],
      },
    ],
    ['在海滩上', { place: 'beach' }],
    ['换到公园', { place: 'park' }],
    ['跳舞', { motion: 'dance' }],
    ['slow motion', { isSlow: true }],
    ['镜头推近', { camera: 'pushIn' }],
    ['不要下雨', { weather: 'clear' }],
    ['去掉猫', { cast: [] }],
    ['换成一台缝纫机', { cast: [], unknown: ['缝纫机'] }],
    ['再来一次', {}],
  ];
  for (const [prompt, other] of changes) {
    it(`carries the rest over: ${prompt}`, () => {
      expect(after(prompt)).toEqual({ ...before, ...other });
    });
  }

  for (const prompt of [
    '一只狗在海边',
    'a fox in the snow',
    '海边日落',
    'a sewing machine',
    '两只企鹅',
    '一台缝纫机',
  ]) {
    it(`is a picture of its own where it names one: ${prompt}`, () => {
      expect(after(prompt)).toEqual(readScene(prompt));
    });
  }

  it('forgets what only the place before had', () => {
    expect(after('换到海滩', '一只猫在月球上走').motion).not.toBe('float');
    expect(after('去掉狗', '狗旁边有一只猫').cast).toEqual([{ subject: 'cat' }]);
  });
});
