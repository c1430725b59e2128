import { textPieces } from './text-pieces.ts';

describe('textPieces', () => {
  for (const text of [
    '我从这句话里读到：主角是橘色的猫，地点是霓虹街头。',
    'I read this in your prompt: a cat.',
    'x',
    '',
  ]) {
    it(`cuts “${text}” so that nothing is lost`, () => {
      expect(textPieces(text, 6).join('')).toBe(text);
      expect(textPieces(text, 6).length).toBeLessThanOrEqual(6);
    });
  }

  it('cuts between words', () => {
    expect(textPieces('one two', 9)).toEqual(['one', ' ', 'two']);
  });
});
