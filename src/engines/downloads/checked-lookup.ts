import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { AddressPolicy } from './address-policy.ts';

/** Finds all addresses of a name. Rejects with the system's error where there are none. */
export type Resolver = (hostname: string) => Promise<readonly LookupAddress[]>;

/** As the machine does it, its hosts file included. */
export const systemResolver: Resolver = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

/**
 * What a socket calls to find the address that it then connects to: what was checked is what is used, so a name that
 * means another address a moment later changes nothing.
 */
export function checkedLookup(url: URL, policy: AddressPolicy, resolver: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    const respond = async (): Promise<void> => {
      const addresses = await resolver(hostname);
      for (const { address } of addresses) policy.checkAddress(address, url);
      const [first] = addresses;
      if (first === undefined) throw new Error(`${hostname} has no address`);
      if (options.all === true) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    };
    respond().catch((error: unknown) => callback(error as Error, ''));
  };
}
