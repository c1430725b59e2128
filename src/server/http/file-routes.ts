import { access } from 'node:fs/promises';
import { join } from 'node:path';
import staticPlugin from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isMediaName, MEDIA_PATH } from '../media/media-name.ts';

const FOR_EVER = { maxAge: '365d', immutable: true } as const;
/** Build tools put a hash of a file's content before its extension: `main-5F3KQ2XA.js`. */
const HASHED = /[-.][A-Z0-9]{8}\.\w+$/;
const NOT_BUILT = 'The app is not built yet. Run: npm start, or: npm run build\n';

export interface FileFolders {
  /** Absolute: the media store's folder. */
  readonly media: string;
  /** Absolute: the folder of the built app, which may be built later. */
  readonly app: string;
}

/** Serves the media under their names, and the app everywhere else. */
export async function addFileRoutes(app: FastifyInstance, folders: FileFolders): Promise<void> {
  await app.register(staticPlugin, { serve: false, index: false, dotfiles: 'ignore' });
  app.get<{ Params: { '*': string } }>(`${MEDIA_PATH}*`, (request, reply) => {
    const name = request.params['*'];
    if (isMediaName(name)) return sendMedium(reply, name, folders.media);
    // The app's build has a folder of the same name, for its fonts.
    return sendAppFile(request, reply, folders.app);
  });
  app.get('/api/*', (_request, reply) => reply.callNotFound());
  app.get('/*', (request, reply) => sendAppFile(request, reply, folders.app));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).header('cache-control', 'no-cache').type('text/plain').send('Not found.\n'),
  );
}

function sendMedium(reply: FastifyReply, name: string, folder: string): FastifyReply {
  // An app of another origin may play it.
  return (
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      // Whoever knows the name has been given it; a cache that others share has not.
      .header('cache-control', 'private, max-age=31536000, immutable')
      .sendFile(name, folder, { cacheControl: false })
  );
}

async function sendAppFile(request: FastifyRequest, reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const path = pathOf(request.url);
  const isFile = path !== undefined && /\.[^/]*$/.test(path);
  if (!isFile && !isNavigation(request)) {
    reply.callNotFound();
    return reply;
  }
  const file = isFile ? path : 'index.html';
  if (HASHED.test(file)) return reply.sendFile(file, folder, FOR_EVER);
  if (!(await isBuilt(folder))) return reply.code(503).type('text/plain').send(NOT_BUILT);
  return reply.header('cache-control', 'no-cache').sendFile(file, folder, { cacheControl: false });
}

/** The path of an address without its leading slash; undefined where it is no text. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1).join().slice(1));
  } catch {
    return undefined;
  }
}

/** Whether a browser asks for a page, rather than a script for data: only a page may be the app. */
function isNavigation({ url, headers }: FastifyRequest): boolean {
  const isMedia = url.startsWith(MEDIA_PATH);
  return !isMedia && (/^\/(?:\?|$)/.test(url) || headers.accept?.includes('text/html') === true);
}

async function isBuilt(folder: string): Promise<boolean> {
  try {
    await access(join(folder, 'index.html'));
    return true;
  } catch {
    return false;
  }
}
