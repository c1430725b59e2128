import { readPrompt } from '../testing/read-prompt.ts';

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
    ['孙悟空大战白骨精', [], ['孙悟空大战白骨精']],
  ];
  for (const [prompt, subjects, words] of compounds) {
    it(`is what the whole word says: ${prompt}`, () => {
      const { cast, unknown: told } = readPrompt(prompt, 1);
      expect(cast.map(({ subject }) => subject)).toEqual([...subjects]);
      expect(told).toEqual([...words]);
    });
  }
});
