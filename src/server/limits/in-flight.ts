/** How much may be under way at once. */
export interface InFlightLimits {
  readonly perAddress: number;
  readonly total: number;
}

/** Limits how much is under way at once, over all and for each address. The unit is the caller's: bytes of uploads, connections. */
export class InFlight {
  readonly #limits: InFlightLimits;
  readonly #byAddress = new Map<string, number>();
  #total = 0;

  constructor(limits: InFlightLimits) {
    this.#limits = limits;
  }

  /** How much is under way over all. */
  get total(): number {
    return this.#total;
  }

  /**
   * Begins so much for an address; undefined, and nothing happens, where the address or all of them would have more
   * than they may.
   * @returns ends it; a second call does nothing
   */
  begin(address: string, amount: number): (() => void) | undefined {
    const own = (this.#byAddress.get(address) ?? 0) + amount;
    if (own > this.#limits.perAddress || this.#total + amount > this.#limits.total) return undefined;
    this.#byAddress.set(address, own);
    this.#total += amount;
    let isUnderWay = true;
    return () => {
      if (isUnderWay) this.#end(address, amount);
      isUnderWay = false;
    };
  }

  #end(address: string, amount: number): void {
    this.#total -= amount;
    const left = (this.#byAddress.get(address) ?? 0) - amount;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
  }
}
