import type { Provider } from '@angular/core';

import { BROWSER_STORAGE } from '../browser-storage.ts';
import { MEDIA_STORE } from '../media-cache.ts';
import { MemoryMediaStore } from './memory-media-store.ts';

/** A media cache in memory with room for so many bytes; its store can be injected as {@link MemoryMediaStore}. */
export function provideMemoryMediaCache(room = 1_000_000): Provider[] {
  const storage = {
    estimate: () => Promise.resolve({ quota: room * 5 }),
    persisted: () => Promise.resolve(false),
    persist: () => Promise.resolve(true),
  };
  return [
    MemoryMediaStore,
    { provide: MEDIA_STORE, useExisting: MemoryMediaStore },
    { provide: BROWSER_STORAGE, useValue: storage },
  ];
}
