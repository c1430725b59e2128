import { computed, inject, Service, signal } from '@angular/core';

import { preference } from '../preferences/preference.ts';
import { BROWSER_STORAGE } from './browser-storage.ts';
import { download } from './download.ts';
import { SHELF_STORE, type ShelfItem } from './shelf-store.ts';
import { bytesOf, shelfLimit, toEvict } from './to-evict.ts';

/** One page of the browser at a time adds to the shelf: two that finish the same clip load it once. */
const LOCK = 'ask-kitten.shelf';

/**
 * The media that are kept on this device, so that they play when their links have expired or there is no network.
 * Nothing here rejects: where the browser keeps nothing, the shelf is empty.
 */
@Service()
export class Shelf {
  private readonly store = inject(SHELF_STORE);
  private readonly storage = inject(BROWSER_STORAGE);
  private readonly items = signal<readonly ShelfItem[]>([]);
  private readonly addresses = computed(() => new Set(this.items().map(({ address }) => address)));
  private readonly choice = preference<'on' | 'off'>({
    key: 'ask-kitten.shelf',
    initial: 'on',
    accepts: (text) => text === 'on' || text === 'off',
  });

  /** Whether what is finished or played is kept without being asked. */
  readonly isAutomatic = computed(() => this.choice.value() === 'on');
  /** How many media are kept. */
  readonly count = computed(() => this.items().length);
  /** Their size together. */
  readonly bytes = computed(() => bytesOf(this.items()));

  constructor() {
    void this.refresh();
  }

  /** Whether an address is kept, as far as this page knows; a signal's read. */
  has(address: string): boolean {
    return this.addresses().has(address);
  }

  /** What is kept of an address. */
  find(address: string): Promise<Blob | undefined> {
    return this.store.get(address).catch(() => undefined);
  }

  /** Loads a medium and keeps it, unless it is kept already, does not load, or never fits. */
  async keep(address: string): Promise<void> {
    if (!isWebAddress(address)) return;
    await this.alone(async () => {
      if ((await this.store.get(address)) !== undefined) return;
      const body = await download(address);
      if (body !== undefined) await this.put(address, body);
    });
  }

  /** Notes that a medium is played; one that is not kept yet is kept now, where that is wanted. */
  async use(address: string): Promise<void> {
    if (!this.has(address)) return this.isAutomatic() ? this.keep(address) : undefined;
    await this.store.touch(address, Date.now()).catch(() => undefined);
  }

  /** Forgets media. */
  async remove(addresses: readonly string[]): Promise<void> {
    await this.store.delete(addresses).catch(() => undefined);
    await this.refresh();
  }

  /** Forgets everything. */
  clear(): Promise<void> {
    return this.remove([...this.addresses()]);
  }

  /** Keeps what is finished from now on, or leaves it. */
  setAutomatic(choice: 'on' | 'off'): void {
    this.choice.set(choice);
  }

  /** Looks again what is kept: another tab may have changed it. */
  async refresh(): Promise<void> {
    this.items.set(await this.store.list().catch(() => []));
  }

  /** How much the shelf may hold, in bytes; null where the browser keeps nothing. */
  async limit(): Promise<number | null> {
    if (this.storage === undefined) return null;
    return shelfLimit((await this.storage.estimate().catch(() => undefined))?.quota);
  }

  private async put(address: string, body: Blob): Promise<void> {
    const limit = await this.limit();
    if (limit === null) return;
    const leaving = toEvict(await this.store.list(), body.size, limit);
    if (leaving === null) return;
    await this.store.delete(leaving);
    await this.store.put(address, body, Date.now());
    await this.refresh();
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    // Whatever goes wrong, the medium is not kept, and still plays from its link.
    if (this.storage !== undefined) await navigator.locks.request(LOCK, () => work().catch(() => undefined));
  }
}

function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
}
