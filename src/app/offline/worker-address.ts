/** The service worker that Angular's build puts beside the application. */
const WORKER = 'ngsw-worker.js';

/** As much of the browser's `trustedTypes` as is needed here. */
export interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

/**
 * The address of the service worker as a page under Trusted Types may pass it on: by a policy that admits nothing
 * else. To be called once a page, because the gateway lets a policy of a name be made once.
 */
export function workerAddress(trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes): string {
  const policy = trustedTypes?.createPolicy('kitten-worker', {
    createScriptURL: (address) => {
      if (address !== WORKER) throw new TypeError('not the service worker of this application');
      return address;
    },
  });
  // Angular hands it to the browser as it is, and knows no other type for it than a text.
  return (policy?.createScriptURL(WORKER) ?? WORKER) as string;
}
