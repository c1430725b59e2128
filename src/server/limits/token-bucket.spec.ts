import { TokenBucket } from './token-bucket.ts';

describe('TokenBucket', () => {
  let time = 0;
  let bucket: TokenBucket;

  beforeEach(() => {
    time = 1_000;
    bucket = new TokenBucket({ perSecond: 10, burst: 3 }, () => time);
  });

  function take(count: number): readonly number[] {
    return Array.from({ length: count }, () => bucket.take());
  }

  it('gives a burst, then tells how long to wait', () => {
    expect(take(4)).toEqual([0, 0, 0, 100]);
  });

  it('fills up with time', () => {
    take(3);
    time += 50;
    expect(bucket.take()).toBe(50);
    time += 50;
    expect(take(2)).toEqual([0, 100]);
  });

  it('tells how long to wait without spending', () => {
    take(2);
    expect([bucket.waitMs(), bucket.waitMs(), bucket.take(), bucket.waitMs()]).toEqual([0, 0, 0, 100]);
  });

  it('tells whether it is full', () => {
    take(1);
    expect(bucket.isFull()).toBeFalse();
    time += 100;
    expect(bucket.isFull()).toBeTrue();
  });

  it('never holds more than a burst', () => {
    take(3);
    time += 60_000;
    expect(take(4)).toEqual([0, 0, 0, 100]);
  });
});
