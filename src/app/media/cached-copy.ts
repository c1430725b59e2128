import { DestroyRef, effect, inject, linkedSignal, type Signal, signal } from '@angular/core';

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

/** A cached copy that takes the place of what does not load. */
export interface FallbackCopy extends CachedCopy {
  /** Whether neither the address nor the copy can be had. */
  readonly hasFailed: Signal<boolean>;
  /** To be called where the address, or the copy, has failed to load. */
  recover(): Promise<void>;
}

/** The same, for a view that has nothing else to show. In a component's injection context. */
export function injectFallbackCopy(address: Signal<string | undefined>): FallbackCopy {
  const cached = injectCachedCopy(address);
  const hasFailed = linkedSignal({ source: address, computation: () => false });
  const recover = async (): Promise<void> => {
    const wanted = address();
    if (cached.url() === null && (await cached.load())) return;
    if (wanted === address()) hasFailed.set(true);
  };
  return { ...cached, hasFailed: hasFailed.asReadonly(), recover };
}
