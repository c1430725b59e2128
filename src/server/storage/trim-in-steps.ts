import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { retryWhileBusy } from './retry-while-busy.ts';

/** Rows that are trimmed in one turn of the event loop: hundreds of thousands of them at once would keep everybody waiting. */
const TRIMMED_AT_ONCE = 1_000;

/**
 * Trims rows in steps, and serves everybody else in between. `step` trims about as many as it is given, and returns how many
 * it found, at most so many. Rejects with what it throws.
 */
export async function trimInSteps(step: (count: number) => number): Promise<void> {
  while ((await retryWhileBusy(() => step(TRIMMED_AT_ONCE))) >= TRIMMED_AT_ONCE) await turnOfLoop();
}
