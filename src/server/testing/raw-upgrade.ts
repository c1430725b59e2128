import { request } from 'node:http';
import type { Gateway } from '../gateway.ts';

/** What asks for a WebSocket. */
export const UPGRADE_HEADERS = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
} as const;

/** Asks for a WebSocket with exactly these headers besides, and resolves with the status; 101 where it was given. */
export function statusOfUpgrade(
  { url }: Pick<Gateway, 'url'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { headers: { ...UPGRADE_HEADERS, ...headers } });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}
