import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** An error of @fastify/static may bring headers: how large a medium is whose range was not there. */
type RequestError = FastifyError & { readonly headers?: Readonly<Record<string, string>> };

/** Answers a request that failed: with its own words where the client is at fault, and without ours where we are. */
export function answerError(error: RequestError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'a request failed');
  reply.headers(error.headers ?? {});
  // The message of an internal error may contain a path of this machine.
  const message = status >= 500 ? 'Internal error.' : error.message;
  return reply.code(status).type('text/plain').send(`${message}\n`);
}
