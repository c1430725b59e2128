import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAllowedOrigin } from './origin.ts';
import { refuse, type Refusal } from './refuse.ts';

/** How long a browser may remember that it was allowed, in seconds. */
const PREFLIGHT_SECONDS = 600;
const FOREIGN_ORIGIN: Refusal = { status: 403, reason: 'This origin is not allowed.' };

/**
 * Lets the pages that may open a socket read the answer, also where they are of another origin; returns why a page may
 * not even ask.
 */
export function admitPage(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  allowed: readonly string[],
): Refusal | undefined {
  reply.header('vary', 'origin').header('cache-control', 'no-store');
  if (!isAllowedOrigin(headers, allowed)) return FOREIGN_ORIGIN;
  if (headers.origin !== undefined) {
    reply.header('access-control-allow-origin', headers.origin).header('access-control-expose-headers', 'retry-after');
  }
  return undefined;
}

/** Refuses the pages that may not ask, at every route of a scope; the others may read its answers. */
export function admitPages(scope: FastifyInstance, allowed: readonly string[]): void {
  scope.addHook('onRequest', async (request, reply) => {
    const refusal = admitPage(request, reply, allowed);
    if (refusal !== undefined) await refuse(request, reply, refusal);
  });
}

/** Answers a browser that asks whether a page may POST with these headers. */
export function answerPreflight(reply: FastifyReply, allowedHeaders: readonly string[]): FastifyReply {
  return reply
    .code(204)
    .header('access-control-allow-methods', 'POST')
    .header('access-control-allow-headers', allowedHeaders.join(', '))
    .header('access-control-max-age', PREFLIGHT_SECONDS)
    .send();
}

/** Whether a request comes from a page of this gateway's own host: cookies are for these. */
export function isOwnPage({ headers: { origin, host } }: FastifyRequest): boolean {
  return origin !== undefined && URL.parse(origin)?.host === URL.parse(`http://${host ?? ''}`)?.host;
}
