import { type AddressPolicy, DownloadFault, type Resolver, systemResolver } from '../downloads/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { Fetch } from './classifying-fetch.ts';

/** A service that sends one from address to address answers no question. */
const MOST_REDIRECTS = 5;

/** What is asked with, and how names are resolved. */
export interface PermittedFetchOptions {
  /** Default: this machine's. */
  readonly fetch?: Fetch;
  /** Default: as the machine resolves names. */
  readonly resolver?: Resolver;
}

/**
 * A `fetch` whose questions go only to addresses that are permitted, redirects included: some services name in their answers
 * where to ask how far an operation is, and whoever made that answer must not have the gateway ask the machines beside it.
 * What it sends otherwise goes to the address that the service's package knows. It rejects with an `EngineFault`
 * `engine_failed` where an address is refused.
 *
 * A name is resolved once to be checked and once more to connect; a file is fetched by a connection that is pinned, since what
 * it says is shown to people, while an answer to a question is not.
 */
export function permittedFetch(
  policy: AddressPolicy,
  { fetch = globalThis.fetch, resolver = systemResolver }: PermittedFetchOptions = {},
): Fetch {
  return async (input, init) => {
    const isQuestion = (init?.method ?? 'GET').toUpperCase() === 'GET';
    if (!isQuestion || input instanceof Request) return fetch(input, init);
    let url = new URL(input);
    let asked: RequestInit = { ...init, redirect: 'manual' };
    for (let redirects = 0; ; redirects++) {
      await check(url, policy, resolver);
      const response = await fetch(url, asked);
      const next = redirectOf(response, url);
      if (next === undefined) return response;
      if (redirects === MOST_REDIRECTS)
        throw new EngineFault('engine_failed', { detail: `${url.host} redirects on and on` });
      await response.body?.cancel();
      // Its headers have the key, which is the first one's alone.
      if (next.origin !== url.origin) asked = { ...asked, headers: {} };
      url = next;
    }
  };
}

async function check(url: URL, policy: AddressPolicy, resolver: Resolver): Promise<void> {
  try {
    policy.checkUrl(url);
    // What can't be resolved is not reached either, unless by a proxy, which has rules of its own.
    for (const { address } of await resolver(url.hostname).catch(() => [])) policy.checkAddress(address, url);
  } catch (error) {
    throw error instanceof DownloadFault ? new EngineFault('engine_failed', { detail: error.message }) : error;
  }
}

/** Where a response leads; undefined where it is an answer. */
function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location');
  return status >= 300 && status < 400 && location !== null ? (URL.parse(location, from.href) ?? undefined) : undefined;
}
