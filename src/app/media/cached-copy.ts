import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';

import { MediaCache } from '../media-cache/media-cache.ts';
import { ObjectUrl } from './object-url.ts';

/** The copy of a medium in the media cache, for when its address does not load. */
export interface CachedCopy {
  /** An object URL while the copy is loaded; revoked on release, when the address changes, and with the view. */
  readonly url: Signal<string | null>;
  /** Loads the copy; false where there is none. */
  load(): Promise<boolean>;
  /** Goes back to the address. */
  release(): void;
}

/** The cached copy of what an address has. In a component's injection context. */
export function injectCachedCopy(address: Signal<string | undefined>): CachedCopy {
  const mediaCache = inject(MediaCache);
  const destroyRef = inject(DestroyRef);
  const objectUrl = new ObjectUrl();
  const url = signal<string | null>(null);
  const release = (): void => {
    objectUrl.revoke();
    url.set(null);
  };
  const load = async (): Promise<boolean> => {
    const wanted = address();
    const body = wanted === undefined ? undefined : await mediaCache.find(wanted);
    // Meanwhile the view may have gone, or shows something else.
    if (body === undefined || destroyRef.destroyed || address() !== wanted) return false;
    url.set(objectUrl.create(body));
    return true;
  };
  effect((onCleanup) => {
    address();
    onCleanup(release);
  });
  return { url: url.asReadonly(), load, release };
}
