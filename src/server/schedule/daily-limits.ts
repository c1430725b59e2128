import type { JobOwner, QuotaUsed } from '../ports/index.ts';

/** How many jobs may be accepted in a day. */
export interface DailyLimits {
  readonly perCode: number;
  readonly perAddress: number;
}

/** What nobody reaches: a limit has to be asked for. */
export const DAILY_LIMITS: DailyLimits = { perCode: Infinity, perAddress: Infinity };

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The day of a time, in milliseconds since the Unix epoch: days begin at midnight UTC, and are counted from that epoch. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}

/** Under what names the jobs of an owner's code and address are counted. */
export function countedAs({ code, address }: JobOwner): { readonly code: string; readonly address: string } {
  return { code: `code ${code}`, address: `address ${address}` };
}

/** Whose quota of today has no room for one more job; undefined where there is room. */
export function usedQuota(
  accepted: { readonly ofCode: number; readonly ofAddress: number },
  { perCode, perAddress }: DailyLimits,
  now: number,
): QuotaUsed | undefined {
  const retryAfterMs = (dayOf(now) + 1) * DAY_MS - now;
  if (accepted.ofCode >= perCode) return { quotaOf: 'code', limit: perCode, retryAfterMs };
  if (accepted.ofAddress >= perAddress) return { quotaOf: 'address', limit: perAddress, retryAfterMs };
  return undefined;
}
