import { segmentsWithoutDictionary } from './tokens.ts';

describe('segmentsWithoutDictionary', () => {
  function wordsOf(text: string): readonly string[] {
    return [...segmentsWithoutDictionary(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  }

  it('has each Chinese character for a word, and what stands together of others', () => {
    expect(wordsOf('一只 cat_2，写实 4k！')).toEqual(['一', '只', 'cat_2', '写', '实', '4k']);
  });

  it('loses no character', () => {
    const text = '  猫, 狗\n😀 x';
    expect([...segmentsWithoutDictionary(text)].map(({ segment }) => segment).join('')).toBe(text);
    expect([...segmentsWithoutDictionary('')]).toEqual([]);
  });
});
