import type { PartialScene } from './partial-scene.ts';
import { changed, isChange } from './change.ts';
import { readScene } from './read-scene.ts';

const FIRST = '一只橘猫在雨夜的霓虹街头散步，水彩画';
const ORANGE_CAT = { subject: 'cat', colour: 'orange' } as const;

/** What is asked for by a prompt that comes after another one. */
function after(prompt: string, first: string = FIRST): PartialScene {
  const partial = readScene(prompt);
  return isChange(partial, prompt) ? changed(prompt, readScene(first)) : partial;
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
    ['大一点', { cast: [{ subject: 'cat', colour: 'orange', size: 'large' }] }],
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
    ['one more time', {}],
    ['可爱一点', {}],
    ['画得再漂亮一些', {}],
    ['再来一只', { cast: [{ subject: 'cat', colour: 'orange', count: 2 }] }],
    ['再来两只', { cast: [{ subject: 'cat', colour: 'orange', count: 3 }] }],
    ['another cat', { cast: [{ subject: 'cat', colour: 'orange', count: 2 }] }],
    ['one more cat', { cast: [{ subject: 'cat', colour: 'orange', count: 2 }] }],
    ['慢一点', { isSlow: true }],
    ['slower, please', { isSlow: true }],
    ['快一点', {}],
    ['天亮了', { time: 'dawn' }],
    ['变成夏天', { weather: 'clear' }],
    ['不下雨了', { weather: 'clear' }],
    ['no rain', { weather: 'clear' }],
    ['it should be snowing', { weather: 'snow' }],
    ['what if it was snowing?', { weather: 'snow' }],
    ['不要水彩画', { style: undefined }],
    ['remove the watercolour', { style: undefined }],
    ['stop walking', { motion: 'stay' }],
    ['让猫坐下', { motion: 'stay' }],
    ['let it sleep', { motion: 'sleep' }],
    ['at the beach', { place: 'beach' }],
    ['set it in Paris', { place: 'city' }],
    ['把街道换成沙滩', { place: 'beach' }],
    ['change the street to a beach', { place: 'beach' }],
    ['换个地方', { place: undefined }],
    ['somewhere else', { place: undefined }],
    ['把橘猫换成白猫', { cast: [{ subject: 'cat', colour: 'white' }] }],
    ['make the cat black', { cast: [{ subject: 'cat', colour: 'black' }] }],
    ['swap the cat for a rabbit', { cast: [{ subject: 'rabbit' }] }],
    ['turn the cat into two tigers', { cast: [{ subject: 'tiger', count: 2 }] }],
    ['remove the cat and add a fox', { cast: [{ subject: 'fox' }] }],
    ['去掉猫，加一只狐狸', { cast: [{ subject: 'fox' }] }],
    ['no cat', { cast: [] }],
    ['去掉狗', {}],
    ['再加一只猫', { cast: [{ subject: 'cat', colour: 'orange', count: 2 }] }],
    ['add two more cats', { cast: [{ subject: 'cat', colour: 'orange', count: 3 }] }],
    ['在猫的左边加一棵树', { cast: [ORANGE_CAT, { subject: 'deciduous-tree', stands: { side: 'left', of: 0 } }] }],
    ['add a dog on the left', { cast: [ORANGE_CAT, { subject: 'dog', stands: { side: 'left', of: 0 } }] }],
    ['加一顶帽子', { cast: [ORANGE_CAT, { subject: 'top-hat', stands: { side: 'on', of: 0 } }] }],
    ['给它戴上墨镜', { cast: [ORANGE_CAT, { subject: 'sunglasses', stands: { side: 'on', of: 0 } }] }],
    ['加一顶厨师帽', { unknown: ['厨师帽'] }],
    ['add a halo', { unknown: ['halo'] }],
    ['猫变大', { cast: [{ ...ORANGE_CAT, size: 'large' }] }],
    ['把猫变小', { cast: [{ ...ORANGE_CAT, size: 'small' }] }],
    ['make the cat bigger', { cast: [{ ...ORANGE_CAT, size: 'large' }] }],
    ['画面亮一点', { time: 'day' }],
    ['make it darker', { time: 'night' }],
    ['雨停了', { weather: 'clear' }],
    ['长一点', {}],
    ['改成十秒', {}],
    ['改成竖屏吧', {}],
    ['竖屏', {}],
    ['加点音乐', {}],
    ['把猫换到公园', { place: 'park' }],
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
    '让一只狗在海边奔跑',
    'a faster car',
    '一朵花从小变大',
  ]) {
    it(`is a picture of its own where it names one: ${prompt}`, () => {
      expect(after(prompt)).toEqual(readScene(prompt));
    });
  }

  it('means whom it names, in the colour that it names', () => {
    const two = '一只白猫和一只黑猫';
    expect(after('把黑猫换成狗', two).cast).toEqual([{ subject: 'cat', colour: 'white' }, { subject: 'dog' }]);
    expect(after('remove the white cat', two).cast).toEqual([{ subject: 'cat', colour: 'black' }]);
    expect(after('把狗改成白色', '一只猫和一只狗').cast).toEqual([
      { subject: 'cat' },
      { subject: 'dog', colour: 'white' },
    ]);
  });

  it('puts something to wear on whom it names, or else on the first', () => {
    for (const prompt of ['add a hat', '给它加一顶帽子', '给猫戴上帽子', 'put a hat on it', 'put a hat on the cat'])
      expect(after(prompt, '一只橘猫追蝴蝶').cast)
        .withContext(prompt)
        .toEqual([ORANGE_CAT, { subject: 'butterfly' }, { subject: 'top-hat', stands: { side: 'on', of: 0 } }]);
  });

  it('has a place instead of the thing that it replaces', () => {
    for (const prompt of ['把沙发换成海滩', 'replace the sofa with a beach']) {
      const { cast, place } = after(prompt, '一只猫坐在沙发上');
      expect({ cast, place })
        .withContext(prompt)
        .toEqual({ cast: [{ subject: 'cat' }], place: 'beach' });
    }
  });

  it('forgets what only the place before had', () => {
    expect(after('换到海滩', '一只猫在月球上走').motion).not.toBe('float');
    expect(after('去掉狗', '狗旁边有一只猫').cast).toEqual([{ subject: 'cat' }]);
  });
});
