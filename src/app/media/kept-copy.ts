import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';

import { Shelf } from '../media-cache/shelf.ts';
import { ObjectUrl } from './object-url.ts';

/** The device's own copy of a medium, for when its address does not load. */
export interface KeptCopy {
  /** An object URL while the copy is open; revoked when it closes, when the address changes, and with the view. */
  readonly url: Signal<string | null>;
  /** Opens the copy; false where there is none. */
  open(): Promise<boolean>;
  /** Goes back to the address. */
  close(): void;
}

/** Finds the copy of an address. In a component's injection context. */
export function injectKeptCopy(address: Signal<string | undefined>): KeptCopy {
  const shelf = inject(Shelf);
  const destroyRef = inject(DestroyRef);
  const objectUrl = new ObjectUrl();
  const url = signal<string | null>(null);
  const close = (): void => {
    objectUrl.revoke();
    url.set(null);
  };
  const open = async (): Promise<boolean> => {
    const wanted = address();
    const body = wanted === undefined ? undefined : await shelf.find(wanted);
    // Meanwhile the view may have gone, or shows something else.
    if (body === undefined || destroyRef.destroyed || address() !== wanted) return false;
    url.set(objectUrl.show(body));
    return true;
  };
  effect((onCleanup) => {
    address();
    onCleanup(close);
  });
  return { url: url.asReadonly(), open, close };
}
