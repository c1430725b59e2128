import type { CachedMedium } from './media-store.ts';

/** The share of the browser's quota that media may take: the history and the application itself live there too. */
const SHARE = 0.2;
/** The limit however large the disk is. */
const MAX_BYTES = 2 * 1024 ** 3;
/** The limit where the browser does not tell its quota. */
const DEFAULT_BYTES = 100 * 1024 ** 2;

/** How much the media cache may hold, by the quota of the whole page; both in bytes. */
export function cacheLimit(quota: number | undefined): number {
  return quota === undefined ? DEFAULT_BYTES : Math.min(quota * SHARE, MAX_BYTES);
}

/** The addresses to evict so that `needed` more bytes fit, least recently used first; null where they never will. */
export function toEvict(items: readonly CachedMedium[], needed: number, limit: number): readonly string[] | null {
  if (needed > limit) return null;
  const evicted: string[] = [];
  let bytes = bytesOf(items);
  for (const item of [...items].sort((one, other) => one.usedAt - other.usedAt)) {
    if (bytes + needed <= limit) break;
    evicted.push(item.address);
    bytes -= item.bytes;
  }
  return evicted;
}

/** The size of media together. */
export function bytesOf(items: readonly CachedMedium[]): number {
  return items.reduce((total, { bytes }) => total + bytes, 0);
}
