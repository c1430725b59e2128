import { randomUUID } from 'node:crypto';
import type { JoinCodes } from '../join-codes.ts';

/** The join codes of a spec. */
export interface JoinCodesUnderTest {
  readonly here: JoinCodes;
  /** As another process knows them; the same where there is only one. */
  readonly there: JoinCodes;
  /** Has time go on for the codes that were issued. */
  readonly passMs: (ms: number) => Promise<void>;
}

const LASTS_MS = 600_000;

/** What all join codes guarantee. */
export function describeJoinCodesContract(name: string, open: () => Promise<JoinCodesUnderTest>): void {
  describe(`${name} as join codes`, () => {
    let here: JoinCodes;
    let there: JoinCodes;
    let passMs: (ms: number) => Promise<void>;
    let userCode: string;

    beforeEach(async () => {
      userCode = randomUUID();
      ({ here, there, passMs } = await open());
    });

    it('lead to their user code once, in whichever process and however they are typed', async () => {
      const { joinCode, endsAt } = await here.issue(userCode);
      expect(joinCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
      expect(Math.abs(endsAt - Date.now() - LASTS_MS)).toBeLessThan(60_000);
      expect(await there.redeem(`${joinCode.slice(0, 4).toLowerCase()}-${joinCode.slice(4)} `)).toBe(userCode);
      expect(await there.redeem(joinCode)).toBeUndefined();
      expect(await here.redeem(joinCode)).toBeUndefined();
    });

    it('lead one alone there of those who ask at once', async () => {
      const { joinCode } = await here.issue(userCode);
      const found = await Promise.all([here, there, here, there].map((codes) => codes.redeem(joinCode)));
      expect(found.filter((each) => each !== undefined)).toEqual([userCode]);
    });

    it('are good for ten minutes', async () => {
      const [first, second] = [await here.issue(userCode), await there.issue(randomUUID())];
      await passMs(LASTS_MS - 60_000);
      expect(await there.redeem(first.joinCode)).toBe(userCode);
      await passMs(60_000);
      expect(await here.redeem(second.joinCode)).toBeUndefined();
    });

    it('are over when the same user code has another, and those of others are not', async () => {
      const other = randomUUID();
      const [first, of] = [await here.issue(userCode), await here.issue(other)];
      const second = await there.issue(userCode);
      expect(await here.redeem(first.joinCode)).toBeUndefined();
      expect(await here.redeem(second.joinCode)).toBe(userCode);
      expect(await here.redeem(of.joinCode)).toBe(other);
    });

    it('are not found by what is none', async () => {
      await here.issue(userCode);
      for (const guess of ['', 'AAAAAAAA', userCode, '猫'.repeat(1_000)])
        expect(await there.redeem(guess)).toBeUndefined();
    });
  });
}
