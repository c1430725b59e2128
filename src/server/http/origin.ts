/** A page of any origin may connect. */
export const ANY_ORIGIN = '*';

/** What an upgrade's headers say about the page that asks for it. */
export interface UpgradeOrigin {
  /** The `Origin` header; browsers always send it, programs seldom. */
  readonly origin?: string | undefined;
  /** The `Host` header. */
  readonly host?: string | undefined;
}

/**
 * Whether a page may open a socket: one of this gateway's own host, one of this machine where the gateway is
 * reached on this machine (a development server on another port), or one of the allowed origins.
 * A program that sends no origin is no page, so there is no one to protect from it.
 */
export function isAllowedOrigin({ origin, host }: UpgradeOrigin, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(ANY_ORIGIN) || allowed.includes(origin)) return true;
  const page = URL.parse(origin);
  const own = URL.parse(`${page?.protocol ?? 'http:'}//${host ?? ''}`);
  if (page === null || own === null || page.host === '') return false;
  return page.host === own.host || (isLoopbackName(page.hostname) && isLoopbackName(own.hostname));
}

/** Whether a host name, as a URL writes it or as `HOST` gives it, means this machine. */
export function isLoopbackName(name: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(name);
}
