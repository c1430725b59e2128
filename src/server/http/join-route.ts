import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUuid, JOIN_CODES_PATH, JOIN_PATH, USER_CODE_HEADER } from '../../protocol/index.ts';
import type { Tries } from '../access/tries.ts';
import { codeKey } from '../limits/code-key.ts';
import type { JoinCodes, Revocations } from '../ports/index.ts';
import { admitPages, answerPreflight } from './foreign-pages.ts';
import { refuse, refuseTooManyTries, type Refusal } from './refuse.ts';

export interface JoinRouteOptions {
  readonly codes: JoinCodes;
  /** Names the log of every user code here. */
  readonly epoch: string;
  /** Whether a user code, by its key, is connected, to whichever process. */
  readonly isConnected: (code: string) => Promise<boolean>;
  /** Whether a request's sender is let in. */
  readonly isAdmitted: (request: FastifyRequest) => boolean;
  readonly revocations: Pick<Revocations, 'isRevoked'>;
  readonly tries: Tries;
  /** Other origins whose pages may ask. */
  readonly allowedOrigins: readonly string[];
}

/** A join code in JSON is shorter. */
const BODY_LIMIT = 1_024;

const NOT_CONNECTED: Refusal = { status: 401, reason: 'Connect under the user code first.' };
const NOT_ADMITTED: Refusal = { status: 403, reason: 'A pass is needed.' };
const MALFORMED: Refusal = { status: 400, reason: 'Send {"joinCode": "…"}.' };
const UNKNOWN: Refusal = { status: 404, reason: 'There is no such join code, or it is over.' };

/** Gives join codes to who is connected, and user codes for join codes. */
export async function addJoinRoute(app: FastifyInstance, options: JoinRouteOptions): Promise<void> {
  const { codes, epoch, isConnected, revocations } = options;
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'));
    admitPages(scope, options.allowedOrigins);
    scope.options(JOIN_CODES_PATH, (_request, reply) => answerPreflight(reply, [USER_CODE_HEADER]));
    scope.options(JOIN_PATH, (_request, reply) => answerPreflight(reply, ['content-type']));
    const preParsing = (request: FastifyRequest, reply: FastifyReply) =>
      refuseTooManyTries(request, reply, options.tries);
    scope.post(JOIN_CODES_PATH, { preParsing, bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const userCode = request.headers[USER_CODE_HEADER];
      // Who is connected has been let in, and is not revoked.
      if (!isUuid(userCode) || !(await isConnected(codeKey(userCode)))) return refuse(request, reply, NOT_CONNECTED);
      return reply.code(201).send(await codes.issue(userCode));
    });
    scope.post(JOIN_PATH, { preParsing, bodyLimit: BODY_LIMIT }, async (request, reply) => {
      if (!options.isAdmitted(request)) return refuse(request, reply, NOT_ADMITTED);
      const { joinCode } = (request.body ?? {}) as { readonly joinCode?: unknown };
      if (typeof joinCode !== 'string') return refuse(request, reply, MALFORMED);
      const userCode = await codes.redeem(joinCode);
      if (userCode === undefined || revocations.isRevoked(codeKey(userCode))) return refuse(request, reply, UNKNOWN);
      return reply.send({ userCode, epoch });
    });
  });
}
