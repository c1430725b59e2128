import { type Observable, Subject, switchMap, timer } from 'rxjs';

import type { ServerStorage } from '../identity/server-storage.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { STORE_RETRY } from './outbox-limits.ts';
import type { OutboxQueue } from './outbox-queue.ts';
import type { OutboxStore, Stored } from './outbox-store.ts';

/** What earlier pages have stored, as entries of the queue: for the server at hand, and for others. */
export class StoredPrompts {
  readonly #store: OutboxStore;
  readonly #queue: OutboxQueue;
  readonly #server: ServerStorage;
  readonly #failures = new Subject<void>();

  /** It is time to ask a store again that could not hand over what it has. Cold; never errors or completes. */
  readonly retry$: Observable<unknown> = this.#failures.pipe(switchMap(() => timer(STORE_RETRY)));

  constructor(store: OutboxStore, queue: OutboxQueue, server: ServerStorage) {
    this.#store = store;
    this.#queue = queue;
    this.#server = server;
  }

  /** Stores a prompt of this page. Where the browser stores nothing, it lives as long as the page. Never rejects. */
  async save(entry: OutboxEntry): Promise<void> {
    const { prompt: message, endpoint } = entry;
    entry.stored = await this.#store.save({ message, endpoint }).then(
      () => 'yes',
      () => 'refused',
    );
  }

  /** Takes over what no page looks after; where the store can't say, it is what this page has. Never rejects. */
  async adopt(): Promise<readonly Stored[]> {
    const own = this.#queue.pending.map(({ prompt, endpoint }) => ({ message: prompt, endpoint }));
    const left = await this.#store.adopt(this.#server.likelyEndpoint).catch(() => {
      this.#failures.next();
      return own;
    });
    // Before anything of it is sent: once this page is gone it must not be for whichever server comes next.
    const { endpoint } = this.#server;
    if (endpoint !== undefined) await this.#store.assign(endpoint).catch(() => undefined);
    return left;
  }

  /** Makes an entry for each prompt that is not known yet. It has no place in the order. */
  createEntries(stored: readonly Stored[]): readonly OutboxEntry[] {
    return stored.flatMap(({ message, endpoint = this.#server.endpoint }) => {
      if (message.type === 'cancel' || this.#queue.get(message.id) !== undefined) return [];
      const entry = this.#queue.create(message, endpoint);
      // The page before may have written it to its socket.
      entry.wasWritten = entry.isRestored = true;
      entry.stored = 'yes';
      return [entry];
    });
  }

  /** Adds what waits for other servers, so that its state can be told, and it can be cancelled. Never rejects. */
  async findElsewhere(): Promise<void> {
    const { endpoint } = this.#server;
    if (endpoint === undefined) return;
    for (const entry of this.createEntries(await this.#store.findElsewhere(endpoint).catch(() => []))) {
      entry.isReleased = true;
      this.#queue.append(entry);
    }
    this.#queue.moveTo(endpoint);
  }
}
