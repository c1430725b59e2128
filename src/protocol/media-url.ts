const PLACEHOLDER_ORIGIN = 'http://relative.invalid/';

/**
 * Whether an address may stand in the page as a video or an image: `http`, `https`, `blob`,
 * a `data:` of the same kind, or relative. Everything else (`javascript:`, `file:`,
 * a `data:` of HTML) is refused.
 */
export function isMediaUrl(address: string, kind: 'video' | 'image'): boolean {
  // A relative address is resolved by its reader against the server's own origin, so its scheme is safe.
  const url = parseUrl(address);
  if (url === undefined || address.trim() === '') return false;
  if (url.protocol === 'data:') return url.pathname.toLowerCase().startsWith(`${kind}/`);
  return ['http:', 'https:', 'blob:'].includes(url.protocol);
}

/** `URL.parse` would do, but browsers that Angular still supports have none. */
function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address, PLACEHOLDER_ORIGIN);
  } catch {
    return undefined;
  }
}
