import { TokenBucket } from './token-bucket.ts';

describe('TokenBucket', () => {
  let time = 0;
  let bucket: TokenBucket;

  beforeEach(() => {
    time = 1_000;
    bucket = new TokenBucket({ perSecond: 10, burst: 3 }, () => time);
  });

  function spendTokens(count: number): readonly number[] {
    return Array.from({ length: count }, () => bucket.spend());
  }

  it('gives a burst, then says how long to wait', () => {
    expect(spendTokens(4)).toEqual([0, 0, 0, 100]);
  });

  it('fills up with time', () => {
    spendTokens(3);
    time += 50;
    expect(bucket.spend()).toBe(50);
    time += 50;
    expect(spendTokens(2)).toEqual([0, 100]);
  });

  it('says how long to wait without spending', () => {
    spendTokens(2);
    expect([bucket.waitMs(), bucket.waitMs(), bucket.spend(), bucket.waitMs()]).toEqual([0, 0, 0, 100]);
  });

  it('says whether it is full', () => {
    spendTokens(1);
    expect(bucket.isFull()).toBeFalse();
    time += 100;
    expect(bucket.isFull()).toBeTrue();
  });

  it('never holds more than a burst', () => {
    spendTokens(3);
    time += 60_000;
    expect(spendTokens(4)).toEqual([0, 0, 0, 100]);
  });
});
