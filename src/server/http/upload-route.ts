import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  isUuid,
  PASS_NEEDED,
  UPLOAD_LIMITS,
  UPLOAD_TYPES,
  type UploadedImage,
  UPLOADS_PATH,
  USER_CODE_HEADER,
} from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { codeKey } from '../limits/code-key.ts';
import { type ImageHeader, readImageHeader } from '../../engines/index.ts';
import type { DecodedPicture, Metadata } from '../images/decoder-messages.ts';
import { type ImageDecoder, UndecodableImage } from '../images/image-decoder.ts';
import { atBasePath } from '../media/media-address.ts';
import { admitPage, answerPreflight } from './foreign-pages.ts';
import { refuse, type Refusal } from './refuse.ts';
import {
  isDiskFull,
  type MediaStore,
  type Restrictions,
  type Revocations,
  ROOM_AFTER_MS,
  type StorageBudget,
  type StorageFull,
} from '../ports/index.ts';
import type { SocketOwner } from '../limits/open-sockets.ts';
import type { InFlight } from '../limits/in-flight.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';

export interface UploadRouteOptions {
  /** Whether a request's sender is let in, by itself or by what its code has open. */
  readonly isAdmitted: (request: FastifyRequest, code: string) => Promise<boolean>;
  readonly media: MediaStore;
  readonly revocations: Revocations;
  readonly restrictions: Pick<Restrictions, 'isBlocked'>;
  /** What a code and an address may upload. */
  readonly rates: RateLimiter;
  /** The bytes of uploads that are being read, and wait to be decoded. */
  readonly bytes: InFlight;
  readonly decoder: ImageDecoder;
  readonly metadata: Metadata;
  readonly budget: StorageBudget;
  /** Where the gateway is on its origin. */
  readonly basePath: string;
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

const FULL: Readonly<Record<StorageFull, string>> = {
  address: 'this address has stored as much as it may',
  server: 'the server has stored as much as it may',
  disk: 'the disk of the server is full',
};

/** Accepts reference images, and saves those that are what they say. */
export async function addUploadRoute(app: FastifyInstance, options: UploadRouteOptions): Promise<void> {
  await app.register(async (scope) => {
    // Only the bodies of images are read, as they are.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...UPLOAD_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError | UploadRefused>((error, request, reply) => answerError(error, request, reply));
    scope.addHook('onRequest', async (request, reply) => {
      const refusal = admitPage(request, reply, options.allowedOrigins);
      if (refusal !== undefined) throw new UploadRefused(refusal);
    });
    scope.options(UPLOADS_PATH, (_request, reply) => answerPreflight(reply, ['content-type', USER_CODE_HEADER]));
    scope.post(UPLOADS_PATH, {
      bodyLimit: UPLOAD_LIMITS.bytes,
      // Before the body is read: who may not upload must not make the gateway read.
      preParsing: async (request, reply) => {
        await admitSender(request, options);
        admitBytes(request, reply, options.bytes);
        await admitToDisk(request, options.budget);
      },
      handler: async (request, reply) => {
        const taking = takeIn(request, options);
        takingIn.set(request, taking);
        const { url, ...image } = await taking;
        return reply.code(201).send({ url: atBasePath(options.basePath, url), ...image });
      },
    });
  });
}

/** What is done with files that have come whole: a client that goes meanwhile leaves its file in memory until that is over. */
const takingIn = new WeakMap<FastifyRequest, Promise<unknown>>();

async function takeIn(request: FastifyRequest, options: UploadRouteOptions): Promise<UploadedImage> {
  const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const header = checkedHeader(file, request.headers['content-type']);
  const owner = { address: addressKey(request.ip), code: codeOf(request) };
  const picture = await decode(file, header, owner, options);
  return save(options.media, picture, header, owner);
}

function codeOf(request: FastifyRequest): string {
  const userCode = request.headers[USER_CODE_HEADER];
  if (!isUuid(userCode)) throw new UploadRefused({ status: 401, reason: `${USER_CODE_HEADER} is missing or no UUID.` });
  return codeKey(userCode);
}

async function admitSender(request: FastifyRequest, options: UploadRouteOptions): Promise<void> {
  const { revocations, restrictions, rates, isAdmitted } = options;
  const code = codeOf(request);
  if (restrictions.isBlocked(addressKey(request.ip)))
    throw new UploadRefused({ status: 403, reason: 'This address is blocked.' });
  if (revocations.isRevoked(code)) throw new UploadRefused({ status: 401, reason: 'The code is no longer valid.' });
  const waitMs = rates.spend(code, addressKey(request.ip));
  if (waitMs > 0)
    throw new UploadRefused({ status: 429, reason: 'Too many uploads.', retryAfter: Math.ceil(waitMs / 1_000) });
  // Last, for other processes may have to be asked.
  if (!(await isAdmitted(request, code))) throw new UploadRefused({ status: 403, reason: `Refused: ${PASS_NEEDED}.` });
}

/** A file is held in memory until it is stored: so much of all of them is counted, from before its first byte. */
function admitBytes(request: FastifyRequest, reply: FastifyReply, bytes: InFlight): void {
  const end = bytes.begin(addressKey(request.ip), sizeOf(request));
  if (end === undefined) {
    const reason = 'Too many uploads are under way.';
    throw new UploadRefused({ status: 503, reason, retryAfter: BUSY_RETRY_SECONDS });
  }
  reply.raw.once('close', () => void Promise.resolve(takingIn.get(request)).then(end, end));
}

/** Where there is no room on the disk, nothing is read that would have to be thrown away. */
async function admitToDisk(request: FastifyRequest, budget: StorageBudget): Promise<void> {
  const full = await budget.findFull(addressKey(request.ip), sizeOf(request));
  if (full !== undefined) throw new UploadRefused(noRoom(full));
}

function noRoom(full: StorageFull): Refusal {
  return { status: 507, reason: `There is no room for it: ${FULL[full]}.`, retryAfter: ROOM_AFTER_MS[full] / 1_000 };
}

/** The length that a request states, or the most that it may have. */
function sizeOf({ headers }: FastifyRequest): number {
  return Math.min(Number(headers['content-length'] ?? UPLOAD_LIMITS.bytes), UPLOAD_LIMITS.bytes);
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

/** Decodes an image in another process: what can't be decoded, or is of another size than it says, is refused. */
async function decode(
  file: Buffer,
  { mimeType, width, height }: ImageHeader,
  owner: SocketOwner,
  { decoder, metadata }: UploadRouteOptions,
): Promise<DecodedPicture> {
  try {
    const picture = await decoder.decode(owner, { file, mimeType, metadata });
    // A decoder may have turned the picture.
    const isAsStated = picture.width * picture.height === width * height && [width, height].includes(picture.width);
    if (isAsStated) return picture;
  } catch (error) {
    if (!(error instanceof UndecodableImage)) throw error;
  }
  throw new UploadRefused({ status: 422, reason: "The picture can't be read." });
}

async function save(
  media: MediaStore,
  { file }: DecodedPicture,
  { mimeType, width, height }: ImageHeader,
  owner: SocketOwner,
): Promise<UploadedImage> {
  const { url } = await media.save({ bytes: file, mimeType, ...owner });
  return { url, mimeType, width, height, bytes: file.length };
}

function answerError(error: FastifyError | UploadRefused, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  // The rest of the body is not awaited.
  reply.header('connection', 'close');
  if (error instanceof UploadRefused) return refuse(request, reply, error.refusal);
  if (isDiskFull(error)) return refuse(request, reply, noRoom('disk'));
  const status = error.statusCode ?? 500;
  if (status < 500) return refuse(request, reply, { status, reason: error.message });
  request.log.error({ err: error }, 'an upload failed');
  return refuse(request, reply, { status, reason: 'Internal error.' });
}
