import { buildPlace } from '../places/index.ts';
import { stageFor } from '../stage/index.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { layOut } from './layout.ts';
import { placeCast } from './placement.ts';

const FORMAT = { width: 640, height: 360, frameCount: 96 };

function spotOf(prompt: string, subject: string) {
  const spot = layOut(readPrompt(prompt, 7)).find(({ member }) => member.subject === subject);
  if (!spot) throw new Error(`There is no ${subject} in “${prompt}”.`);
  return spot;
}

describe('where the cast stands', () => {
  it('is on and in what it is said to be, one upon another, whichever is named first', () => {
    const prompt = 'a goldfish in a bowl on the table';
    const [fish, bowl, table] = ['tropical-fish', 'bowl', 'table'].map((subject) => spotOf(prompt, subject));
    expect(fish?.rise).toBeGreaterThan(bowl?.rise ?? 0);
    expect(bowl?.rise).toBeGreaterThan(table?.rise ?? 0);
    expect(fish?.x).toBeCloseTo(table?.x ?? 0, 0);
  });

  it('is on the side of the picture that is said, whoever is named first', () => {
    for (const prompt of [
      '一只猫在左边，一只狗在右边',
      '狗在右边，猫在左边',
      'a dog on the right and a cat on the left',
      'on the left a cat, on the right a dog',
    ])
      expect(spotOf(prompt, 'cat').x).withContext(prompt).toBeLessThan(spotOf(prompt, 'dog').x);
  });

  it('is on a horse for who rides, whatever the others do, and wherever there is no floor', () => {
    expect(spotOf('an astronaut is riding a horse in space', 'astronaut').rise).toBeGreaterThan(0);
    expect(spotOf('一群羊在吃草，牧羊人骑着马', 'man').rise).toBeGreaterThan(0);
    expect(spotOf('一个男孩骑着老虎', 'boy').rise).toBeGreaterThan(0);
  });

  it('is as large beside somebody human as it is, unless it carries them', () => {
    const height = (prompt: string, subject: string) => {
      const { figure, size } = spotOf(prompt, subject);
      return figure.height * size;
    };
    for (const pet of ['cat', 'dog', 'rabbit'])
      expect(height(`a girl and a ${pet}`, pet))
        .withContext(pet)
        .toBeLessThan(0.85 * height(`a girl and a ${pet}`, 'girl'));
    expect(height('狗旁边有一个女孩', 'dog')).toBeLessThan(0.85 * height('狗旁边有一个女孩', 'girl'));
    expect(height('a boy rides a tiger', 'tiger')).toBeGreaterThan(height('a boy rides a tiger', 'boy'));
    expect(height('a man and a horse', 'horse')).toBeGreaterThan(0.9 * height('a man and a horse', 'man'));
  });

  it('leaves room on the sofa, and has a book in the hands of who reads under a tree', () => {
    const [cat, sofa] = ['cat', 'couch-and-lamp'].map((subject) => spotOf('a cat on a sofa', subject));
    expect(cat?.size).toBeLessThan(0.7 * (sofa?.size ?? 0));
    const [boy, book] = ['boy', 'open-book'].map((subject) => spotOf('一个男孩在树下看书', subject));
    expect(Math.abs((book?.x ?? 0) - (boy?.x ?? 0))).toBeLessThan(30);
    expect(book?.rise).toBeGreaterThan(0);
  });

  it('is in the air for what swims where there is no water', () => {
    const heightOf = (prompt: string) => {
      const scene = readPrompt(prompt, 7);
      const stage = stageFor(scene, FORMAT);
      const set = buildPlace(scene.place, stage);
      return set.floor - (placeCast(stage, set)[0]?.y ?? set.floor);
    };
    expect(heightOf('a whale above the city')).toBeGreaterThan(50);
    expect(heightOf('一只鲸鱼在城市上空游过')).toBeGreaterThan(50);
    expect(heightOf('a cat in the city')).toBe(0);
  });

  it('has each wear its own, and what has no neck a hat on top', () => {
    const scene = readPrompt('两只猫，一个戴红帽子，一个戴蓝帽子', 7);
    expect(layOut(scene).map(({ clothes }) => clothes.map(({ colour }) => colour))).toEqual(
      jasmine.arrayWithExactContents([['red'], ['blue']]),
    );
    expect(spotOf('an elephant wearing a hat', 'top-hat').rise).toBeGreaterThan(60);
    expect(spotOf('a dolphin wearing sunglasses', 'sunglasses').rise).toBeGreaterThan(0);
  });

  it('is on the table for all that lie there, beside one another', () => {
    const [book, cup] = ['open-book', 'hot-beverage'].map((subject) => spotOf('桌子上放着一本书和一杯咖啡', subject));
    expect(cup?.rise).toBe(book?.rise ?? 0);
    expect(cup?.rise).toBeGreaterThan(0);
    expect(Math.abs((cup?.x ?? 0) - (book?.x ?? 0))).toBeGreaterThan(10);
  });

  it('is none of its own for what somebody has on', () => {
    expect(layOut(readPrompt('a cat wearing sunglasses', 7)).map(({ member }) => member.subject)).toEqual(['cat']);
    expect(layOut(readPrompt('a hat on a table', 7)).length).toBe(2);
  });

  it('is as high as what it stands beside', () => {
    const prompt = '一个水杯放在书的左边，书在桌子上';
    expect(spotOf(prompt, 'cup').rise).toBe(spotOf(prompt, 'open-book').rise);
    expect(spotOf(prompt, 'cup').x).toBeLessThan(spotOf(prompt, 'open-book').x);
  });

  it('is on a bicycle for whoever rides it, an animal too', () => {
    expect(spotOf('熊猫骑自行车', 'panda').rise).toBeGreaterThan(0);
    expect(spotOf('一只猫和一辆自行车', 'cat').rise).toBe(0);
    for (const prompt of ['a dog surfing on a surfboard', 'a dog riding a surfboard on the waves']) {
      expect(spotOf(prompt, 'dog').rise).withContext(prompt).toBeGreaterThan(0);
      expect(layOut(readPrompt(prompt, 7)).length).toBe(2);
    }
  });

  it('is on a bridge for what goes over it, and beside it for what does not', () => {
    expect(spotOf('a train crossing a bridge', 'locomotive').rise).toBeGreaterThan(0);
    expect(spotOf('a man walking across a bridge', 'man').rise).toBeGreaterThan(0);
    expect(spotOf('一只狗睡在桥边', 'dog').rise).toBe(0);
  });

  it('is in front of walls, and behind the edge of a bowl, for who is inside', () => {
    expect(spotOf('树屋里住着一只松鼠', 'chipmunk').depth).toBeGreaterThan(0);
    expect(spotOf('a cat in a box', 'cat').depth).toBeLessThan(0);
  });

  it('has a tool in hand for who works, unless something else is', () => {
    expect(spotOf('一个人在画画', 'paintbrush').member.motion).toBe('paint');
    expect(layOut(readPrompt('一个女孩在看书', 7)).map(({ member }) => member.subject)).toEqual(['girl', 'open-book']);
  });

  it('is within the picture, also for what floats above something', () => {
    for (const prompt of ['三个红气球飘在房子的上空', 'an eagle on a tree', 'a bird above a castle']) {
      const scene = readPrompt(prompt, 7);
      const stage = stageFor(scene, FORMAT);
      for (const { y, figure, size } of placeCast(stage, buildPlace(scene.place, stage)))
        expect(y - figure.height * size).toBeGreaterThan(0);
    }
  });

  it('is on the bank for who does not swim, beside ducks or a balloon, and on the water in a boat', () => {
    const surfaceOf = (prompt: string) => {
      const scene = readPrompt(prompt, 7);
      return buildPlace(scene.place, stageFor(scene, FORMAT)).surface;
    };
    for (const prompt of ['a girl feeding ducks by a pond', '一个女孩和一只气球在湖边', 'a deer at a lake'])
      expect(surfaceOf(prompt)).withContext(prompt).toBe('plain');
    for (const prompt of ['a boy in a boat on a lake', 'a dog swims in a lake', 'a duck on a lake', 'a lake, a fish'])
      expect(surfaceOf(prompt)).withContext(prompt).toBe('water');
  });

  it('gives wings to who has them, not to whom they land on', () => {
    const scene = readPrompt("a butterfly landing on a child's hand", 7);
    const stage = stageFor(scene, FORMAT);
    const motions = placeCast(stage, buildPlace(scene.place, stage)).map(({ motion }) => motion);
    expect(motions).toEqual(jasmine.arrayWithExactContents(['fly', 'look']));
  });

  it('moves what a sentence says moves: the ball, not the dog that sees it', () => {
    const scene = readPrompt('the ball rolls down the hill past a dog', 7);
    const stage = stageFor(scene, FORMAT);
    const motions = placeCast(stage, buildPlace(scene.place, stage)).map(({ member, motion }) => [
      member.subject,
      motion,
    ]);
    expect(Object.fromEntries(motions)).toEqual({ ball: 'roll', dog: 'stay' });
  });
});
