/** Called with each payload of a channel. Must not throw. */
export type BusListener = (payload: string) => void;

/**
 * Passes texts between the processes that share a store. What is published may be lost, where a connection breaks or too
 * much comes at once, and costs nothing then: what must arrive is stored, and a payload only says that it is there.
 */
export interface Bus {
  /**
   * Passes a payload to the subscribers of a channel: to those of this process before it returns, to those of others soon.
   * What one process publishes arrives in order and at most once.
   */
  publish(channel: string, payload: string): void;
  /** Subscribes to a channel from now on; returns what ends that. */
  subscribe(channel: string, listener: BusListener): () => void;
  /** Calls a listener whenever payloads of others may have been lost: time to look for oneself. Returns what ends that. */
  watchLosses(listener: () => void): () => void;
  /**
   * Sends what is still to be sent, as far as that can be, and ends every subscription. What is published afterwards is lost: a
   * job or a socket that ends late may do so.
   */
  close(): Promise<void>;
}
