import { Allowances } from './allowances.ts';
import type { RateLimit } from './token-bucket.ts';

/** What a user code may send over all its sockets, and an address for all its user codes. */
export interface RateLimits {
  readonly code: RateLimit;
  readonly address: RateLimit;
}

/** The allowances of all codes and addresses that have sent something of late. */
export class RateLimiter {
  readonly #codes: Allowances;
  readonly #addresses: Allowances;

  /** `now` is a clock that only goes forward, in milliseconds. */
  constructor(limits: RateLimits, now = () => performance.now()) {
    this.#codes = new Allowances(limits.code, now);
    this.#addresses = new Allowances(limits.address, now);
  }

  /** How many codes and addresses it remembers. */
  get size(): number {
    return this.#codes.size + this.#addresses.size;
  }

  /** Spends a token of a code's and one of an address's, or neither; returns how many milliseconds to wait for both. */
  spend(code: string, address: string): number {
    const waitMs = Math.max(this.#codes.waitMs(code), this.#addresses.waitMs(address));
    if (waitMs > 0) return waitMs;
    this.#codes.spend(code);
    return this.#addresses.spend(address);
  }
}
