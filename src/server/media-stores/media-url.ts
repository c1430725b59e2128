import { fileURLToPath } from 'node:url';

/** Where media are stored, as `MEDIA_URL` says it. */
export type MediaPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  /** The prefix is empty, or ends with a slash. */
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

/** Names of buckets as every service takes them. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** What no service and no proxy has to escape. */
const PREFIX = /^(?:[\w-][\w.-]*\/)*$/;

/** Reads `file:///shared/folder` or `s3://bucket/prefix`; undefined for anything else, an address with a key among it. */
export function readMediaUrl(text: string): MediaPlace | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const { username, port, search, hash } = url;
  if ([username, port, search, hash].some((part) => part !== '')) return undefined;
  if (url.protocol === 'file:') return url.host === '' ? { kind: 'folder', folder: fileURLToPath(url) } : undefined;
  const { hostname: bucket } = url;
  const prefix = url.pathname.replace(/^\//, '').replace(/(?<=[^/])$/, '/');
  const isRight = url.protocol === 's3:' && BUCKET.test(bucket) && PREFIX.test(prefix);
  return isRight ? { kind: 's3', bucket, prefix } : undefined;
}
