import { inject, InjectionToken } from '@angular/core';
import type { DBSchema, IDBPDatabase } from 'idb';
import { type Observable, Subject } from 'rxjs';

import { PageLock } from '../identity/page-lock.ts';
import { IS_SERVER } from '../platform/browser.ts';
import { nameOf, NO_OUTBOX_STORE, type OutboxStore, type Stored, type Waiting } from './outbox-store.ts';

interface Row {
  /** Its name. */
  readonly id: string;
  /** The page that looks after it. */
  readonly page: string;
  /** Named so when only prompts were stored. */
  readonly prompt: Waiting;
  /** The server that it is for; absent where that was not known, and in what earlier versions have stored. */
  readonly endpoint?: string | undefined;
}

/** Stands in a row that its page has given up. */
const NO_PAGE = '';

interface Schema extends DBSchema {
  outbox: { key: number; value: Row; indexes: { id: string } };
}

/**
 * What waits, in IndexedDB, in the order in which they were put. Of several tabs each sends its own, and what a closed
 * one leaves behind goes to the next that looks. Without Web Locks a second tab sends them too, under the same `id`s.
 */
export class IndexedDbOutboxStore implements OutboxStore {
  readonly #name: string;
  readonly #lock: PageLock;
  #opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** What this page looks after, by its name: the browser, or a person, may clear the database under it. */
  readonly #own = new Map<string, Stored>();
  /** What this page has released and no other has finished: it is written again as well where the database is cleared. */
  readonly #released = new Map<string, Stored>();
  readonly #watched = new Set<string>();
  readonly #closedPages = new Subject<void>();

  readonly pageClosed$: Observable<void> = this.#closedPages.asObservable();

  /** `name` is the database's, and what the names of locks begin with. Nothing is opened before the first use. */
  constructor(name: string) {
    this.#name = name;
    this.#lock = new PageLock(`${name}.page.`);
  }

