import { Image } from '@napi-rs/canvas';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  isUuid,
  UPLOAD_LIMITS,
  UPLOAD_TYPES,
  type UploadedImage,
  UPLOADS_PATH,
  USER_CODE_HEADER,
} from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { type ImageHeader, readImageHeader } from '../../engines/index.ts';
import { isAllowedOrigin } from './origin.ts';
import { refuse, type Refusal } from './refuse.ts';
import type { MediaStore, Revocations } from '../ports/index.ts';
import type { InFlight } from '../limits/in-flight.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';

export interface UploadRouteOptions {
  readonly media: MediaStore;
  readonly revocations: Revocations;
  /** What a code and an address may upload. */
  readonly rates: RateLimiter;
  /** The bytes of uploads that are being read, and wait to be decoded. */
  readonly bytes: InFlight;
  /** Other origins whose pages may upload. */
  readonly allowedOrigins: readonly string[];
}

/** Thrown by whatever finds a reason to refuse an upload. */
class UploadRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** When an upload may be tried again that found too many others under way, in seconds. */
const BUSY_RETRY_SECONDS = 5;

/** How long a browser may remember that it was allowed, in seconds. */
const PREFLIGHT_SECONDS = 600;

/** Accepts reference images, and saves those that are what they say. */
export async function addUploadRoute(app: FastifyInstance, options: UploadRouteOptions): Promise<void> {
  await app.register(async (scope) => {
    const decodeInOrder = runInOrder();
    // Only the bodies of images are read, as they are.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...UPLOAD_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError | UploadRefused>((error, request, reply) => answerError(error, request, reply));
    scope.addHook('onRequest', async (request, reply) => admitOrigin(request, reply, options.allowedOrigins));
    scope.options(UPLOADS_PATH, (_request, reply) =>
      reply
        .code(204)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', `content-type, ${USER_CODE_HEADER}`)
        .header('access-control-max-age', PREFLIGHT_SECONDS)
        .send(),
    );
    scope.post(UPLOADS_PATH, {
      bodyLimit: UPLOAD_LIMITS.bytes,
      // Before the body is read: who may not upload must not make the gateway read.
      preParsing: async (request, reply) => {
        admitSender(request, options);
        admitBytes(request, reply, options.bytes);
      },
      handler: async (request, reply) => {
        const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = checkedHeader(file, request.headers['content-type']);
        await decodeInOrder(() => decode(file));
        return reply.code(201).send(await save(options.media, file, header));
      },
    });
  });
}

/** The pages that may open a socket may upload, and read the answer where they are of another origin. */
function admitOrigin({ headers }: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): void {
  reply.header('vary', 'origin').header('cache-control', 'no-store');
  if (!isAllowedOrigin(headers, allowed))
    throw new UploadRefused({ status: 403, reason: 'This origin is not allowed.' });
  if (headers.origin !== undefined) {
    reply.header('access-control-allow-origin', headers.origin).header('access-control-expose-headers', 'retry-after');
  }
}

function admitSender(request: FastifyRequest, { revocations, rates }: UploadRouteOptions): void {
  const code = request.headers[USER_CODE_HEADER];
  if (!isUuid(code)) throw new UploadRefused({ status: 401, reason: `${USER_CODE_HEADER} is missing or no UUID.` });
  if (revocations.isRevoked(code)) throw new UploadRefused({ status: 401, reason: 'The code is no longer valid.' });
  const waitMs = rates.spend(code, addressKey(request.ip));
  if (waitMs === 0) return;
  throw new UploadRefused({ status: 429, reason: 'Too many uploads.', retryAfter: Math.ceil(waitMs / 1_000) });
}

/** A file is held in memory until it is stored: so much of all of them is counted, from before its first byte. */
function admitBytes(request: FastifyRequest, reply: FastifyReply, bytes: InFlight): void {
  const size = Number(request.headers['content-length'] ?? UPLOAD_LIMITS.bytes);
  const end = bytes.begin(addressKey(request.ip), Math.min(size, UPLOAD_LIMITS.bytes));
  if (end === undefined) {
    const reason = 'Too many uploads are under way.';
    throw new UploadRefused({ status: 503, reason, retryAfter: BUSY_RETRY_SECONDS });
  }
  reply.raw.once('close', end);
}

/** Checks by its bytes that a file is what its type says, and how large. */
function checkedHeader(file: Buffer, contentType = ''): ImageHeader {
  const header = readImageHeader(file);
  const statedType = contentType.split(';', 1).join().trim().toLowerCase();
  if (header?.mimeType !== statedType)
    throw new UploadRefused({ status: 415, reason: 'The file is no image of the type that it is said to be.' });
  if (header.width * header.height > UPLOAD_LIMITS.pixels)
    throw new UploadRefused({ status: 413, reason: 'The picture has too many pixels.' });
  return header;
}

/** Decodes an image, off this thread: what can't be decoded is refused. */
async function decode(file: Buffer): Promise<void> {
  const image = new Image();
  try {
    image.src = file;
    await image.decode();
  } catch {
    throw new UploadRefused({ status: 422, reason: "The picture can't be read." });
  }
}

async function save(media: MediaStore, file: Buffer, { mimeType, width, height }: ImageHeader): Promise<UploadedImage> {
  const { url } = await media.save({ bytes: file, mimeType });
  return { url, mimeType, width, height, bytes: file.length };
}

/** Returns a function that runs tasks one after another: a picture takes much memory while it is decoded. */
function runInOrder(): (task: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

function answerError(error: FastifyError | UploadRefused, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  // The rest of the body is not awaited.
  reply.header('connection', 'close');
  if (error instanceof UploadRefused) return refuse(request, reply, error.refusal);
  const status = error.statusCode ?? 500;
  if (status < 500) return refuse(request, reply, { status, reason: error.message });
  request.log.error({ err: error }, 'an upload failed');
  return refuse(request, reply, { status, reason: 'Internal error.' });
}
