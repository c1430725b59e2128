import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessParts } from '../access/access-parts.ts';
import { JoinCodes } from '../access/join-codes.ts';
import { PASSWORD_RATES } from '../limits/default-limits.ts';
import { RateLimiter, type RateLimits } from '../limits/rate-limiter.ts';
import { ROOT_PATH } from '../media/media-address.ts';
import type { Storage } from '../ports/index.ts';
import { addAccessRoute } from './access-route.ts';
import { addJoinRoute } from './join-route.ts';
import { addMediaLinkRoute } from './media-link-route.ts';

/** What the routes are told of the gateway. */
interface AccessContext {
  readonly storage: Pick<Storage, 'log' | 'revocations'>;
  readonly allowedOrigins?: readonly string[];
  readonly accessLimits?: RateLimits;
  readonly basePath?: string;
  /** Whether a user code, by its key, is connected. */
  readonly isConnected: (code: string) => boolean;
}

/** Adds all by which people come in: the password, links to media, codes for a second device. */
export async function addAccess(
  app: FastifyInstance,
  { storage, allowedOrigins = [], accessLimits = PASSWORD_RATES, basePath = ROOT_PATH, isConnected }: AccessContext,
  { admission, guard, links, mediaAccess }: Omit<AccessParts, 'owners'>,
): Promise<void> {
  if (!admission.isOpen) {
    const tries = new RateLimiter(accessLimits);
    await addAccessRoute(app, { admission, tries, allowedOrigins, cookiePath: basePath });
  }
  if (mediaAccess === 'private') await addMediaLinkRoute(app, { guard, links, allowedOrigins, basePath });
  await addJoinRoute(app, {
    codes: new JoinCodes(),
    epoch: storage.log.epoch,
    isConnected,
    isAdmitted: (request: FastifyRequest) => admission.endFor(request) !== undefined,
    revocations: storage.revocations,
    tries: new RateLimiter(accessLimits),
    allowedOrigins,
  });
}
