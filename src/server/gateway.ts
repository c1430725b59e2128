import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { DEFAULT_LIMITS, type Limits } from '../protocol/index.ts';
import { addFileRoutes } from './http/file-routes.ts';
import type { Bot } from '../bot/index.ts';
import { BotHandler, type BotHandlerOptions } from './jobs/bot-handler.ts';
import { addHostCheck } from './http/allowed-hosts.ts';
import {
  affordableConnections,
  answerBadAddress,
  answerBrokenRequest,
  httpServerOptions,
  REQUEST_DEADLINES,
  type RequestDeadlines,
} from './http/request-limits.ts';
import { InFlight, type InFlightLimits } from './limits/in-flight.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { LiveJobs } from './jobs/live-jobs.ts';
import { type LogDestination, loggerOptions, type LogLevel } from './http/logging.ts';
import type { EngineRegistry } from '../engines/index.ts';
import type { JobHandler, Storage } from './ports/index.ts';
import { RateLimiter, type RateLimits } from './limits/rate-limiter.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { addSocketRoute } from './sockets/socket-route.ts';
import type { SocketLimits } from './limits/open-sockets.ts';
import { addUploadRoute } from './http/upload-route.ts';

/** The parts and settings of a gateway. It owns its engines and its storage: closing the gateway closes them. */
export interface GatewayOptions {
  readonly engines: EngineRegistry;
  /** Reads prompts before an engine does. Default: none does. */
  readonly bot?: Bot | undefined;
  readonly storage: Storage;
  /** The folder of the built app. */
  readonly appFolder: string;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Origins whose pages may connect besides the gateway's own; `*` for any. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** Default {@link DEFAULT_LIMITS}. */
  readonly limits?: Limits;
  /** Default: 20 messages a second and 60 at once of a code, five times that of an address. */
  readonly rateLimits?: RateLimits;
  /** Default: an upload every 5 seconds and 20 at once of a code, five times that of an address. */
  readonly uploadLimits?: RateLimits;
  /** Default: 16 of a code, 256 of an address, 5,000 over all. */
  readonly socketLimits?: Partial<SocketLimits>;
  /** How long headers and bodies may take. Default {@link REQUEST_DEADLINES}. */
  readonly requestDeadlines?: RequestDeadlines;
  /** Bytes of uploads under way. Default: 32 MiB of an address, 128 MiB over all. */
  readonly uploadBytes?: InFlightLimits;
  /** Names under which it may be reached besides this machine's; `*` for any. Default none. */
  readonly allowedHosts?: readonly string[];
  /** Addresses and ranges of proxies whose `X-Forwarded-For` is trusted. Default none. */
  readonly trustedProxies?: readonly string[];
  /**
   * How often sockets are pinged, and how long a client lets its own be silent before it pings, in milliseconds.
   * Default 30,000.
   */
  readonly heartbeatMs?: number;
  /**
   * By how much longer a client waits at most, by chance, before it comes back, so that not all come at once, in
   * milliseconds. Default 2,000.
   */
  readonly reconnectJitterMs?: number;
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
  /**
   * Closes every socket with 1012, leaves running jobs to the next start, and closes engines and storage. A second call
   * waits for the first.
   */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const HEARTBEAT_MS = 30_000;
const RECONNECT_JITTER_MS = 2_000;
const RATE_LIMITS: RateLimits = {
  code: { perSecond: 20, burst: 60 },
  // Behind one address there may be a household or an office.
  address: { perSecond: 100, burst: 300 },
};
const UPLOAD_LIMITS: RateLimits = {
  code: { perSecond: 0.2, burst: 20 },
  address: { perSecond: 1, burst: 100 },
};
const MIB = 1024 * 1024;
const UPLOAD_BYTES: InFlightLimits = { perAddress: 32 * MIB, total: 128 * MIB };
const SOCKET_LIMITS: SocketLimits = { perCode: 16, perAddress: 256, total: 5_000 };

/**
 * Starts a gateway: the socket, the media and the app on one origin.
 * Rejects with the system's error where it can't listen, having closed what it was given.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { storage, requestDeadlines: deadlines = REQUEST_DEADLINES } = options;
  const app = fastify({
    logger: loggerOptions(options.logLevel ?? 'warn', options.logDestination ?? process.stderr),
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    // A download under way must not delay closing.
    forceCloseConnections: true,
    requestTimeout: deadlines.requestMs,
    http: httpServerOptions(deadlines),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBadAddress,
  });
  app.server.maxConnections = affordableConnections();
  // Only the route of uploads reads bodies.
  app.removeAllContentTypeParsers();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(app, options));
  try {
    const live = new LiveJobs(storage.log);
    await addRoutes(app, options, live);
    storage.queue.start(jobHandler(options, { log: storage.log, live, logger: app.log }));
    const url = await app.listen({ host: options.host ?? LOOPBACK, port: options.port ?? 0 });
    return { url, port: (app.server.address() as AddressInfo).port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What runs the jobs: the engines, behind a bot where there is one. */
function jobHandler(
  { engines, bot, storage }: GatewayOptions,
  parts: Pick<BotHandlerOptions, 'log' | 'live' | 'logger'>,
): JobHandler {
  const runner = new JobRunner({ ...parts, engines, media: storage.media, isBehindBot: bot !== undefined });
  return bot === undefined ? runner : new BotHandler({ ...parts, bot, engines: runner, queue: storage.queue });
}

/** An error of @fastify/static may bring headers: how large a medium is whose range was not there. */
type RequestError = FastifyError & { readonly headers?: Readonly<Record<string, string>> };

async function addRoutes(app: FastifyInstance, options: GatewayOptions, live: LiveJobs): Promise<void> {
  const { engines, storage, heartbeatMs = HEARTBEAT_MS, allowedOrigins = [] } = options;
  const { media, revocations } = storage;
  addSecurityHeaders(app);
  addHostCheck(app, { listensOn: options.host ?? LOOPBACK, allowed: options.allowedHosts ?? [] });
  await addSocketRoute(app, {
    context: {
      log: storage.log,
      queue: storage.queue,
      live,
      media,
      engines,
      features: options.bot === undefined ? [] : ['talk'],
      limits: options.limits ?? DEFAULT_LIMITS,
      rates: new RateLimiter(options.rateLimits ?? RATE_LIMITS),
      heartbeatMs,
      reconnectJitterMs: options.reconnectJitterMs ?? RECONNECT_JITTER_MS,
      logger: app.log,
    },
    allowedOrigins,
    socketLimits: { ...SOCKET_LIMITS, ...options.socketLimits },
    revocations,
    pingIntervalMs: heartbeatMs,
  });
  await addUploadRoute(app, {
    media,
    revocations,
    allowedOrigins,
    rates: new RateLimiter(options.uploadLimits ?? UPLOAD_LIMITS),
    bytes: new InFlight(options.uploadBytes ?? UPLOAD_BYTES),
  });
  app.get('/api/health', () => ({
    status: 'ok',
    engine: { name: engines.default.profile.name, isModel: engines.default.profile.isModel },
    uptimeMs: Math.round(process.uptime() * 1_000),
  }));
  app.setErrorHandler<RequestError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    reply.headers(error.headers ?? {});
    // The message of an internal error may contain a path of this machine.
    const message = status >= 500 ? 'Internal error.' : error.message;
    return reply.code(status).type('text/plain').send(`${message}\n`);
  });
  await addFileRoutes(app, { media: media.folder, app: resolve(options.appFolder) });
}

/** Sockets first, so that no client starts another job; then the jobs; then what runs them. */
async function closeAll(app: FastifyInstance, { storage, engines }: GatewayOptions): Promise<void> {
  await app.close();
  await storage.close();
  await engines.close();
}
