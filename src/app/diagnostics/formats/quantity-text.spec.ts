import { byteText, durationText } from './quantity-text.ts';

describe('quantities in words', () => {
  it('are sizes in the unit that fits', () => {
    expect([0, 354, 1_500, 2_340_000, 10_700_000_000].map((bytes) => byteText(bytes, 'en'))).toEqual([
      '0 B',
      '354 B',
      '2 kB',
      '2.3 MB',
      '10.7 GB',
    ]);
    expect(byteText(354, 'zh-CN')).toBe('354 B');
  });

  it('are times in the unit that fits', () => {
    expect([7, 1_500, 150_000, 7_200_000].map((ms) => durationText(ms, 'en'))).toEqual([
      '7 milliseconds',
      '1.5 seconds',
      '3 minutes',
      '2 hours',
    ]);
    expect([7, 150_000].map((ms) => durationText(ms, 'zh-CN'))).toEqual(['7 毫秒', '3 分钟']);
  });
});
