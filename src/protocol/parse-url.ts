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
