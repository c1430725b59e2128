import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ROOT_PATH } from '../media/media-address.ts';
import { PROBE_PATHS } from './health-routes.ts';
import { refuse } from './refuse.ts';

/** What takes the base path off the addresses of requests before a route is looked for. */
export function withoutBasePath(basePath: string): (request: Pick<IncomingMessage, 'url'>) => string {
  return ({ url = ROOT_PATH }) => (url.startsWith(basePath) ? url.slice(basePath.length - 1) : url);
}

/**
 * Leads from the base path without its last slash to it, and refuses everything elsewhere, upgrades too. A redirect from
 * everywhere would go round and round behind a proxy that takes the path away. To be called before routes are added.
 */
export function addBasePath(app: FastifyInstance, basePath: string): void {
  if (basePath === ROOT_PATH) return;
  app.addHook('onRequest', async (request, reply) => {
    const [path = '', ...query] = request.originalUrl.split('?');
    if (path.startsWith(basePath) || PROBE_PATHS.includes(path)) return;
    if (`${path}/` === basePath) return reply.redirect([basePath, ...query].join('?'), 308);
    await refuse(request, reply, {
      status: 404,
      reason: `Not found: this gateway is at ${basePath}, a proxy included.`,
    });
  });
}