  async adopt(endpoint: string | undefined): Promise<readonly Stored[]> {
    const database = await this.#database();
    const pages = await this.#lock.livePages();
    this.#watch(pages);
    const adopted: Stored[] = [];
    const transaction = database.transaction('outbox', 'readwrite');
    for await (const cursor of transaction.store) {
      const { page } = cursor.value;
      if (pages.has(page) || page === this.#lock.page || isForAnother(cursor.value, endpoint)) continue;
      adopted.push(storedIn(cursor.value));
      await cursor.update({ ...cursor.value, page: this.#lock.page });
    }
    await transaction.done;
    for (const stored of adopted) {
      this.#own.set(nameOf(stored.message), stored);
      this.#released.delete(nameOf(stored.message));
    }
    return adopted;
  }

  async findElsewhere(endpoint: string | undefined): Promise<readonly Stored[]> {
    const database = await this.#database();
    const pages = await this.#lock.livePages();
    const rows = await database.getAll('outbox');
    return rows.filter((row) => !pages.has(row.page) && isForAnother(row, endpoint)).map(storedIn);
  }

  async save(stored: Stored): Promise<void> {
    this.#own.set(nameOf(stored.message), stored);
    const transaction = (await this.#database()).transaction('outbox', 'readwrite');
    const added = transaction.store.add(rowOf(stored, this.#lock.page));
    // Without a word of it the commit would wait for an answer to the page, which may be gone by then.
    transaction.commit();
    await Promise.all([added, transaction.done]).catch((error: unknown) => {
      // It is there already where the database has just been opened again.
      if (!(error instanceof DOMException && error.name === 'ConstraintError')) throw error;
    });
  }

  async assign(endpoint: string): Promise<void> {
    for (const [name, stored] of this.#own) this.#own.set(name, { ...stored, endpoint: stored.endpoint ?? endpoint });
    const transaction = (await this.#database()).transaction('outbox', 'readwrite');
    for await (const cursor of transaction.store) {
      const { page, endpoint: known } = cursor.value;
      if (page === this.#lock.page && known === undefined) await cursor.update({ ...cursor.value, endpoint });
    }
    await transaction.done;
  }

  async release(): Promise<void> {
    const transaction = (await this.#database()).transaction('outbox', 'readwrite');
    for await (const cursor of transaction.store) {
      if (cursor.value.page === this.#lock.page) await cursor.update({ ...cursor.value, page: NO_PAGE });
    }
    await transaction.done;
    for (const [name, stored] of this.#own) this.#released.set(name, stored);
    this.#own.clear();
  }

  async delete(message: Waiting): Promise<void> {
    this.#own.delete(nameOf(message));
    this.#released.delete(nameOf(message));
    const transaction = (await this.#database()).transaction('outbox', 'readwrite');
    const key = await transaction.store.index('id').getKey(nameOf(message));
    if (key !== undefined) await transaction.store.delete(key);
    await transaction.done;
  }

  async close(): Promise<void> {
    const database = await this.#opened?.catch(() => undefined);
    this.#own.clear();
    this.#released.clear();
    database?.close();
    await this.#lock.release();
  }

  #watch(pages: ReadonlySet<string>): void {
    for (const page of pages) {
      if (page === this.#lock.page || this.#watched.has(page)) continue;
      this.#watched.add(page);
      void this.#lock.waitForClose(page).then(() => {
        this.#watched.delete(page);
        this.#closedPages.next();
      });
    }
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= this.#openDatabase().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  /** Another page wants to delete or replace the database, or the browser has cleared it: what waits is stored again. */
  #reopen(): void {
    this.#opened = undefined;
    if (this.#hasToRestore) this.#database().catch(() => undefined);
  }

  async #openDatabase(): Promise<IDBPDatabase<Schema>> {
    await this.#lock.hold();
    // It has side effects when it is loaded: named above, it would be in the bundle of whoever imports anything of ours.
    const { openDB } = await import('idb');
    const database = await openDB<Schema>(this.#name, 1, {
      upgrade: (database) => {
        database.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      },
      blocking: (_version, _next, { target }) => {
        (target as IDBDatabase).close();
        this.#reopen();
      },
      terminated: () => this.#reopen(),
    });
    if (this.#hasToRestore) await this.#restoreLost(database);
    return database;
  }

  get #hasToRestore(): boolean {
    return this.#own.size + this.#released.size > 0;
  }

  async #restoreLost(database: IDBPDatabase<Schema>): Promise<void> {
    const transaction = database.transaction('outbox', 'readwrite');
    const names = transaction.store.index('id');
    const rows = [
      ...[...this.#released.values()].map((stored) => rowOf(stored, NO_PAGE)),
      ...[...this.#own.values()].map((stored) => rowOf(stored, this.#lock.page)),
    ];
    for (const row of rows) if ((await names.getKey(row.id)) === undefined) await transaction.store.add(row);
    await transaction.done;
  }
}

function rowOf({ message, endpoint }: Stored, page: string): Row {
  return { id: nameOf(message), page, prompt: message, endpoint };
}

function storedIn({ prompt, endpoint }: Row): Stored {
  return { message: prompt, endpoint };
}

function isForAnother(row: Row, endpoint: string | undefined): boolean {
  return row.endpoint !== undefined && row.endpoint !== endpoint;
}

/** Makes the store of an outbox by its name. Default: one in IndexedDB; on a server one that stores nothing. */
export const OPEN_OUTBOX_STORE = new InjectionToken<(name: string) => OutboxStore>('OPEN_OUTBOX_STORE', {
  factory: () => {
    const isServer = inject(IS_SERVER);
    return (name) => (isServer ? NO_OUTBOX_STORE : new IndexedDbOutboxStore(name));
  },
});

/** Where the outbox stores its prompts. Provided by `withOutbox`: what {@link OPEN_OUTBOX_STORE} makes. */
export const OUTBOX_STORE = new InjectionToken<OutboxStore>('OUTBOX_STORE');
