const PLACEHOLDER_ORIGIN = 'http://relative.invalid/';

/**
 * A path as servers make it, with a query or without: of characters that stand in an address as they are, and of
 * segments that are neither empty nor begin with a dot. It can mean nothing but a place on its reader's origin.
 */
const PLAIN_PATH = /^(?:\/[\w~-][\w.~-]*)+(?:\?[\w.~=&%-]*)?$/;

/** What may stand before such a path: a scheme, a name that is no number, and a port. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)*[a-z][a-z\d]*(?::\d{1,4})?(?=\/)/;

/** A medium in its own address. What follows the kind changes neither the scheme nor the kind. */
const PLAIN_DATA = /^data:(?:video|image)\//;

/**
 * Whether an address may stand in the page as a video or an image: `http`, `https`, `blob`,
 * a `data:` of the same kind, or relative. Everything else (`javascript:`, `file:`,
 * a `data:` of HTML) is refused.
 */
export function isMediaUrl(address: string, kind: 'video' | 'image'): boolean {
  // Most addresses are plain, and parsing is dear: everything that is not is left to the parser.
  if (isPlain(address) || address.startsWith(`data:${kind}/`)) return true;
  // A relative address is resolved by its reader against the server's own origin, so its scheme is safe.
  const url = parseUrl(address, PLACEHOLDER_ORIGIN);
  if (url === undefined || address.trim() === '') return false;
  if (url.protocol === 'data:') return url.pathname.toLowerCase().startsWith(`${kind}/`);
  return ['http:', 'https:', 'blob:'].includes(url.protocol);
}

/**
 * An address that {@link isMediaUrl} allows, made absolute: a relative one belongs to `origin`. Without an origin it stays
 * as it is. Never throws.
 */
export function absoluteMediaUrl(address: string, origin: string | undefined): string {
  if (origin === undefined) return address;
  if (PLAIN_PATH.test(address)) return `${origin}${address}`;
  return PLAIN_DATA.test(address) || isPlain(address) ? address : (parseUrl(address, origin)?.href ?? address);
}

/**
 * An address as it may stand in the page: absolute, and where it is the medium itself, with base64 as the page reads it;
 * undefined where {@link isMediaUrl} does not allow it. Never throws.
 */
export function mediaUrl(address: string, kind: 'video' | 'image', origin: string | undefined): string | undefined {
  // Each address passes here, and most are paths: they are looked at once.
  if (PLAIN_PATH.test(address)) return origin === undefined ? address : `${origin}${address}`;
  return isMediaUrl(address, kind) ? plainDataUrl(absoluteMediaUrl(address, origin)) : undefined;
}

/** In one line and with the usual alphabet: mail breaks it into lines, and addresses have `-` and `_` in it. */
export function plainBase64(data: string): string {
  return BASE64.test(data) ? data : data.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
}

/** Base64 as the page reads it. */
export const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const DATA_URL = /^(data:[^,]*;base64,)(.*)$/is;

function plainDataUrl(url: string): string {
  const [, head, data] = DATA_URL.exec(url) ?? [];
  return head === undefined || data === undefined ? url : `${head}${plainBase64(data)}`;
}

function isPlain(address: string): boolean {
  if (address.startsWith('/')) return PLAIN_PATH.test(address);
  const [origin = ''] = PLAIN_ORIGIN.exec(address) ?? [];
  return PLAIN_PATH.test(address.slice(origin.length));
}

/**
 * An address as a URL; undefined where it is none. `URL.parse` would do, but browsers that Angular still supports have
 * none.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
