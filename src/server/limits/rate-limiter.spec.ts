import { RateLimiter } from './rate-limiter.ts';

describe('RateLimiter', () => {
  let time: number;
  let limiter: RateLimiter;

  beforeEach(() => {
    time = 0;
    const limits = { code: { perSecond: 10, burst: 2 }, address: { perSecond: 20, burst: 3 } };
    limiter = new RateLimiter(limits, () => time);
  });

  it('counts a code wherever it comes from', () => {
    expect(['x', 'y', 'z'].map((address) => limiter.spend('cat', address))).toEqual([0, 0, 100]);
  });

  it('counts an address whatever its codes', () => {
    expect(['a', 'b', 'c', 'd'].map((code) => limiter.spend(code, 'x'))).toEqual([0, 0, 0, 50]);
  });

  it('spends nothing of an address on what a code may not send', () => {
    for (let count = 0; count < 50; count++) limiter.spend('cat', 'x');
    expect(limiter.spend('dog', 'x')).toBe(0);
  });

  it('returns the longer of two waits', () => {
    limiter.spend('cat', 'x');
    limiter.spend('cat', 'x');
    limiter.spend('dog', 'x');
    expect(limiter.spend('cat', 'x')).toBe(100);
  });

  it('forgets whoever has sent nothing for a while', () => {
    for (let count = 0; count < 1_000; count++) limiter.spend(`code ${count}`, `address ${count}`);
    expect(limiter.size).toBe(2_000);
    time += 60_000;
    limiter.spend('cat', 'x');
    expect(limiter.size).toBe(2);
  });
});
