import type { FastifyInstance } from 'fastify';
import { MEDIA_LINKS_PATH, USER_CODE_HEADER } from '../../protocol/index.ts';
import type { MediaGuard } from '../access/media-guard.ts';
import type { MediaLinks } from '../access/media-links.ts';
import { isMediaName, MEDIA_PATH } from '../media/media-name.ts';
import { atBasePath } from '../media/media-address.ts';
import { admitPages, answerPreflight } from './foreign-pages.ts';
import { refuse } from './refuse.ts';

export interface MediaLinkRouteOptions {
  readonly guard: MediaGuard;
  readonly links: MediaLinks;
  /** Where the gateway is on its origin. */
  readonly basePath: string;
  /** Other origins whose pages may ask. */
  readonly allowedOrigins: readonly string[];
}

/** Gives a link to a medium, by which others may have it until the link ends. */
export async function addMediaLinkRoute(app: FastifyInstance, options: MediaLinkRouteOptions): Promise<void> {
  const { guard, links, allowedOrigins, basePath } = options;
  await app.register(async (scope) => {
    admitPages(scope, allowedOrigins);
    scope.options(`${MEDIA_LINKS_PATH}/:name`, (_request, reply) => answerPreflight(reply, [USER_CODE_HEADER]));
    scope.post<{ Params: { name: string } }>(`${MEDIA_LINKS_PATH}/:name`, async (request, reply) => {
      const { name } = request.params;
      // Whoever does not own it is told nothing of whether it is there.
      if (!isMediaName(name) || !(await guard.mayShare(request, name)))
        return refuse(request, reply, { status: 403, reason: 'This medium is not yours to share.' });
      const { query, endsAt } = links.linkTo(name);
      return reply.send({ url: atBasePath(basePath, `${MEDIA_PATH}${name}?${query}`), endsAt });
    });
  });
}
