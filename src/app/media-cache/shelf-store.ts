import { InjectionToken } from '@angular/core';

import { CacheShelfStore } from './cache-shelf-store.ts';

/** A medium on the shelf. */
export interface ShelfItem {
  /** Where it came from: an absolute `http` or `https` address. */
  readonly address: string;
  /** Its size. */
  readonly bytes: number;
  /** When it was kept or last played, in milliseconds since the Unix epoch. */
  readonly usedAt: number;
}

/** Keeps media on the device, beyond the page. Every method may reject: the browser may forbid it, or be full. */
export interface ShelfStore {
  /** Everything that is kept, in any order. */
  list(): Promise<readonly ShelfItem[]>;
  /** What is kept of an address, with its type; undefined where nothing is. */
  get(address: string): Promise<Blob | undefined>;
  /** Keeps a medium, in place of what the address had before. */
  put(address: string, body: Blob, usedAt: number): Promise<void>;
  /** Notes that a medium was played; one that is not there is fine. */
  touch(address: string, usedAt: number): Promise<void>;
  /** Forgets media; those that are not there are fine. */
  delete(addresses: readonly string[]): Promise<void>;
}

/** Where the shelf keeps its media. */
export const SHELF_STORE = new InjectionToken<ShelfStore>('SHELF_STORE', { factory: () => new CacheShelfStore() });
