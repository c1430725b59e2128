import { cacheLimit, toEvict } from './eviction.ts';

const MB = 1024 ** 2;

describe('cacheLimit', () => {
  it('is a part of what the browser grants, and no more than two gigabytes', () => {
    expect(cacheLimit(1_000 * MB)).toBe(200 * MB);
    expect(cacheLimit(1_000_000 * MB)).toBe(2_048 * MB);
    expect(cacheLimit(undefined)).toBe(100 * MB);
  });
});

describe('toEvict', () => {
  const items = [
    { address: 'new', bytes: 40, usedAt: 3 },
    { address: 'old', bytes: 30, usedAt: 1 },
    { address: 'older than new', bytes: 20, usedAt: 2 },
  ];

  it('lets everything stay while there is room', () => {
    expect(toEvict(items, 10, 100)).toEqual([]);
  });

  it('lets the least recently used leave, and no more than must', () => {
    expect(toEvict(items, 11, 100)).toEqual(['old']);
    expect(toEvict(items, 41, 100)).toEqual(['old', 'older than new']);
    expect(toEvict(items, 100, 100)).toEqual(['old', 'older than new', 'new']);
  });

  it('makes no room for what never fits', () => {
    expect(toEvict(items, 101, 100)).toBeNull();
  });
});
