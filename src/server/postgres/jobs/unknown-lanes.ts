/** A lane that no worker knows is of an engine that is gone; one that is being started may know it in so many milliseconds. */
const LONG_MS = 120_000;

/** The lanes with waiting jobs that this worker does not know, and since when they are there. */
export class UnknownLanes {
  readonly #now: () => number;
  readonly #since = new Map<string, number>();

  /** `now` is a clock that only goes forward, in milliseconds. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Looks at what waits now; returns the lanes that have waited for two minutes, by each look at them. */
  notedForLong(waiting: Iterable<string>, known: ReadonlySet<string>): readonly string[] {
    const unknown = [...waiting].filter((id) => !known.has(id));
    for (const id of [...this.#since.keys()]) if (!unknown.includes(id)) this.#since.delete(id);
    const now = this.#now();
    for (const id of unknown) if (!this.#since.has(id)) this.#since.set(id, now);
    return unknown.filter((id) => now - (this.#since.get(id) ?? now) >= LONG_MS);
  }
}
