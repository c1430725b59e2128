import { InjectionToken } from '@angular/core';

import { ACCESS_PATH, serverAddress } from '../../services/index.ts';

/** How long a server may take to answer, in milliseconds. */
const DEADLINE = 10_000;
/** Where a server says nothing of when, in seconds. */
const USUAL_WAIT = 10;

/** What a pass is given for. */
export type PassRequest = { readonly password: string } | { readonly pass: string };

/** What came of it. `seconds` says after how long the next try may come. */
export type PassAnswer =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | { readonly kind: 'unreachable' };

/** Asks the server of a socket's address for a pass, which the browser has from then on. Never rejects; has a deadline. */
export type AskForPass = (endpoint: string, request: PassRequest) => Promise<PassAnswer>;

/** How a pass is asked for. */
export const ASK_FOR_PASS = new InjectionToken<AskForPass>('ASK_FOR_PASS', { factory: () => askForPass });

async function askForPass(endpoint: string, request: PassRequest): Promise<PassAnswer> {
  try {
    const response = await fetch(new URL(ACCESS_PATH.slice(1), serverAddress(endpoint)), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(DEADLINE),
    });
    if (response.ok) return { kind: 'admitted' };
    if (response.status === 403) return { kind: 'wrong' };
    if (response.status !== 429) return { kind: 'unreachable' };
    return { kind: 'too-many', seconds: Number(response.headers.get('retry-after')) || USUAL_WAIT };
  } catch {
    return { kind: 'unreachable' };
  }
}
