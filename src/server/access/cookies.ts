import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The value of a cookie in a request; undefined where there is none of the name. */
export function cookieOf({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  const start = `${name}=`;
  const found = cookie.split(';').find((pair) => pair.trimStart().startsWith(start));
  return found?.trim().slice(start.length);
}

/**
 * What a gateway calls a cookie of its own, by the key that it signs with: cookies know no ports, and two gateways of a host
 * must not share one.
 */
export function cookieName(purpose: 'pass' | 'owner', key: Uint8Array): string {
  return `kitten_${purpose}_${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}

/** How a cookie is set. */
export interface CookieDraft {
  readonly name: string;
  /** Without a character that has to be escaped. */
  readonly value: string;
  /** How long it lasts, in milliseconds. */
  readonly lastsMs: number;
  /** Whether it goes over encrypted connections alone. */
  readonly transport: 'https' | 'any';
  /** Where it is sent to. */
  readonly path: string;
}

/**
 * A `Set-Cookie` that no script reads, and that no other site's page has sent but by a link: who opens the address of a clip
 * from elsewhere is to see it.
 */
export function setCookie({ name, value, lastsMs, transport, path }: CookieDraft): string {
  const seconds = Math.max(0, Math.floor(lastsMs / 1_000));
  const secure = transport === 'https' ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
