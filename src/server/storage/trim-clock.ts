import type { SqliteFile } from './sqlite-file.ts';

/** By how much this clock goes on at most from one trim to the next, in milliseconds: a day. */
export const MAX_TRIM_STEP_MS = 24 * 60 * 60 * 1_000;

/**
 * The time by which age is counted, which is stored: a machine that starts with a clock weeks ahead must not take
 * everything for old at once. It follows the machine's clock a day at a time, so that a clock which stays ahead is
 * believed after as many trims, and one that is put right in time has cost nothing.
 */
export class TrimClock {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  /** Goes on to the next trim, and returns its time. Both times are in milliseconds since the Unix epoch. */
  advance(machineTime = Date.now()): number {
    return this.#file.transaction(() => {
      const time = Math.min(machineTime, (this.#stored() ?? this.#newestMessage() ?? machineTime) + MAX_TRIM_STEP_MS);
      this.#file.prepare('UPDATE log SET trimmed_at = ?').run(time);
      return time;
    });
  }

  #stored(): number | undefined {
    return numberOf(this.#file.prepare('SELECT trimmed_at AS time FROM log').get()?.['time']);
  }

  /** Data of a version that stored no such time. */
  #newestMessage(): number | undefined {
    return numberOf(this.#file.prepare('SELECT max(ts) AS time FROM messages').get()?.['time']);
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
