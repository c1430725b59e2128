import { InjectionToken } from '@angular/core';

import { serverAddress } from '../../../services/index.ts';

/** How long a server may take to answer, in milliseconds. */
const DEADLINE = 5_000;

/** From these on it is not the server that answers, but a proxy that can't reach it, or one that has failed. */
const FIRST_FAILURE = 500;

/** What came of asking a server whether it is there. */
export type ServerAnswer =
  | { readonly kind: 'answered'; readonly milliseconds: number }
  | { readonly kind: 'failing'; readonly status: number }
  | { readonly kind: 'silent' };

/** Asks the server of a socket's address whether it is there. Never rejects; has a deadline. */
export type AskServer = (endpoint: string) => Promise<ServerAnswer>;

/** How a server is asked. */
export const ASK_SERVER = new InjectionToken<AskServer>('ASK_SERVER', {
  factory: () => (endpoint) => askServer(endpoint, location.origin),
});

async function askServer(endpoint: string, pageOrigin: string): Promise<ServerAnswer> {
  const address = healthAddress(endpoint);
  const startedAt = performance.now();
  try {
    // Of another origin nothing can be read without its leave; that it answers can be known all the same.
    const mode = address.origin === pageOrigin ? 'same-origin' : 'no-cors';
    const { type, status } = await fetch(address, {
      mode,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(DEADLINE),
    });
    if (type !== 'opaque' && status >= FIRST_FAILURE) return { kind: 'failing', status };
    return { kind: 'answered', milliseconds: Math.max(1, Math.round(performance.now() - startedAt)) };
  } catch {
    return { kind: 'silent' };
  }
}

/** Where a gateway tells how it is. The service worker stays out of it: it would answer for a server that is gone. */
export function healthAddress(endpoint: string): URL {
  return new URL('api/health?ngsw-bypass', serverAddress(endpoint));
}
