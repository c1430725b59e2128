import { InjectionToken } from '@angular/core';

/** A `Storage` of the browser's; behind a function: where storage is blocked, even naming it throws. */
export type TextStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Shared by all tabs of this browser. */
export const DEVICE_STORAGE = new InjectionToken<TextStorage>('DEVICE_STORAGE', {
  factory: () => () => globalThis.localStorage,
});

/** A tab's own; outlives a reload. */
export const TAB_STORAGE = new InjectionToken<TextStorage>('TAB_STORAGE', {
  factory: () => () => globalThis.sessionStorage,
});

/** The text under a name; null where there is none, or the storage is blocked. */
export function readText(storage: TextStorage, name: string): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

/** Saves a text; null removes it. Does nothing where the storage is blocked or full: then only the page remembers. */
export function writeText(storage: TextStorage, name: string, text: string | null): void {
  try {
    if (text === null) storage().removeItem(name);
    else storage().setItem(name, text);
  } catch {
    // Blocked or full.
  }
}
