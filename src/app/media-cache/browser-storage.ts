import { InjectionToken } from '@angular/core';

/** What the browser tells of its storage; absent where the page is not served securely. */
export type BrowserStorage = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

/** The storage that media share with everything else of this page. */
export const BROWSER_STORAGE = new InjectionToken<BrowserStorage | undefined>('BROWSER_STORAGE', {
  factory: () => (globalThis as { readonly navigator?: { readonly storage?: StorageManager } }).navigator?.storage,
});

/** The locks of this browser; absent where the page is not served securely, and in some browsers. */
export const BROWSER_LOCKS = new InjectionToken<Pick<LockManager, 'request'> | undefined>('BROWSER_LOCKS', {
  factory: () => (globalThis as { readonly navigator?: Partial<Navigator> }).navigator?.locks,
});
