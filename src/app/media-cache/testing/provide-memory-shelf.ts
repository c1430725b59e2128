import type { Provider } from '@angular/core';

import { BROWSER_STORAGE } from '../browser-storage.ts';
import { SHELF_STORE } from '../shelf-store.ts';
import { MemoryShelfStore } from './memory-shelf-store.ts';

/** A shelf with room for as many bytes, in memory; the store is found by its own name too. */
export function provideMemoryShelf(room = 1_000_000): Provider[] {
  const storage = {
    estimate: () => Promise.resolve({ quota: room * 5 }),
    persisted: () => Promise.resolve(false),
    persist: () => Promise.resolve(true),
  };
  return [
    MemoryShelfStore,
    { provide: SHELF_STORE, useExisting: MemoryShelfStore },
    { provide: BROWSER_STORAGE, useValue: storage },
  ];
}
