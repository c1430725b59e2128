import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessParts } from '../access/access-parts.ts';
import { Tries } from '../access/tries.ts';
import { PASSWORD_RATES } from '../limits/default-limits.ts';
import type { RateLimits } from '../limits/rate-limiter.ts';
import { ROOT_PATH } from '../media/media-address.ts';
import type { Storage } from '../ports/index.ts';
import { addAccessRoute } from './access-route.ts';
import { addJoinRoute } from './join-route.ts';
import { addMediaLinkRoute } from './media-link-route.ts';

/** What the routes are told of the gateway. */
interface AccessContext {
  readonly storage: Pick<Storage, 'log' | 'revocations' | 'joinCodes' | 'sharedRates'>;
  readonly allowedOrigins?: readonly string[];
  readonly accessLimits?: RateLimits;
  readonly basePath?: string;
  /** Whether a user code, by its key, is connected, to whichever process. */
  readonly isConnected: (code: string) => Promise<boolean>;
}

/** Adds all by which people come in: the password, links to media, codes for a second device. */
export async function addAccess(
  app: FastifyInstance,
  { storage, allowedOrigins = [], accessLimits = PASSWORD_RATES, basePath = ROOT_PATH, isConnected }: AccessContext,
  { admission, guard, links, mediaAccess }: Omit<AccessParts, 'owners'>,
): Promise<void> {
  const triesOf = (what: string) => new Tries({ what, limits: accessLimits, shared: storage.sharedRates });
  if (!admission.isOpen) {
    const tries = triesOf('password');
    await addAccessRoute(app, { admission, tries, allowedOrigins, cookiePath: basePath });
  }
  if (mediaAccess === 'private') await addMediaLinkRoute(app, { guard, links, allowedOrigins, basePath });
  await addJoinRoute(app, {
    codes: storage.joinCodes,
    epoch: storage.log.epoch,
    isConnected,
    isAdmitted: (request: FastifyRequest) => admission.endFor(request) !== undefined,
    revocations: storage.revocations,
    tries: triesOf('join'),
    allowedOrigins,
  });
}
