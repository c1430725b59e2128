import { setTimeout as delay } from 'node:timers/promises';
import { isDiskFull } from '../ports/index.ts';
import { JobNotOpenError } from './job-not-open.ts';

/**
 * How long to wait before each further try to store the end of a job, in milliseconds: a full disk, or a file that another
 * process has locked, has often recovered within a minute.
 */
export const END_RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 20_000, 60_000];

export interface StoreEndOptions {
  /** How long to wait before each further try, in milliseconds; the last of them again and again where the disk is full. */
  readonly delaysMs: readonly number[];
  /** Of closing, which brings the last try forward. */
  readonly signal: AbortSignal;
  /** Called with why a try has failed that is not the last one. */
  readonly onFault: (error: unknown) => void;
}

/** Stores the end of a job, trying again where it fails, as long as the disk is full. Rejects with why it gave up. */
export async function storeEnd(store: () => unknown, { delaysMs, signal, onFault }: StoreEndOptions): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await store();
      return;
    } catch (error) {
      // Nothing else could be stored on a full disk, so it costs nobody anything to wait for room.
      const delayMs = delaysMs[tries] ?? (isDiskFull(error) ? delaysMs.at(-1) : undefined);
      if (delayMs === undefined || error instanceof JobNotOpenError || signal.aborted) throw error;
      onFault(error);
      await delay(delayMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
