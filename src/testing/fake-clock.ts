import { flush } from './flush.ts';

/** Time that passes only when a spec says so. */
export interface FakeClock {
  /** Lets time pass, in milliseconds; what comes due runs before this returns. */
  readonly tick: (milliseconds: number) => void;
  /** Lets time pass, in milliseconds, and resolves after the promises that settle by it. */
  readonly elapse: (milliseconds: number) => Promise<void>;
}

/**
 * Replaces timers and `Date` in every spec of the `describe` that calls it, and puts them back after each, however
 * the spec ends.
 * @param now the time at which each spec begins; by default the present
 */
export function useFakeClock(now?: Date): FakeClock {
  beforeEach(() => {
    jasmine.clock().install().mockDate(now);
  });
  afterEach(() => {
    jasmine.clock().uninstall();
  });
  return {
    tick: (milliseconds) => jasmine.clock().tick(milliseconds),
    elapse: async (milliseconds) => {
      jasmine.clock().tick(milliseconds);
      await flush();
    },
  };
}
