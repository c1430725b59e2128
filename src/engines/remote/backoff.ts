import { sleep } from '../port/sleep.ts';

/** How long to wait between tries. */
export interface BackoffOptions {
  /** Before the second try, in milliseconds; twice as long before each further one. Default 1,000. */
  readonly firstMs?: number;
  /** At most, in milliseconds, unless the other side asks for more. Default 30,000. */
  readonly mostMs?: number;
  /** 0 to 1, so that not all come back at once. Default: by chance. */
  readonly random?: () => number;
}

/** Waits between tries, each time longer. */
export class Backoff {
  readonly #firstMs: number;
  readonly #mostMs: number;
  readonly #random: () => number;
  #tries = 0;

  constructor({ firstMs = 1_000, mostMs = 30_000, random = Math.random }: BackoffOptions = {}) {
    this.#firstMs = firstMs;
    this.#mostMs = mostMs;
    this.#random = random;
  }

  /** How often it has waited since it was reset. */
  get tries(): number {
    return this.#tries;
  }

  /** Begins anew: the last try went well. */
  reset(): void {
    this.#tries = 0;
  }

  /**
   * Resolves when it is time to try again; rejects with the signal's reason.
   * @param leastMs what the other side asked for, in milliseconds
   */
  async wait(leastMs: number | undefined, signal: AbortSignal): Promise<void> {
    const usualMs = Math.min(this.#mostMs, this.#firstMs * 2 ** this.#tries) * (0.75 + this.#random() / 2);
    this.#tries += 1;
    await sleep(Math.max(usualMs, leastMs ?? 0), signal);
  }
}
