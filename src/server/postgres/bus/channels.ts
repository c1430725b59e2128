import type { BusListener } from '../../ports/bus.ts';

/** Who subscribes to which channel, in this process. */
export class Channels {
  /** Lists, for most channels have one listener, and a set takes more memory. */
  readonly #byName = new Map<string, readonly BusListener[]>();

  /** Adds a listener; returns what removes it. */
  add(name: string, listener: BusListener): () => void {
    // Wrapped, so that the same function may subscribe twice, and each time be removed by itself.
    const own: BusListener = (payload) => listener(payload);
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), own]);
    return () => {
      const others = this.#byName.get(name)?.filter((each) => each !== own) ?? [];
      if (others.length === 0) this.#byName.delete(name);
      else this.#byName.set(name, others);
    };
  }

  /** Whether anybody subscribes to a channel. */
  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Gives a payload to the listeners of a channel. */
  deliver(name: string, payload: string): void {
    for (const listener of this.#byName.get(name) ?? []) listener(payload);
  }

  /** Ends every subscription. */
  clear(): void {
    this.#byName.clear();
  }
}
