import { type RateLimit, TokenBucket } from './token-bucket.ts';

/** How often what is full again is forgotten, in milliseconds. */
const SWEEP_INTERVAL_MS = 60_000;

/** What each of many may do under one limit; whoever has done nothing of late is not remembered. */
export class Allowances {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  readonly #buckets = new Map<string, TokenBucket>();
  #sweptAt: number;

  /** `now` is a clock that only goes forward, in milliseconds. */
  constructor(limit: RateLimit, now = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
    this.#sweptAt = now();
  }

  /** How many it remembers. */
  get size(): number {
    return this.#buckets.size;
  }

  /** 0 where somebody has a token, or how many milliseconds it takes until there is one. */
  waitMs(who: string): number {
    return this.#bucketOf(who).waitMs();
  }

  /** Spends a token of somebody's. Returns 0, or where there is none how many milliseconds it takes until there is one. */
  spend(who: string): number {
    return this.#bucketOf(who).spend();
  }

  #bucketOf(who: string): TokenBucket {
    this.#sweep();
    const bucket = this.#buckets.get(who) ?? new TokenBucket(this.#limit, this.#now);
    this.#buckets.set(who, bucket);
    return bucket;
  }

  /** A full bucket is as good as none. */
  #sweep(): void {
    if (this.#now() - this.#sweptAt < SWEEP_INTERVAL_MS) return;
    this.#sweptAt = this.#now();
    for (const [who, bucket] of this.#buckets) if (bucket.isFull()) this.#buckets.delete(who);
  }
}
