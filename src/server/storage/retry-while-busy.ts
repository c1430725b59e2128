import { setImmediate as turnOfLoop, setTimeout as delay } from 'node:timers/promises';

const SQLITE_BUSY = 5;
/** How long to wait before each further try, in milliseconds: ten seconds in all. */
const DELAYS_MS: readonly number[] = [20, 50, 100, 200, 400, 800, 1_600, 3_000, 4_000];

/**
 * Runs what writes into a SQLite file, again and again while another program writes into it, and serves everybody else in
 * between. Rejects with what it throws: SQLite's own error where the file is busy for ten seconds.
 */
export async function retryWhileBusy<Value>(write: () => Value, delaysMs = DELAYS_MS): Promise<Value> {
  for (const delayMs of delaysMs) {
    try {
      return write();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await delay(delayMs);
  }
  return write();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/** Rows that are trimmed in one turn of the event loop: hundreds of thousands of them at once would keep everybody waiting. */
const TRIMMED_AT_ONCE = 1_000;

/**
 * Trims rows in steps, and serves everybody else in between. `step` trims about as many as it is given, and returns how many
 * it found, at most so many. Rejects with what it throws.
 */
export async function trimInSteps(step: (count: number) => number): Promise<void> {
  while ((await retryWhileBusy(() => step(TRIMMED_AT_ONCE))) >= TRIMMED_AT_ONCE) await turnOfLoop();
}
