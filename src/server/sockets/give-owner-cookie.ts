import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isUuid, QueryParameter } from '../../protocol/index.ts';
import { setCookie } from '../access/cookies.ts';
import type { OwnerCookie } from '../access/owner-cookie.ts';
import { codeKey } from '../limits/code-key.ts';

/** As long as browsers keep any. */
const LASTS_MS = 400 * 24 * 60 * 60 * 1_000;

/** Has each upgrade note in a cookie under which code it was, so that the browser may have the media of that code. */
export function giveOwnerCookie(app: FastifyInstance, owners: OwnerCookie, path: string): void {
  app.websocketServer.on('headers', (lines: string[], { url = '', headers }: IncomingMessage) => {
    const code = URL.parse(url, 'http://relative.invalid')?.searchParams.get(QueryParameter.Code);
    if (!isUuid(code)) return;
    const value = owners.valueWith(headers, codeKey(code));
    const transport = headers.origin?.startsWith('https:') === true ? 'https' : 'any';
    lines.push(`Set-Cookie: ${setCookie({ name: owners.name, value, lastsMs: LASTS_MS, transport, path })}`);
  });
}
