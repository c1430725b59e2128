/** How many frames a client may send. */
export interface RateLimit {
  /** What it may send each second over a long time. */
  readonly perSecond: number;
  /** What it may send at once after a pause. */
  readonly burst: number;
}

/** A client's allowance: full at first, spent by what the client sends, filled up by time. */
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

  /** Spends a token. Returns 0, or where there is none how many milliseconds it takes until there is one. */
  take(): number {
    const { perSecond, burst } = this.#limit;
    const now = this.#now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1_000) * perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / perSecond) * 1_000);
    this.#tokens -= 1;
    return 0;
  }
}
