/** How many messages may be sent. */
export interface RateLimit {
  /** Each second over a long time. */
  readonly perSecond: number;
  /** At once after a pause. */
  readonly burst: number;
}

/** An allowance: full at first, spent by what is sent, filled up by time. */
export class TokenBucket {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** `now` is a clock that only goes forward, in milliseconds. */
  constructor(limit: RateLimit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#tokens = limit.burst;
    this.#filledAt = now();
  }

  /** 0 where there is a token, or how many milliseconds it takes until there is one. */
  waitMs(): number {
    this.#fill();
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / this.#limit.perSecond) * 1_000);
  }

  /** Spends a token. Returns 0, or where there is none how many milliseconds it takes until there is one. */
  spend(): number {
    const waitMs = this.waitMs();
    if (waitMs === 0) this.#tokens -= 1;
    return waitMs;
  }

  isFull(): boolean {
    this.#fill();
    return this.#tokens === this.#limit.burst;
  }

  #fill(): void {
    const { perSecond, burst } = this.#limit;
    const now = this.#now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1_000) * perSecond);
    this.#filledAt = now;
  }
}

/** What a user code may send over all its sockets, and an address for all its user codes. */
export interface RateLimits {
  readonly code: RateLimit;
  readonly address: RateLimit;
}

/** How often what is full again is forgotten, in milliseconds. */
const SWEEP_INTERVAL_MS = 60_000;

/** The allowances of all codes and addresses that have sent something of late. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #now: () => number;
  readonly #codes = new Map<string, TokenBucket>();
  readonly #addresses = new Map<string, TokenBucket>();
  #sweptAt: number;

  /** `now` is a clock that only goes forward, in milliseconds. */
  constructor(limits: RateLimits, now = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#sweptAt = now();
  }

  /** How many codes and addresses it remembers. */
  get size(): number {
    return this.#codes.size + this.#addresses.size;
  }

  /** Spends a token of a code's and one of an address's, or neither; returns how many milliseconds to wait for both. */
  spend(code: string, address: string): number {
    this.#sweep();
    const buckets = [
      this.#bucket(this.#codes, code, this.#limits.code),
      this.#bucket(this.#addresses, address, this.#limits.address),
    ];
    const waitMs = Math.max(...buckets.map((bucket) => bucket.waitMs()));
    if (waitMs === 0) for (const bucket of buckets) bucket.spend();
    return waitMs;
  }

  #bucket(buckets: Map<string, TokenBucket>, key: string, limit: RateLimit): TokenBucket {
    const bucket = buckets.get(key) ?? new TokenBucket(limit, this.#now);
    buckets.set(key, bucket);
    return bucket;
  }

  /** A full bucket is as good as none. */
  #sweep(): void {
    if (this.#now() - this.#sweptAt < SWEEP_INTERVAL_MS) return;
    this.#sweptAt = this.#now();
    for (const buckets of [this.#codes, this.#addresses]) {
      for (const [key, bucket] of buckets) if (bucket.isFull()) buckets.delete(key);
    }
  }
}
