import type { SqliteFile } from './sqlite-file.ts';

/** By how much this clock goes on at most from one trim to the next, in milliseconds: a day. */
export const MAX_TRIM_STEP_MS = 24 * 60 * 60 * 1_000;

/** How much faster than time passes it follows the machine's clock: a day in an hour, so that it makes up for time off. */
const PACE = 24;

/**
 * The time by which age is counted, which is stored: a machine that starts with a clock weeks ahead must not take
 * everything for old at once. It follows the machine's clock by a day for each hour that this process runs, however often it
 * starts, so that a clock which stays ahead is believed after as many hours, and one that is put right in time has cost nothing.
 */
export class TrimClock {
  readonly #file: SqliteFile;
  readonly #uptime: () => number;
  #advancedAt: number;

  /** `uptime` only goes forward, in milliseconds. */
  constructor(file: SqliteFile, uptime: () => number = () => performance.now()) {
    this.#file = file;
    this.#uptime = uptime;
    this.#advancedAt = uptime();
  }

  /** Goes on to the next trim, and returns its time. Both times are in milliseconds since the Unix epoch. */
  advance(machineTime = Date.now()): number {
    const uptime = this.#uptime();
    const step = Math.min(MAX_TRIM_STEP_MS, Math.floor((uptime - this.#advancedAt) * PACE));
    const time = this.#file.transaction(() => {
      const next = Math.min(machineTime, (this.#stored() ?? this.#newestMessage() ?? machineTime) + step);
      this.#file.prepare('UPDATE log SET trimmed_at = ?').run(next);
      return next;
    });
    this.#advancedAt = uptime;
    return time;
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
