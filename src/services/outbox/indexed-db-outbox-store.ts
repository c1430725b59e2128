import { inject, InjectionToken } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { PageLock } from '../identity/page-lock.ts';
import { IS_SERVER } from '../platform/browser.ts';
import { nameOf, NO_OUTBOX_STORE, type OutboxStore, type Waiting } from './outbox-store.ts';

interface Row {
  /** Its name. */
  readonly id: string;
  /** The page that looks after it. */
  readonly page: string;
  /** Named so when only prompts were stored. */
  readonly prompt: Waiting;
}

interface Schema extends DBSchema {
  outbox: { key: number; value: Row; indexes: { id: string } };
}

/**
 * What waits, in IndexedDB, in the order in which they were put. Of several tabs each sends its own, and what a closed
 * one leaves behind goes to the next that looks. Without Web Locks a second tab sends them too, under the same `id`s.
 */
export class IndexedDbOutboxStore implements OutboxStore {
  private readonly name: string;
  private readonly lock: PageLock;
  private opened: Promise<IDBPDatabase<Schema>> | undefined;

  /** `name` is the database's, and what the names of locks begin with. Nothing is opened before the first use. */
  constructor(name: string) {
    this.name = name;
    this.lock = new PageLock(`${name}.page.`);
  }

  async adopt(): Promise<readonly Waiting[]> {
    const database = await this.database();
    const pages = await this.lock.livePages();
    const adopted: Waiting[] = [];
    const transaction = database.transaction('outbox', 'readwrite');
    for await (const cursor of transaction.store) {
      const { page, prompt } = cursor.value;
      if (pages.has(page) || page === this.lock.page) continue;
      adopted.push(prompt);
      await cursor.update({ ...cursor.value, page: this.lock.page });
    }
    await transaction.done;
    return adopted;
  }

  async save(message: Waiting): Promise<void> {
    const transaction = (await this.database()).transaction('outbox', 'readwrite');
    const added = transaction.store.add({ id: nameOf(message), page: this.lock.page, prompt: message });
    // Without a word of it the commit would wait for an answer to the page, which may be gone by then.
    transaction.commit();
    await Promise.all([added, transaction.done]);
  }

  async delete(message: Waiting): Promise<void> {
    const transaction = (await this.database()).transaction('outbox', 'readwrite');
    const key = await transaction.store.index('id').getKey(nameOf(message));
    if (key !== undefined) await transaction.store.delete(key);
    await transaction.done;
  }

  /** Gives up what this page looks after, as closing the page does. */
  async close(): Promise<void> {
    (await this.database()).close();
    await this.lock.release();
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= this.openDatabase();
    return this.opened;
  }

  private async openDatabase(): Promise<IDBPDatabase<Schema>> {
    await this.lock.hold();
    return openDB<Schema>(this.name, 1, {
      upgrade: (database) => {
        database.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      },
    });
  }
}

/** Makes the store of an outbox by its name. */
export const OPEN_OUTBOX_STORE = new InjectionToken<(name: string) => OutboxStore>('OPEN_OUTBOX_STORE', {
  factory: () => {
    const isServer = inject(IS_SERVER);
    return (name) => (isServer ? NO_OUTBOX_STORE : new IndexedDbOutboxStore(name));
  },
});

/** Where the outbox stores its prompts. */
export const OUTBOX_STORE = new InjectionToken<OutboxStore>('OUTBOX_STORE');
