import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { DEFAULT_LIMITS, type Limits } from '../protocol/index.ts';
import { accessParts, type AccessSettings } from './access/access-parts.ts';
import type { Admission } from './access/admission.ts';
import { addAccess } from './http/add-access.ts';
import { addBasePath, withoutBasePath } from './http/base-path.ts';
import { addressMedia, ROOT_PATH } from './media/media-address.ts';
import { addFileRoutes } from './http/file-routes.ts';
import { addHostCheck } from './http/allowed-hosts.ts';
import {
  addAnswerLimits,
  addRequestRate,
  affordableAnswers,
  affordableConnections,
  answerBadAddress,
  answerBrokenRequest,
  httpServerOptions,
  limitConnections,
  REQUEST_DEADLINES,
  type RequestDeadlines,
} from './http/request-limits.ts';
import type { Metadata } from './images/decoder-messages.ts';
import { ImageDecoder, type ImageDecoderOptions } from './images/image-decoder.ts';
import { ConnectedAnywhere } from './joining/connected-anywhere.ts';
import { inRanges } from './limits/address-ranges.ts';
import { Allowances } from './limits/allowances.ts';
import type { AnswerLimits } from './limits/open-answers.ts';
import { InFlight, type InFlightLimits } from './limits/in-flight.ts';
import {
  ANSWER_LIMITS,
  CONNECT_RATES,
  MAX_CLOSING_SOCKETS,
  MESSAGE_RATES,
  REQUEST_RATE,
  newCodesLimit,
  SOCKET_LIMITS,
  UNREAD_BYTES,
  UPLOAD_BYTES,
  UPLOAD_RATES,
} from './limits/default-limits.ts';
import { type LogDestination, loggerOptions, type LogLevel } from './http/logging.ts';
import { addJobService, type JobService, type JobServiceOptions } from './job-service.ts';
import { RateLimiter, type RateLimits } from './limits/rate-limiter.ts';
import type { RateLimit } from './limits/token-bucket.ts';
import { noteUpgrades } from './http/refuse.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { giveOwnerCookie } from './sockets/give-owner-cookie.ts';
import { addSocketRoute } from './sockets/socket-route.ts';
import type { WebSocket } from '@fastify/websocket';
import { OpenSockets, type SocketLimits } from './limits/open-sockets.ts';
import { EventLoopTurns } from './limits/event-loop-turns.ts';
import { answerError } from './http/answer-error.ts';
import { addSubjectRoute, profilesWithSubjects } from './http/subject-route.ts';
import { addUploadRoute } from './http/upload-route.ts';

/** The parts and settings of a gateway. It owns its engines and its storage: closing the gateway closes them. */
export interface GatewayOptions extends AccessSettings, JobServiceOptions {
  /** The folder of the built app. */
  readonly appFolder: string;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Where it is on its origin, with a slash at both ends. Default `/`. */
  readonly basePath?: string;
  /** Of the password, and of join codes. Default: a try every 10 seconds and 10 at once of an address, 5 a second and 50 at once of everybody. */
  readonly accessLimits?: RateLimits;
  /** Origins whose pages may connect besides the gateway's own; `*` for any. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** Default {@link DEFAULT_LIMITS}. */
  readonly limits?: Limits;
  /** Default: 20 messages a second and 60 at once of a code, five times that of an address. */
  readonly rateLimits?: RateLimits;
  /** User codes that an address may begin. Default: 60 an hour and 1,440 at once. */
  readonly newCodes?: RateLimit;
  /** Default: an upload every 5 seconds and 20 at once of a code, five times that of an address. */
  readonly uploadLimits?: RateLimits;
  /** Default: 16 of a code, 256 of an address, 5,000 over all. */
  readonly socketLimits?: Partial<SocketLimits>;
  /** Default: 2 connects a second and 60 at once of a code, 20 and 512 of an address. */
  readonly connectLimits?: RateLimits;
  /** What becomes of what cameras write into uploaded pictures. Default `strip`. */
  readonly uploadMetadata?: Metadata;
  /** What decoding an uploaded picture may cost. */
  readonly imageDecoder?: ImageDecoderOptions;
  /** How long headers and bodies may take. Default {@link REQUEST_DEADLINES}. */
  readonly requestDeadlines?: RequestDeadlines;
  /** Bytes of uploads under way. Default: 32 MiB of an address, 128 MiB over all. */
  readonly uploadBytes?: InFlightLimits;
  /** Bytes that wait for clients to read them. Default: 64 MiB of an address, 256 MiB over all. */
  readonly unreadBytes?: InFlightLimits;
  /** Connections of an address, but of trusted proxies. Default: as many as it may have of sockets and answers. */
  readonly connectionsPerAddress?: number;
  /** Answers under way. Default: 256 of an address, 1,000 over all; one of which nothing is read for a minute ends. */
  readonly answerLimits?: AnswerLimits;
  /** What an address may ask for over HTTP. Default: 200 requests a second and 10,000 at once. */
  readonly requestRate?: RateLimit;
  /** Names under which it may be reached besides this machine's; `*` for any. Default none. */
  readonly allowedHosts?: readonly string[];
  /** Addresses and ranges of proxies whose `X-Forwarded-For` is trusted. Default none. */
  readonly trustedProxies?: readonly string[];
  /** How often sockets are pinged, and after which silence a client pings, in milliseconds. Default 30,000. */
  readonly heartbeatMs?: number;
  /**
   * By how much longer a client waits at most, by chance, before it comes back, so that not all come at once, in
   * milliseconds. Default 2,000.
   */
  readonly reconnectJitterMs?: number;
  /** Over how long a close ends the sockets, so that not all come back at once, in milliseconds. Default: all at once. */
  readonly drainMs?: number;
  /** Default `warn`. */
  readonly logLevel?: LogLevel;
  /** Default: standard error. */
  readonly logDestination?: LogDestination;
}

