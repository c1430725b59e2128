import { randomUUID } from 'node:crypto';
import { JoinCodes } from './join-codes.ts';

describe('JoinCodes', () => {
  let now: number;
  let codes: JoinCodes;

  beforeEach(() => {
    now = 1_000;
    codes = new JoinCodes(() => now);
  });

  it('lead to their user code once, however they are typed', () => {
    const userCode = randomUUID();
    const { joinCode, endsAt } = codes.issue(userCode);
    expect(joinCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(endsAt).toBe(601_000);
    expect(codes.redeem(`${joinCode.slice(0, 4).toLowerCase()}-${joinCode.slice(4)} `)).toBe(userCode);
    expect(codes.redeem(joinCode)).toBeUndefined();
  });

  it('are over after ten minutes, and when the same user code has another', () => {
    const userCode = randomUUID();
    const first = codes.issue(userCode);
    const second = codes.issue(userCode);
    expect(codes.redeem(first.joinCode)).toBeUndefined();
    now = second.endsAt;
    expect(codes.redeem(second.joinCode)).toBeUndefined();
    expect(codes.redeem('')).toBeUndefined();
  });

  it('are no more than memory has room for', () => {
    const { joinCode } = codes.issue(randomUUID());
    for (let count = 0; count < 10_000; count++) codes.issue(String(count));
    expect(codes.redeem(joinCode)).toBeUndefined();
  });
});
