import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from './security-headers.ts';

/** An error of @fastify/static may bring headers: how large a medium is whose range was not there. */
type RequestError = FastifyError & { readonly headers?: Readonly<Record<string, string>> };

/** What an answer says of what it sends. */
const OF_CONTENT = ['etag', 'last-modified', 'content-range', 'content-length', 'accept-ranges'] as const;

/** Answers a request that failed: with its own words where the client is at fault, and without ours where we are. */
export function answerError(error: RequestError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'a request failed');
  // What was said of a medium that then could not be sent is not true of the error.
  for (const name of OF_CONTENT) reply.removeHeader(name);
  // What is no page may have been about to go without a page's.
  reply
    .headers(SECURITY_HEADERS)
    .header('cache-control', 'no-cache')
    .headers(error.headers ?? {});
  // The message of an internal error may contain a path of this machine.
  const message = status >= 500 ? 'Internal error.' : error.message;
  return reply.code(status).type('text/plain').send(`${message}\n`);
}
