import { byteText, durationText } from './quantity-text.ts';

describe('byteText', () => {
  it('takes the unit that makes it a small number', () => {
    const sizes = [0, 354, 999, 1_000, 1_500, 1_234_567, 10_700_000_000, 5e12];
    expect(sizes.map((bytes) => byteText(bytes, 'en'))).toEqual([
      '0 B',
      '354 B',
      '999 B',
      '1 kB',
      '1.5 kB',
      '1.2 MB',
      '10.7 GB',
      '5,000 GB',
    ]);
  });

  it('reads the same in Chinese', () => {
    expect([354, 1_234_567].map((bytes) => byteText(bytes, 'zh-CN'))).toEqual(['354 B', '1.2 MB']);
  });
});

describe('durationText', () => {
  it('tells whole seconds, minutes or hours, and at least a second', () => {
    const seconds = [0, 0.4, 1.5, 89, 90, 150, 7_100, 7_200, 90_000];
    expect(seconds.map((one) => durationText(one * 1_000, (key, count) => `${count} ${key}`))).toEqual([
      '1 units.seconds',
      '1 units.seconds',
      '2 units.seconds',
      '89 units.seconds',
      '2 units.minutes',
      '3 units.minutes',
      '118 units.minutes',
      '2 units.hours',
      '25 units.hours',
    ]);
  });
});
