import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isLoopbackName } from './origin.ts';
import { type Refusal, refuse } from './refuse.ts';

const NO_HOST: Refusal = { status: 400, reason: 'Send a Host header.' };

/** Any host name is answered. */
export const ANY_HOST = '*';

/** The names under which a gateway may be reached. */
export interface HostRule {
  /** Where it listens: on loopback only this machine's names are answered without being named. */
  readonly listensOn: string;
  /** Further host names, without a port; `*` for any. */
  readonly allowed: readonly string[];
}

/**
 * Whether a request's `Host` is one of the gateway's names. A page of any site can have its own name lead to this
 * machine ("DNS rebinding"), and would be of the gateway's own origin then; an IP address can't be led elsewhere.
 */
export function isAllowedHost(host: string | undefined, { listensOn, allowed }: HostRule): boolean {
  if (allowed.includes(ANY_HOST)) return true;
  const name = hostNameOf(host);
  if (name === undefined) return false;
  if (isLoopbackName(name) || allowed.some((each) => each.toLowerCase() === name)) return true;
  return !isLoopbackName(listensOn) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** Refuses requests and upgrades under any other name, and says which setting lets it in. Before routes are added. */
export function addHostCheck(app: FastifyInstance, rule: HostRule): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host } = request.headers;
    if (host === undefined && request.raw.httpVersion === '1.1') return refuse(request, reply, NO_HOST);
    if (isAllowedHost(host, rule)) return;
    const name = hostNameOf(host);
    const remedy = name === undefined ? 'Send a Host header.' : `Set ALLOWED_HOSTS=${name} to allow it.`;
    await refuse(request, reply, { status: 403, reason: `This host is not allowed. ${remedy}` });
  });
}

/** The name in a `Host` header, without its port and in lower case; undefined where it is none. */
function hostNameOf(host = ''): string | undefined {
  return URL.parse(`http://${host}`)?.hostname || undefined;
}
