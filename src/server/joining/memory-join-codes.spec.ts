import { randomUUID } from 'node:crypto';
import { describeJoinCodesContract } from '../ports/testing/index.ts';
import { MemoryJoinCodes } from './memory-join-codes.ts';

describeJoinCodesContract('MemoryJoinCodes', () => {
  let now = Date.now();
  const codes = new MemoryJoinCodes(() => now);
  const passMs = (ms: number): Promise<void> => {
    now += ms;
    return Promise.resolve();
  };
  return Promise.resolve({ here: codes, there: codes, passMs });
});

describe('MemoryJoinCodes', () => {
  it('are no more than memory has room for', async () => {
    const codes = new MemoryJoinCodes();
    const { joinCode } = await codes.issue(randomUUID());
    for (let count = 0; count < 10_000; count++) await codes.issue(String(count));
    expect(await codes.redeem(joinCode)).toBeUndefined();
  });
});