/** A running gateway. */
export interface Gateway {
  /** Its origin, `http://127.0.0.1:9943`. */
  readonly url: string;
  readonly port: number;
  /** The port of `/metrics`, where it was asked for. */
  readonly metricsPort: number | undefined;
  /**
   * Closes every socket with 1012, leaves running jobs to the next start, and closes engines and storage. A second call
   * waits for the first.
   */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const HEARTBEAT_MS = 30_000;
const RECONNECT_JITTER_MS = 2_000;

/**
 * Starts a gateway: the socket, the media and the app on one origin.
 * Rejects with the system's error where it can't listen, having closed what it was given.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { requestDeadlines: deadlines = REQUEST_DEADLINES, basePath = ROOT_PATH } = options;
  const app = fastify({
    logger: loggerOptions(options.logLevel ?? 'warn', options.logDestination ?? process.stderr),
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    // A download under way must not delay closing.
    forceCloseConnections: true,
    requestTimeout: deadlines.requestMs,
    http: httpServerOptions(deadlines),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBadAddress,
    ...(basePath !== ROOT_PATH && { rewriteUrl: withoutBasePath(basePath) }),
  });
  const answerLimits = answerLimitsOf(options);
  limitConnections(app.server, {
    perAddress: options.connectionsPerAddress ?? connectionsOf(options),
    total: affordableConnections(answerLimits.total),
    isProxy: inRanges(options.trustedProxies ?? []),
  });
  noteUpgrades(app.server);
  // Only the route of uploads reads bodies.
  app.removeAllContentTypeParsers();
  addSecurityHeaders(app);
  addAnswerLimits(app, answerLimits);
  addRequestRate(app, options.requestRate ?? REQUEST_RATE, (options.connectLimits ?? CONNECT_RATES).address);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(app, options));
  try {
    const jobs = await addJobService(app, options);
    await addRoutes(app, options, jobs);
    jobs.start();
    const url = await app.listen({ host: options.host ?? LOOPBACK, port: options.port ?? 0 });
    return { url, port: (app.server.address() as AddressInfo).port, metricsPort: jobs.metricsPort, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function answerLimitsOf({ answerLimits = ANSWER_LIMITS }: Pick<GatewayOptions, 'answerLimits'>): AnswerLimits {
  return { ...answerLimits, total: affordableAnswers(answerLimits.total) };
}

/** Room for as many sockets and requests as an address may have. */
function connectionsOf({ socketLimits, answerLimits = ANSWER_LIMITS }: GatewayOptions): number {
  return (socketLimits?.perAddress ?? SOCKET_LIMITS.perAddress) + answerLimits.perAddress;
}

async function addRoutes(app: FastifyInstance, options: GatewayOptions, { live, meter }: JobService): Promise<void> {
  const { engines, storage, heartbeatMs = HEARTBEAT_MS, allowedOrigins = [], basePath = ROOT_PATH } = options;
  const { media, revocations } = storage;
  const socketLimits = { ...SOCKET_LIMITS, ...options.socketLimits };
  const sockets = new OpenSockets<WebSocket>(socketLimits);
  const access = accessParts(options, storage);
  addHostCheck(app, { listensOn: options.host ?? LOOPBACK, allowed: options.allowedHosts ?? [] });
  addBasePath(app, basePath);
  await addSocketRoute(app, {
    context: {
      log: storage.log,
      queue: storage.queue,
      live,
      media,
      basePath,
      budget: storage.budget,
      restrictions: storage.restrictions,
      engines,
      profiles: profilesWithSubjects(engines, basePath),
      features: [...(options.bot ? ['talk'] : []), ...(access.mediaAccess === 'private' ? ['links'] : [])],
      limits: options.limits ?? DEFAULT_LIMITS,
      ...paceOf(options),
      heartbeatMs,
      reconnectJitterMs: options.reconnectJitterMs ?? RECONNECT_JITTER_MS,
      logger: app.log,
      meter,
    },
    allowedOrigins,
    addressMedia: addressMedia(basePath),
    connects: new RateLimiter(options.connectLimits ?? CONNECT_RATES),
    maxSockets: socketLimits.total,
    maxClosing: Math.min(MAX_CLOSING_SOCKETS, socketLimits.perAddress),
    unread: options.unreadBytes ?? UNREAD_BYTES,
    sockets,
    admission: access.admission,
    guard: access.guard,
    revocations,
    restrictions: storage.restrictions,
    pingIntervalMs: heartbeatMs,
    drainMs: options.drainMs ?? 0,
  });
  const connected = new ConnectedAnywhere((code) => sockets.socketsOf(code).length > 0, storage.bus);
  const isConnected = (code: string): Promise<boolean> => connected.isConnected(code);
  await addAccess(app, { ...options, isConnected }, access);
  if (access.owners !== undefined) giveOwnerCookie(app, access.owners, basePath);
  await addUploads(app, options, { admission: access.admission, isConnected });
  addSubjectRoute(app, engines);
  app.get('/api/health', () => ({
    status: 'ok',
    engine: { name: engines.default.profile.name, isModel: engines.default.profile.isModel },
    uptimeMs: Math.round(process.uptime() * 1_000),
  }));
  app.setErrorHandler(answerError);
  await addFileRoutes(app, {
    media,
    appFolder: resolve(options.appFolder),
    basePath,
    isAdmitted: (request, name) => access.guard.admits(request, name),
  });
}

/** How fast sessions may be: with messages, with new user codes, with what they missed. */
function paceOf({ rateLimits = MESSAGE_RATES, newCodes = newCodesLimit() }: GatewayOptions) {
  return { rates: new RateLimiter(rateLimits), newCodes: new Allowances(newCodes), replays: new EventLoopTurns() };
}

async function addUploads(
  app: FastifyInstance,
  { storage, allowedOrigins = [], basePath = ROOT_PATH, ...options }: GatewayOptions,
  {
    admission,
    isConnected,
  }: { readonly admission: Admission; readonly isConnected: (code: string) => Promise<boolean> },
): Promise<void> {
  const decoder = new ImageDecoder(options.imageDecoder);
  app.addHook('onClose', () => decoder.close());
  await addUploadRoute(app, {
    media: storage.media,
    // A page elsewhere has no cookie here; the socket that is open under its code was let in.
    isAdmitted: async (request, code) => admission.endFor(request) !== undefined || (await isConnected(code)),
    restrictions: storage.restrictions,
    revocations: storage.revocations,
    allowedOrigins,
    basePath,
    rates: new RateLimiter(options.uploadLimits ?? UPLOAD_RATES),
    budget: storage.budget,
    decoder,
    metadata: options.uploadMetadata ?? 'strip',
    bytes: new InFlight(options.uploadBytes ?? UPLOAD_BYTES),
  });
}

/** Sockets first, so that no client starts another job; then the jobs; then what runs them. */
async function closeAll(app: FastifyInstance, { storage, engines }: GatewayOptions): Promise<void> {
  await app.close();
  await storage.close();
  await engines.close();
}
