import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import staticPlugin from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROOT_PATH } from '../media/media-address.ts';
import { CompressedTexts } from './compressed-texts.ts';
import { MovedApp } from './moved-app.ts';
import { SECURITY_HEADERS, withoutPageAbilities, withoutPageHeaders } from './security-headers.ts';
import { refuse, type Refusal } from './refuse.ts';
import { isMediaName, MEDIA_PATH } from '../media/media-name.ts';
import type { MediaStore } from '../ports/index.ts';
import { sendMedium } from '../media/send-medium.ts';

/** Nobody asks again whether it is still the same, or for a part: a name with a hash is all the answer has to say. */
const FOR_EVER = { maxAge: '365d', immutable: true, etag: false, lastModified: false, acceptRanges: false } as const;
/** A browser that has an `ETag` asks by that, and for no part of a file so small. */
const BY_ETAG = { lastModified: false, acceptRanges: false } as const;
/** What is never a page or a worker of its own. A picture may be a page: an SVG runs scripts where it is opened. */
const PART_OF_PAGE = /^(?!.*worker).*\.(?:js|css|woff2|json)$/;
/** The same picture stands in a page several times, and would be asked for as often. */
const PICTURE = /\.(?:svg|png)$/;
/** Build tools put a hash of a file's content before its extension: `main-5F3KQ2XA.js`, `chunk-DHq4ns3Q.js`. */
const HASHED = /[-.][A-Z0-9]{8}\.\w+$|^(?:main|chunk|styles)-[\w-]{8}\.(?:js|css)$/;
const SENDING = { serve: false, index: false, dotfiles: 'ignore' } as const;
const NOT_ADMITTED: Refusal = { status: 403, reason: 'This medium is not for everybody.' };
const NOT_BUILT = 'The app is not built yet. Run: npm start, or: npm run build\n';

export interface FileRouteOptions {
  readonly media: Pick<MediaStore, 'find' | 'open'>;
  /** Absolute: the folder of the built app, which may be built later. */
  readonly appFolder: string;
  /** Where browsers find the app: its page has to know. Routes don't: requests come without it. */
  readonly basePath: string;
  /** Whether a request's sender may have a medium. */
  readonly isAdmitted: (request: FastifyRequest, name: string) => boolean | Promise<boolean>;
}

/** Serves the media under their names, and the app everywhere else. */
export async function addFileRoutes(app: FastifyInstance, options: FileRouteOptions): Promise<void> {
  const { media, isAdmitted } = options;
  const place = placeOf(options);
  await app.register(async (routes) => {
    await routes.register(staticPlugin, SENDING);
    routes.get<{ Params: { '*': string } }>(`${MEDIA_PATH}*`, async (request, reply) => {
      const name = request.params['*'];
      if (isMediaName(name) && !(await isAdmitted(request, name))) return refuse(request, reply, NOT_ADMITTED);
      if (isMediaName(name)) return sendMedium(request, reply, { name, media });
      // The app's build has a folder of the same name, for its fonts.
      return sendAppFile(request, reply, place);
    });
  });
  app.get('/api/*', (_request, reply) => reply.callNotFound());
  await app.register(async (pages) => {
    // The build has put what is compressed beside each file: `main-5F3KQ2XA.js.br`.
    await pages.register(staticPlugin, { ...SENDING, preCompressed: true });
    pages.get('/*', (request, reply) => sendAppFile(request, reply, place));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .headers(SECURITY_HEADERS)
      .header('cache-control', 'no-cache')
      .type('text/plain')
      .send('Not found.\n'),
  );
}

/** Where the app is, in files and for browsers. */
interface AppPlace {
  readonly folder: string;
  /** What of it says where it is, where that is not the root. */
  readonly moved: MovedApp | undefined;
  readonly texts: CompressedTexts;
}

function placeOf({ appFolder: folder, basePath }: FileRouteOptions): AppPlace {
  const moved = basePath === ROOT_PATH ? undefined : new MovedApp(folder, basePath);
  return { folder, moved, texts: new CompressedTexts() };
}

async function sendAppFile(request: FastifyRequest, reply: FastifyReply, place: AppPlace): Promise<FastifyReply> {
  const { folder, moved, texts } = place;
  const path = pathOf(request.url);
  const isFile = path !== undefined && /\.[^/]*$/.test(path);
  if (!isFile && !isNavigation(request)) {
    reply.callNotFound();
    return reply;
  }
  const file = isFile ? path : 'index.html';
  const isHashed = HASHED.test(file);
  if (!isHashed && (await modifiedAt(join(folder, 'index.html'))) === undefined)
    return reply.code(503).type('text/plain').send(NOT_BUILT);
  // Connections last in HTTP/1.1 unless one says otherwise: two headers that say so for each of forty files are 2 kB.
  reply.raw.removeHeader('connection');
  if (PART_OF_PAGE.test(file)) withoutPageHeaders(reply);
  if (PICTURE.test(file)) withoutPageAbilities(reply);
  if (isHashed) return reply.sendFile(file, folder, FOR_EVER);
  if (moved?.isOther(file) === true) {
    const text = await moved.read(file);
    if (text === undefined) {
      reply.callNotFound();
      return reply;
    }
    const type = file.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    return texts.send(request, reply.header('cache-control', 'no-cache').type(type), file, text);
  }
  // Whoever runs it may change what has no hash, config.json above all, and compresses nothing again.
  if (!(await areCopiesNew(join(folder, file)))) delete request.headers['accept-encoding'];
  const caching = PICTURE.test(file) ? 'max-age=3600' : 'no-cache';
  return reply.header('cache-control', caching).sendFile(file, folder, { ...BY_ETAG, cacheControl: false });
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

/** Whether a file has not been changed since its compressed copies were made. */
async function areCopiesNew(file: string): Promise<boolean> {
  const [at, ...copiesAt] = await Promise.all([file, `${file}.br`, `${file}.gz`].map(modifiedAt));
  return at !== undefined && copiesAt.every((copyAt) => copyAt !== undefined && copyAt >= at);
}

/** When a file was changed last, in milliseconds since the Unix epoch; undefined where there is none. */
async function modifiedAt(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
