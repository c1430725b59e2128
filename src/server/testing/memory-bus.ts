import type { Bus, BusListener } from '../ports/index.ts';

type Subscription = readonly [channel: string, listener: BusListener];

/** Joins the buses of what stands for several processes: what is published goes to all of them at once. */
export class MemoryBusHub {
  readonly #subscriptions = new Set<Subscription>();

  join(): Bus {
    const own = new Set<Subscription>();
    let isClosed = false;
    return {
      publish: (channel, payload) => {
        if (isClosed) return;
        for (const [name, listener] of this.#subscriptions) if (name === channel) listener(payload);
      },
      subscribe: (...subscription) => {
        own.add(subscription);
        this.#subscriptions.add(subscription);
        return () => void this.#subscriptions.delete(subscription);
      },
      watchLosses: () => () => undefined,
      close: () => {
        isClosed = true;
        for (const subscription of own) this.#subscriptions.delete(subscription);
        return Promise.resolve();
      },
    };
  }
}
