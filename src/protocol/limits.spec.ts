import { contentLength, DEFAULT_LIMITS } from './limits.ts';

describe('contentLength', () => {
  const lengths: readonly (readonly [string, string, number])[] = [
    ['nothing', '', 0],
    ['letters', 'kitten', 6],
    ['common Han characters', '一只橘猫', 4],
    ['a rare Han character outside the basic plane', '𠮷', 1],
    ['an emoji', '🐱', 1],
    ['an emoji of several code points', '👩‍🚀', 3],
    ['a lone surrogate', '\ud83d', 1],
    ['a line break', 'a\nb', 3],
  ];

  for (const [name, content, length] of lengths) {
    it(`counts ${name} by code points`, () => {
      expect(contentLength(content)).toBe(length);
    });
  }
});

describe('DEFAULT_LIMITS', () => {
  it('is what the protocol document promises', () => {
    expect(DEFAULT_LIMITS).toEqual({ maxContentLength: 4000, maxFrameBytes: 65_536 });
  });

  it('lets the longest content of the widest characters fit in a frame', () => {
    const widest = '🐱'.repeat(DEFAULT_LIMITS.maxContentLength);
    expect(new TextEncoder().encode(widest).length).toBeLessThan(DEFAULT_LIMITS.maxFrameBytes / 2);
  });
});
