import { between, hashText, pick, seededRandom } from './random.ts';

describe('seeded chance', () => {
  const draw = (seed: number, purpose: string) => {
    const random = seededRandom(seed, purpose);
    return Array.from({ length: 5 }, random);
  };

  it('is the same for the same seed and purpose, and another for another', () => {
    expect(draw(7, 'stars')).toEqual(draw(7, 'stars'));
    expect(draw(7, 'stars')).not.toEqual(draw(8, 'stars'));
    expect(draw(7, 'stars')).not.toEqual(draw(7, 'clouds'));
  });

  it('stays from 0 up to 1 and is spread evenly', () => {
    const random = seededRandom(4_294_967_295, 'spread');
    const all = Array.from({ length: 4000 }, random);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(all.reduce((sum, value) => sum + value, 0) / all.length).toBeCloseTo(0.5, 1);
  });

  it('picks within its bounds', () => {
    expect(pick(() => 0.999, ['a', 'b', 'c'])).toBe('c');
    expect(pick(() => 0, ['a', 'b', 'c'])).toBe('a');
    expect(between(() => 0.5, 10, 20)).toBe(15);
  });

  it('hashes near texts far apart, to 32 bits', () => {
    expect(hashText('猫')).not.toBe(hashText('狗'));
    expect(hashText('')).toBeGreaterThanOrEqual(0);
    expect(hashText('橘猫'.repeat(2000))).toBeLessThan(2 ** 32);
  });
});
