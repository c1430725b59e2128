import type { ByteRange } from '../ports/index.ts';

/** `bytes=0-99`, `bytes=100-`, and `bytes=-500` for the last ones. */
const ONE_RANGE = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i;

/**
 * The part of a medium that a `Range` header asks for. `none` where nothing of it is there; undefined where the whole is to
 * be sent, as for several parts at once, which no player asks for.
 */
export function readByteRange(header: string, size: number): ByteRange | 'none' | undefined {
  const [, from, to, count] = ONE_RANGE.exec(header.trim()) ?? [];
  if (count !== undefined) return within(Math.max(0, size - Number(count)), size - 1, size);
  if (from === undefined) return undefined;
  const last = to === '' ? size - 1 : Number(to);
  // What ends before it begins is no range at all, unless it begins behind the end.
  if (to !== '' && last < Number(from)) return undefined;
  return within(Number(from), Math.min(last, size - 1), size);
}

function within(first: number, last: number, size: number): ByteRange | 'none' {
  return first < size && first <= last ? { first, last } : 'none';
}
