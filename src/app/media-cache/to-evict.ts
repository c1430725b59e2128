import type { ShelfItem } from './shelf-store.ts';

/** How much of what the browser grants the shelf takes: the history and the application itself live there too. */
const SHARE = 0.2;
/** However large the disk is. */
const MOST_BYTES = 2 * 1024 ** 3;
/** Where the browser does not tell what it grants. */
const UNKNOWN_BYTES = 100 * 1024 ** 2;

/** How much the shelf holds, in bytes, by what the browser grants the whole page. */
export function shelfLimit(quota: number | undefined): number {
  return quota === undefined ? UNKNOWN_BYTES : Math.min(quota * SHARE, MOST_BYTES);
}

/** What has to leave so that so many bytes more fit, the least recently used first; null where they never will. */
export function toEvict(items: readonly ShelfItem[], needed: number, limit: number): readonly string[] | null {
  if (needed > limit) return null;
  const leaving: string[] = [];
  let bytes = bytesOf(items);
  for (const item of [...items].sort((one, other) => one.usedAt - other.usedAt)) {
    if (bytes + needed <= limit) break;
    leaving.push(item.address);
    bytes -= item.bytes;
  }
  return leaving;
}

/** The size of media together. */
export function bytesOf(items: readonly ShelfItem[]): number {
  return items.reduce((total, { bytes }) => total + bytes, 0);
}
