import { flush } from './flush.ts';

/** Time that passes only when a spec says so. */
export interface FakeClock {
  /** Lets time pass, in milliseconds; what comes due runs before this returns. */
  readonly tick: (milliseconds: number) => void;
  readonly elapse: typeof elapse;
}

/**
 * Replaces timers and `Date` in every spec of the `describe` that calls it, and puts them back after each, however
 * the spec ends.
 * @param now the time at which each spec begins; by default the present
 */
export function useFakeClock(now?: Date): FakeClock {
  beforeEach(() => {
    const { clearInterval, clearTimeout } = globalThis;
    jasmine.clock().install().mockDate(now);
    clearRealTimersToo({ clearInterval, clearTimeout });
  });
  afterEach(() => {
    jasmine.clock().uninstall();
  });
  return { tick: (milliseconds) => jasmine.clock().tick(milliseconds), elapse };
}

/**
 * Lets time pass, in milliseconds, within a spec of {@link useFakeClock}. What has been begun sets its timers before,
 * and this resolves after the promises that settle by it.
 */
export async function elapse(milliseconds: number): Promise<void> {
  await flush();
  jasmine.clock().tick(milliseconds);
  await flush();
}

/**
 * A promise of an earlier spec may settle while time is mocked, and clear a timer that was set before: the mocked
 * function does not know it, and rxjs throws when a timer comes that it has cleared. So whatever was not set by the
 * mocked functions is cleared by the real ones.
 */
function clearRealTimersToo(real: Pick<typeof globalThis, 'clearInterval' | 'clearTimeout'>): void {
  const mocked = new Set<unknown>();
  for (const name of ['setInterval', 'setTimeout'] as const) {
    const set = globalThis[name] as (...args: unknown[]) => unknown;
    const remember = (...args: unknown[]): unknown => {
      const id = set(...args);
      mocked.add(id);
      return id;
    };
    globalThis[name] = remember as never;
  }
  for (const name of ['clearInterval', 'clearTimeout'] as const) {
    const clear = globalThis[name] as (id: unknown) => void;
    const clearReal = real[name] as (id: unknown) => void;
    globalThis[name] = (id: unknown) => (mocked.has(id) ? clear(id) : clearReal(id));
  }
}
