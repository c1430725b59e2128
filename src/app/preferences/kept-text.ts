import { InjectionToken } from '@angular/core';

/** Where a browser keeps texts; behind a function: where storage is blocked, even naming it throws. */
export type TextPlace = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps for this browser, beyond its tabs. */
export const DEVICE_STORAGE = new InjectionToken<TextPlace>('DEVICE_STORAGE', {
  factory: () => () => globalThis.localStorage,
});

/** Keeps for a tab, over a reload. */
export const TAB_STORAGE = new InjectionToken<TextPlace>('TAB_STORAGE', {
  factory: () => () => globalThis.sessionStorage,
});

/** What a place keeps under a name; null where it keeps nothing. */
export function keptText(place: TextPlace, name: string): string | null {
  try {
    return place().getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text, or nothing for null. Where the place is blocked or full, it is for the page alone to remember. */
export function keepText(place: TextPlace, name: string, text: string | null): void {
  try {
    if (text === null) place().removeItem(name);
    else place().setItem(name, text);
  } catch {
    // Blocked or full.
  }
}
