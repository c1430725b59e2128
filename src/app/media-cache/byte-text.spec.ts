import { byteText } from './byte-text.ts';

describe('byteText', () => {
  it('takes the unit that makes it a small number', () => {
    const sizes = [0, 999, 1_000, 1_234_567, 2_000_000_000, 5e12];
    expect(sizes.map((bytes) => byteText(bytes, 'en'))).toEqual([
      '0 byte',
      '999 byte',
      '1 kB',
      '1.2 MB',
      '2 GB',
      '5,000 GB',
    ]);
  });
});
