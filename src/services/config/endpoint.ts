import { parseUrl } from '../../protocol/index.ts';
import type { WebSocketConfig } from './config.ts';

/**
 * Where the socket is, as an absolute `ws:` or `wss:` address without the user code;
 * undefined where the configured address is none.
 */
export function socketEndpoint(baseUrl: string, pageUrl: string): string | undefined {
  const url = parseUrl(baseUrl, pageUrl);
  if (url === undefined) return undefined;
  if (url.protocol === 'http:') url.protocol = 'ws:';
  if (url.protocol === 'https:') url.protocol = 'wss:';
  // A browser's WebSocket takes no fragment.
  url.hash = '';
  return ['ws:', 'wss:'].includes(url.protocol) && url.hostname !== '' ? url.href : undefined;
}

/** What names the server of an endpoint: of a `url` not the query, which may be a signature, another one each time. */
export function serverName(endpoint: string, { url }: Pick<WebSocketConfig, 'url'>): string {
  return url === undefined ? endpoint : endpoint.replace(/\?.*$/, '');
}

/** The origin that serves the media of an endpoint: its own, by `http` or `https`. */
export function mediaOrigin(endpoint: string): string {
  const url = new URL(endpoint);
  return `${url.protocol === 'wss:' ? 'https:' : 'http:'}//${url.host}`;
}

const IPV4_LOOPBACK = /^127(?:\.\d{1,3}){3}$/;

/** Whether an absolute address names this machine, so that what is sent there never crosses a network. */
export function isLoopback(address: string): boolean {
  const hostname = parseUrl(address)?.hostname ?? '';
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || IPV4_LOOPBACK.test(hostname);
}
