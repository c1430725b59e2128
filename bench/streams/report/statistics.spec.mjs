import { median, medians } from './statistics.mjs';

describe('median', () => {
  it('is the middle of an odd number of values, by size and not by their text', () => {
    expect(median([100, 9, 20])).toBe(20);
  });

  it('is the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 10])).toBe(3.5);
  });

  it('is taken of each figure by itself', () => {
    const samples = [
      { taskUs: 3, bytes: 350 },
      { taskUs: 1, bytes: 351 },
      { taskUs: 2, bytes: 340 },
    ];
    expect(medians(samples)).toEqual({ taskUs: 2, bytes: 350 });
  });
});
