import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { CachedMedium, MediaStore } from './media-store.ts';

interface Schema extends DBSchema {
  items: { key: string; value: CachedMedium };
}

interface Opened {
  readonly bodies: Cache;
  readonly index: IDBPDatabase<Schema>;
}

/**
 * The media in the Cache API, and in IndexedDB what a list of them needs without opening each. Every body has a row,
 * also after a crash between the two; a row without a body goes when it is found. Rejects where the page is not
 * served securely.
 */
export class CacheApiMediaStore implements MediaStore {
  private readonly name: string;
  private opened: Promise<Opened> | undefined;

  /** Nothing is opened before the first use. */
  constructor(name = 'ask-kitten-shelf') {
    this.name = name;
  }

  async list(): Promise<readonly CachedMedium[]> {
    return (await this.openOnce()).index.getAll('items');
  }

  async get(address: string): Promise<Blob | undefined> {
    const { bodies, index } = await this.openOnce();
    if ((await index.getKey('items', address)) === undefined) return undefined;
    const response = await bodies.match(address);
    if (response !== undefined) return response.blob();
    await index.delete('items', address);
    return undefined;
  }

  async save(address: string, body: Blob, usedAt: number): Promise<void> {
    const { bodies, index } = await this.openOnce();
    await index.put('items', { address, bytes: body.size, usedAt });
    try {
      await bodies.put(address, new Response(body, { headers: { 'content-type': body.type } }));
    } catch (error) {
      await this.delete([address]);
      throw error;
    }
  }

  async touch(address: string, usedAt: number): Promise<void> {
    const transaction = (await this.openOnce()).index.transaction('items', 'readwrite');
    const item = await transaction.store.get(address);
    if (item !== undefined) await transaction.store.put({ ...item, usedAt });
    await transaction.done;
  }

  async delete(addresses: readonly string[]): Promise<void> {
    const { bodies, index } = await this.openOnce();
    for (const address of addresses) {
      await bodies.delete(address);
      await index.delete('items', address);
    }
  }

  /** Closes the database; what is saved stays. */
  async close(): Promise<void> {
    (await this.opened)?.index.close();
  }

  private openOnce(): Promise<Opened> {
    const forget = (): void => void (this.opened = undefined);
    this.opened ??= openBoth(this.name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.opened;
  }
}

/** `onGone` is called when the index has been closed: cleared by the browser, or wanted by another page. */
async function openBoth(name: string, onGone: () => void): Promise<Opened> {
  const bodies = await caches.open(name);
  const index = await openDB<Schema>(name, 1, {
    upgrade: (database) => void database.createObjectStore('items', { keyPath: 'address' }),
    blocking: (_version, _next, { target }) => {
      (target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  return { bodies, index };
}
