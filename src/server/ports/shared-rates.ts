import type { RateLimit } from '../limits/token-bucket.ts';

/** Allowances that all processes of a store spend of. */
export interface SharedRates {
  /**
   * Spends one of what somebody may do under a limit, in whichever process. Resolves with 0, or where nothing is left with how
   * many milliseconds it takes until there is something. Rejects where that can't be known now.
   */
  spend(who: string, limit: RateLimit): Promise<number>;
}
