import type { JobLane } from '../../ports/index.ts';

/** Says which lanes of a worker have room for one more job, and when that changes by what an engine's servers do. */
export class LaneWatch {
  readonly #onChange: () => void;
  readonly #closing = new AbortController();
  /** The lanes whose change is waited for. */
  readonly #watched = new Set<string>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether one more job of a lane can run in this worker that runs so many of it. */
  hasRoom(lane: JobLane, running: number): boolean {
    const { concurrency, capacity, isPerWorker = false } = lane;
    const most = Math.min(isPerWorker ? concurrency : Infinity, capacity?.jobs ?? Infinity);
    if (running < most) return true;
    if (running < concurrency) this.#watch(lane);
    return false;
  }

  close(): void {
    this.#closing.abort();
  }

  #watch({ id, capacity }: JobLane): void {
    const { signal } = this.#closing;
    if (capacity === undefined || signal.aborted || this.#watched.has(id)) return;
    this.#watched.add(id);
    void capacity
      .change(signal)
      .catch(() => undefined)
      .then(() => {
        this.#watched.delete(id);
        if (!signal.aborted) this.#onChange();
      });
  }
}
