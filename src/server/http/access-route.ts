import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_PATH, type Result } from '../../protocol/index.ts';
import type { Admission } from '../access/admission.ts';
import { setCookie } from '../access/cookies.ts';
import type { Pass } from '../access/passes.ts';
import type { Tries } from '../access/tries.ts';
import { admitPages, answerPreflight, isOwnPage } from './foreign-pages.ts';
import { refuse, refuseTooManyTries, type Refusal } from './refuse.ts';

export interface AccessRouteOptions {
  readonly admission: Admission;
  readonly tries: Tries;
  /** Other origins whose pages may ask. */
  readonly allowedOrigins: readonly string[];
  /** Where cookies are sent to. */
  readonly cookiePath: string;
}

/** A password and its name in JSON are shorter. */
const BODY_LIMIT = 4_096;

const WRONG: Refusal = { status: 403, reason: 'The password is wrong.' };
const OVER: Refusal = { status: 403, reason: 'The pass is over, or none of this gateway.' };
const MALFORMED: Refusal = { status: 400, reason: 'Send {"password": "…"} or {"pass": "…"}.' };

/**
 * Gives a pass for the password, and takes one that somebody was given: as a cookie to the gateway's own pages, in the
 * answer to others, which send it in the query.
 */
export async function addAccessRoute(app: FastifyInstance, options: AccessRouteOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'));
    admitPages(scope, options.allowedOrigins);
    scope.options(ACCESS_PATH, (_request, reply) => answerPreflight(reply, ['content-type']));
    scope.post(ACCESS_PATH, {
      bodyLimit: BODY_LIMIT,
      // Before the body is read, and before a hash is made of it.
      preParsing: (request, reply) => refuseTooManyTries(request, reply, options.tries),
      handler: async (request, reply) => {
        const pass = await passFor(request.body, options.admission);
        if (!pass.ok) return refuse(request, reply, pass.fault);
        return give(request, reply, pass.value, options);
      },
    });
  });
}

async function passFor(body: unknown, admission: Admission): Promise<Result<Pass, Refusal>> {
  const { password, pass } = (body ?? {}) as { readonly password?: unknown; readonly pass?: unknown };
  if (typeof password !== 'string' && typeof pass !== 'string') return { ok: false, fault: MALFORMED };
  const found = typeof password === 'string' ? await admission.passFor(password) : admission.knownPass(String(pass));
  if (found !== undefined) return { ok: true, value: found };
  return { ok: false, fault: typeof password === 'string' ? WRONG : OVER };
}

function give(
  request: FastifyRequest,
  reply: FastifyReply,
  { value, endsAt }: Pass,
  { admission, cookiePath: path }: AccessRouteOptions,
): FastifyReply {
  // A cookie of another site would be refused, or sent where it was not meant to be.
  if (!isOwnPage(request)) return reply.send({ pass: value, endsAt });
  // By the page's own word: a proxy with TLS may be in front, whether it is trusted or not.
  const transport = request.headers.origin?.startsWith('https:') === true ? 'https' : 'any';
  const cookie = { name: admission.cookieName, value, lastsMs: endsAt - Date.now(), transport, path } as const;
  return reply.header('set-cookie', setCookie(cookie)).send({ endsAt });
}
