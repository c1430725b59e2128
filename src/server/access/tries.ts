import { RateLimiter, type RateLimits } from '../limits/rate-limiter.ts';
import type { SharedRates } from '../ports/index.ts';

/** What all addresses together spend of. */
const EVERYBODY = 'everybody';

export interface TriesOptions {
  /** What is tried, in a word. */
  readonly what: string;
  /** How often an address may try; as those of one code count the tries of everybody together. */
  readonly limits: RateLimits;
  /** Of all gateways; absent where there is only one. */
  readonly shared?: SharedRates | undefined;
}

/** How often something may be tried that lets people in: at this gateway, and at all of them together. */
export class Tries {
  readonly #options: TriesOptions;
  readonly #here: RateLimiter;

  constructor(options: TriesOptions) {
    this.#options = options;
    this.#here = new RateLimiter(options.limits);
  }

  /** Spends a try of an address. Resolves with 0, or with how many milliseconds to wait for one. */
  async spend(address: string): Promise<number> {
    // First here, so that a flood does not reach what all of them share.
    const waitMs = this.#here.spend(EVERYBODY, address);
    const { what, limits, shared } = this.#options;
    if (waitMs > 0 || shared === undefined) return waitMs;
    const waitOfAddressMs = await shared.spend(`${what} ${address}`, limits.address);
    // An address without any must take none of everybody's.
    return waitOfAddressMs > 0 ? waitOfAddressMs : shared.spend(`${what} ${EVERYBODY}`, limits.code);
  }
}
