import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { DownloadFault } from './download-fault.ts';

/** What is permitted beside public addresses. */
export interface PermittedAddresses {
  /** Origins of the engines' own servers, like `http://192.168.1.20:8188`: whatever they resolve to. */
  readonly origins?: readonly string[];
  /** Networks in which files may be, like `10.0.0.0/8`. */
  readonly networks?: readonly string[];
}

/** Public by its number, but served inside of a cloud's machines: Azure's metadata. */
const METADATA_ADDRESSES = ['168.63.129.16'];

/** Where IPv6 has its public addresses; what lies outside is not assigned, or an IPv4 address in another form. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Which addresses files are fetched from: public ones, and what an operator permits. An engine's answer names an address,
 * and whoever made that answer must not have the gateway ask the machines beside it.
 */
export class AddressPolicy {
  readonly #origins: ReadonlySet<string>;
  readonly #networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];

  /** @throws TypeError where an origin or a network is none */
  constructor({ origins = [], networks = [] }: PermittedAddresses = {}) {
    this.#origins = new Set(origins.map((origin) => new URL(origin).origin));
    this.#networks = networks.map(readNetwork);
  }

  /**
   * Checks what can be checked before a name is resolved.
   * @throws DownloadFault `address_refused`
   */
  checkUrl(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new DownloadFault('address_refused', `files are fetched by http and https, not by ${url.protocol}`);
    }
    const host = hostOf(url);
    // A numeric address is never resolved, so the check of what a name resolves to does not see it.
    if (isIP(host) !== 0) this.checkAddress(host, url);
  }

  /**
   * Checks an address that a URL's host is, or resolves to.
   * @throws DownloadFault `address_refused`
   */
  checkAddress(address: string, url: URL): void {
    if (this.#origins.has(url.origin) || this.#permits(address)) return;
    throw new DownloadFault('address_refused', `${url.host} leads into a network that is not permitted: ${address}`);
  }

  #permits(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    if (METADATA_ADDRESSES.includes(address)) return false;
    const parsed = ipaddr.parse(address);
    // Everything that has a purpose of its own is out: private, loopback, link-local, shared, mapped, translated, tunnelled.
    if (parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6))) return true;
    const plain = ipaddr.process(address);
    return this.#networks.some(([network, bits]) => plain.kind() === network.kind() && plain.match(network, bits));
  }
}

/** Without the brackets of an IPv6 address. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function readNetwork(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (!ipaddr.isValidCIDR(network)) throw new TypeError(`no network like 10.0.0.0/8: ${network}`);
  return ipaddr.parseCIDR(network);
}
