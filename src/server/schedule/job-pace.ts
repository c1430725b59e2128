/** What a job is held to take before one has ended, in milliseconds. */
const FIRST_GUESS_MS = 10_000;
/** How much the newest job says about the next. */
const WEIGHT = 0.3;
/** An estimate says no more than that: who is refused tries again then, and is told anew. */
const RANGE_MS = { least: 1_000, most: 60_000 };

/** How long jobs took of late, and what follows for those that wait. */
export class JobPace {
  #usualMs = FIRST_GUESS_MS;

  /** A job has taken so long, in milliseconds. */
  add(durationMs: number): void {
    this.#usualMs += WEIGHT * (durationMs - this.#usualMs);
  }

  /** How long so many jobs one after the other may take, in whole seconds as milliseconds: from a second to a minute. */
  estimateMs(jobs: number): number {
    return estimateMs(jobs, this.#usualMs);
  }
}

/** The same where it is known how long each takes; undefined where no job has ended of late. */
export function estimateMs(jobs: number, usualMs = FIRST_GUESS_MS): number {
  const seconds = Math.ceil((jobs * usualMs) / 1_000);
  return Math.min(RANGE_MS.most, Math.max(RANGE_MS.least, seconds * 1_000));
}
