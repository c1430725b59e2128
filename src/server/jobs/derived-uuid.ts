import { createHash } from 'node:crypto';

/** A UUID that is the same for the same name, so that what is made again after a crash is known for the same. */
export function derivedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  // RFC 9562: version 8 is for UUIDs made by a rule of one's own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
