import { isPlatformServer } from '@angular/common';
import { inject, InjectionToken, PLATFORM_ID } from '@angular/core';
import { distinctUntilChanged, filter, map, NEVER, Observable } from 'rxjs';

import { beginningWith, merged } from './combine-streams.ts';

/** The events of a name. Hot. rxjs has `fromEvent` for targets of many kinds, which costs an application half a kilobyte. */
function eventsOf<Type extends Event>(target: EventTarget, name: string): Observable<Type> {
  return new Observable((subscriber) => {
    const listener = (event: Event): void => subscriber.next(event as Type);
    target.addEventListener(name, listener);
    return () => target.removeEventListener(name, listener);
  });
}

/** What makes a socket: `WebSocket` itself, or a fake in specs. */
export type WebSocketConstructor = new (url: string, protocols?: string | string[]) => WebSocket;

/**
 * Whether the application is rendered on a server. Newer versions of Node.js have a WebSocket, a storage, locks and
 * channels of their own: used there, they would be shared by all visitors, or never be let go of.
 */
export const IS_SERVER = new InjectionToken<boolean>('IS_SERVER', {
  factory: () => isPlatformServer(inject(PLATFORM_ID)),
});

/** The browser's WebSocket; undefined where there is none, and while the application is rendered on a server. */
export const WEB_SOCKET = new InjectionToken<WebSocketConstructor | undefined>('WEB_SOCKET', {
  factory: () => (inject(IS_SERVER) ? undefined : globalThis.WebSocket),
});

/** Stores texts for this browser; each method may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The browser's `localStorage`, behind a function: with cookies blocked, even naming it throws. So it does while the
 * application is rendered on a server.
 */
export const LOCAL_STORAGE = new InjectionToken<() => TextStorage>('LOCAL_STORAGE', {
  factory: () => (inject(IS_SERVER) ? throwNoStorage : () => globalThis.localStorage),
});

function throwNoStorage(): never {
  throw new Error('a server stores nothing for a visitor');
}

/** What another tab of this browser has put into its storage. */
export type StorageChange = Pick<StorageEvent, 'key' | 'newValue'> & Partial<Pick<StorageEvent, 'oldValue'>>;

/** Changes of `localStorage` by other tabs; none on a server. Hot; replays nothing; never errors or completes. */
export const STORAGE_CHANGES = new InjectionToken<Observable<StorageChange>>('STORAGE_CHANGES', {
  factory: () => (typeof window === 'undefined' ? NEVER : eventsOf<StorageEvent>(window, 'storage')),
});

/** A channel between the tabs of a browser. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** Opens a channel between the tabs of a browser by its name; null where there is none. */
export const OPEN_CHANNEL = new InjectionToken<(name: string) => TabChannel | null>('OPEN_CHANNEL', {
  factory: () => {
    const hasChannels = !inject(IS_SERVER) && typeof BroadcastChannel !== 'undefined';
    return (name) => (hasChannels ? openChannel(name) : null);
  },
});

/** Where cookies are blocked, some browsers throw. */
function openChannel(name: string): TabChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/**
 * The channel on which tabs post what becomes of prompts: the ids of those that are not wanted any more, and what is
 * handed over from tab to tab; null where there is none. Provided by `withOutbox`.
 */
export const CANCEL_CHANNEL = new InjectionToken<TabChannel | null>('CANCEL_CHANNEL');

/** The address of the page, by which the default server is found; `http://localhost/` where there is no page. */
export const PAGE_URL = new InjectionToken<string>('PAGE_URL', {
  factory: () => (typeof document === 'undefined' ? 'http://localhost/' : document.baseURI),
});

/** Fetches a text by its address relative to the page. */
export type FetchText = (address: string) => Promise<{ readonly status: number; readonly text: string }>;

/** How long a text may take, in milliseconds: what waits for it must not wait for ever. */
const FETCH_TIMEOUT = 5_000;

/** The browser's `fetch`, as far as the services need it; rejects after 5 seconds. */
export const FETCH_TEXT = new InjectionToken<FetchText>('FETCH_TEXT', {
  factory: () => async (address) => {
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(FETCH_TIMEOUT) });
    return { status: response.status, text: await response.text() };
  },
});

/** What makes the request of an upload: the one of the browser's that tells how far it is. */
export const UPLOAD_REQUEST = new InjectionToken<() => XMLHttpRequest>('UPLOAD_REQUEST', {
  factory: () => () => new XMLHttpRequest(),
});

/**
 * Whether the browser believes to have a network; on a server it always has. Hot; begins with the present state; never
 * errors or completes.
 */
export const ONLINE = new InjectionToken<Observable<boolean>>('ONLINE', {
  factory: () =>
    typeof window === 'undefined'
      ? beginningWith(true, NEVER)
      : beginningWith(null, merged(eventsOf(window, 'online'), eventsOf(window, 'offline'))).pipe(
          map(() => navigator.onLine),
          distinctUntilChanged(),
        ),
});

/**
 * A person looks at the page again: its tab was hidden, or it came out of the browser's
 * back-forward cache. Timers of hidden tabs run late, so waiting ends here. Never on a server. Hot; replays
 * nothing; never errors or completes.
 */
export const PAGE_RETURNED = new InjectionToken<Observable<unknown>>('PAGE_RETURNED', {
  factory: () =>
    typeof window === 'undefined'
      ? NEVER
      : merged(
          eventsOf(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible')),
          eventsOf<PageTransitionEvent>(window, 'pageshow').pipe(filter(({ persisted }) => persisted)),
        ),
});
