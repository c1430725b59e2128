import { isDrawn } from '../library/subject-kinds.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import EMOJI from './emoji.json' with { type: 'json' };
import { readScene } from './read-scene.ts';

/** Seeds enough that a place chosen by chance would show. */
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

describe('what a prompt names', () => {
  const named: readonly (readonly [string, string])[] = [
    ['窗台上的花', 'room'],
    ['一只猫趴在窗台上', 'room'],
    ['a cat on the window sill', 'room'],
    ['一只狗在阳台上睡觉', 'city'],
    ['屋檐下的燕子', 'oldTown'],
    ['灶台上的锅', 'kitchen'],
    ['床头的闹钟', 'bedroom'],
  ];
  for (const [prompt, place] of named) {
    it(`is where it is, though the word is part of a longer one: ${prompt}`, () => {
      expect(new Set(SEEDS.map((seed) => readPrompt(prompt, seed).place))).toEqual(new Set([place]));
    });
  }

  const unknown: readonly (readonly [string, string])[] = [
    ['衣柜里的猫', '衣柜'],
    ['井边的青蛙', '井'],
    ['天花板上的蜘蛛', '天花板'],
    ['一只猫在集装箱里', '集装箱'],
    ['a dog on the porch', 'porch'],
    ['a fox in a den', 'den'],
  ];
  for (const [prompt, word] of unknown) {
    it(`is said where nobody knows it, and no other place is chosen: ${prompt}`, () => {
      for (const seed of SEEDS) {
        const scene = readPrompt(prompt, seed);
        expect(scene.unknown).toEqual([word]);
        expect(scene.place).toBe('studio');
        expect(scene.cast.length).toBe(1);
      }
    });
  }

  it('is said, and not drawn by a part of it, where something is to be changed into it', () => {
    for (const [prompt, word] of [
      ['换成海豹突击队', '海豹突击队'],
      ['改成奥特曼', '奥特曼'],
    ] as const) {
      expect(readScene(prompt)).toEqual(jasmine.objectContaining({ cast: [], unknown: [word] }));
    }
    for (const prompt of ['换成狗吧', '换成黑色的', '改成下雨天', '换成慢慢走'])
      expect(readScene(prompt).unknown).toEqual([]);
    expect(readScene('改成下雨天').weather).toBe('rain');
  });

  it('is said beside what it is a kind of, where something is to be changed into it', () => {
    for (const [prompt, subject, word] of [
      ['换成独角鲸', 'spouting-whale', '独角鲸'],
      ['把它换成一只机器猫', 'cat', '机器猫'],
    ] as const) {
      expect(readScene(prompt)).toEqual(jasmine.objectContaining({ cast: [{ subject }], unknown: [word] }));
    }
    for (const prompt of ['换成小猫', '换成一只白猫', '换成可爱的猫']) expect(readScene(prompt).unknown).toEqual([]);
  });

  it('is drawn or said where it is an emoji, whatever its skin', () => {
    expect(readScene('🐱在🌙上').cast).toEqual([
      { subject: 'cat', stands: { side: 'on', of: 1 } },
      { subject: 'crescent-moon' },
    ]);
    expect(readScene('👧🏽🐶 in the park').cast.map(({ subject }) => subject)).toEqual(['girl', 'dog']);
    expect(readScene('a cat ☀️').weather).toBe('clear');
    expect(readScene('一只猫 😀').unknown).toEqual(['😀']);
    for (const signs of Object.values(EMOJI)) expect(signs).toMatch(/^\p{Extended_Pictographic}+$/u);
    for (const subject of Object.keys(EMOJI)) expect(isDrawn(subject)).withContext(subject).toBeTrue();
  });

  const compounds: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a phone charger on a desk', ['table'], ['phone charger']],
    ['a mouse pad', [], ['mouse pad']],
    ['a turkey sandwich', ['sandwich'], []],
    ['a mouse on a computer desk', ['mouse', 'table'], []],
    ['外婆的缝纫机', ['old-woman'], ['缝纫机']],
    ['船上的水手', ['sailboat'], ['水手']],
    ['一条会喷火的锦鲤', ['tropical-fish'], []],
    ['a ferret stealing socks', ['socks'], ['ferret']],
    ['蜘蛛侠在屋顶上', [], ['蜘蛛侠']],
    ['草莓蛋糕', ['birthday-cake'], []],
    ['a lonely lighthouse keeper', [], ['lighthouse keeper']],
    ['鸭妈妈', ['duck'], []],
    ['a mother duck', ['duck'], []],
    ['a bear chef', ['bear'], []],
    ['树屋里住着一只松鼠', ['tree-house', 'chipmunk'], []],
    ['一只鹦鹉站在海盗的肩膀上', ['parrot'], ['海盗']],
    ['a seal with a ball on its nose', ['seal', 'ball'], []],
    ['火车穿过隧道', ['locomotive'], ['隧道']],
    ['火车越过高高的桥', ['locomotive', 'bridge'], []],
    ['七个小矮人和公主', ['princess'], ['矮人']],
    ['长城，航拍，日落', [], ['长城']],
    ['孙悟空大战白骨精', [], ['孙悟空']],
    ['新娘走在沙滩上', [], ['新娘']],
    ['小丑在马戏团表演杂技', ['clown-face'], []],
    ['骑士骑着马', ['horse'], ['骑士']],
    ['骆驼队穿越沙漠', ['camel'], []],
    ['a camel caravan crossing the desert', ['camel'], []],
    ['kittens with a ball of yarn', ['cat', 'yarn'], []],
    ['pirates on a ship', ['ship'], ['pirates']],
    ['fireflies in the forest', [], ['fireflies']],
    ['a dragonfly over a pond', [], ['dragonfly']],
    ['a red panda in a tree', ['deciduous-tree'], ['red panda']],
    ['小熊猫', [], ['小熊猫']],
    ['一辆婴儿车', [], ['婴儿车']],
    ['狗尾巴草', [], ['狗尾巴草']],
    ['一滴露珠从荷叶上滑落', [], ['露珠', '荷叶']],
    ['熊孩子', ['child'], []],
    ['戴着厨师帽的熊猫', ['panda'], ['厨师帽']],
    ['a cute cat illustration', ['cat'], []],
    ['a beautiful flying eagle', ['eagle'], []],
    ['an extreme close-up of a cat', ['cat'], []],
    ['they dance', [], []],
    ['a stunning sunset', [], []],
    ['夕阳西下', [], []],
    ['请生成一个视频：海边的狗', ['dog'], []],
    ['a samurai in the rain', [], ['samurai']],
    ['一名武士站在樱花树下，花瓣飘落', ['deciduous-tree'], ['武士']],
    ['two paper airplanes', [], ['paper airplanes']],
    ['a person is playing harp', ['person'], ['harp']],
    ['一个人在吹口琴', ['person'], ['口琴']],
    ['一只兔子穿着紫色长袍', ['rabbit'], ['长袍']],
    ['一只北极熊，远处是极光', ['polar-bear'], ['极光']],
    ['several mammoths approach', ['mammoth'], []],
    ['a person first jumps', ['person'], []],
    ['a ship over a plush, blue carpet', ['ship'], []],
    ['a horse among others of its kind', ['horse'], []],
    ['a dog in a photorealistic style', ['dog'], []],
    ['a tranquil tableau of a bowl', ['bowl'], []],
    ['a bench stood as a relic of an era', ['bench'], []],
    ['a robot chef in a kitchen', ['robot'], []],
    ['一个机器人厨师在厨房里', ['robot'], []],
    ['a woman painter', ['artist'], []],
    ['a girl blowing soap bubbles', ['girl', 'bubbles'], []],
    ['an astronaut riding a bicycle', ['astronaut', 'bicycle'], []],
    ['two dogs fighting over a bone', ['dog'], ['bone']],
    ['白烟从火车里冒出来', ['locomotive'], []],
    ['a bus stopping at a bus stop', ['bus', 'bus-stop'], []],
    ['a glass of red wine', ['wine-glass'], []],
    ['小猫追着自己的尾巴', ['cat'], []],
    ['baseball stadium', ['stadium'], []],
    ['a person is robot dancing', ['person'], []],
    ['竹椅上的猫', ['chair', 'cat'], []],
  ];
  for (const [prompt, subjects, words] of compounds) {
    it(`is what the whole word says: ${prompt}`, () => {
      const { cast, unknown: told } = readPrompt(prompt, 1);
      expect(cast.map(({ subject }) => subject)).toEqual([...subjects]);
      expect(told).toEqual([...words]);
    });
  }

  const deeds: readonly (readonly [prompt: string, told: readonly string[]])[] = [
    ['a boy sneezing', ['sneezing']],
    ['a person is unboxing a phone', ['unboxing']],
    ['a man smoking a pipe', ['smoking', 'pipe']],
    ['一个男人在抽烟', ['抽烟']],
    ['一个人正在剥香蕉', ['剥']],
    ['一匹马在开阔的田野上飞驰', []],
    ['一只斑马在悠闲散步', []],
    ['a rabbit wearing a purple robe', ['robe']],
    ['leaves rustling in the wind', []],
  ];
  for (const [prompt, told] of deeds) {
    it(`is told where somebody does what nobody can draw: ${prompt}`, () => {
      expect(readScene(prompt).unknown).toEqual(told);
    });
  }
});
