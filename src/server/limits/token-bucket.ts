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
