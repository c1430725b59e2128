import { setTimeout as delay } from 'node:timers/promises';
import { isUnreachable } from './connection-faults.ts';

/** How long to wait before each further try, in milliseconds. */
const DELAYS_MS: readonly number[] = [50, 200, 500, 1_000, 2_000];

/**
 * Does what may be done twice again, where the connection broke and nobody knows whether it was done. Rejects with what
 * `work` rejects with otherwise, and with the last fault.
 */
export async function insist<Value>(work: () => Promise<Value>): Promise<Value> {
  for (const delayMs of DELAYS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
    await delay(delayMs);
  }
  return work();
}
