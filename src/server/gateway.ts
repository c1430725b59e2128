import { resolve } from 'node:path';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { DEFAULT_LIMITS, type Limits } from '../protocol/index.ts';
import { MemoryEventLog } from './embedded/memory-event-log.ts';
import { ProcessJobQueue } from './embedded/process-job-queue.ts';
import { addFileRoutes } from './file-routes.ts';
import { JobRunner } from './job-runner.ts';
import { type LogDestination, loggerOptions, type LogLevel } from './logging.ts';
import type { EventLog, JobQueue, MediaStore, VideoEngine } from './ports/index.ts';
import { addSocketRoute } from './socket-route.ts';
import type { RateLimit } from './token-bucket.ts';

/** How a gateway is put together. What it is given it owns: closing the gateway closes it. */
export interface GatewayOptions {
  readonly engine: VideoEngine;
  readonly media: MediaStore;
  /** Default: one in memory. */
  readonly log?: EventLog;
  /** Default: one in this process. */
  readonly queue?: JobQueue;
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
  /** What one socket may send. Default 20 messages a second, 60 at once. */
  readonly rateLimit?: RateLimit;
  /** Default 16. */
  readonly maxSocketsPerCode?: number;
  /** How often sockets are pinged, in milliseconds. Default 30,000. */
  readonly pingIntervalMs?: number;
  /** Default `warn`. */
  readonly logLevel?: LogLevel;
  /** Default: standard error. */
  readonly logDestination?: LogDestination;
}

/** A gateway that listens. */
export interface Gateway {
  /** Its origin, `http://127.0.0.1:9943`. */
  readonly url: string;
  readonly port: number;
  /** Closes every socket with 1001, aborts what runs, releases everything. A second call waits for the first. */
  close(): Promise<void>;
}

const HEARTBEAT_MS = 30_000;

/**
 * Starts a gateway: the socket, the media and the app on one origin.
 * Rejects with the system's error where it can't listen, having closed what it was given.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { engine, media, log = new MemoryEventLog(), queue = new ProcessJobQueue() } = options;
  const app = fastify({
    logger: loggerOptions(options.logLevel ?? 'warn', options.logDestination ?? process.stderr),
    // A download under way must not hold up the end.
    forceCloseConnections: true,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(app, queue, [engine, media, log]));
  try {
    queue.start(new JobRunner({ engine, log, media, logger: app.log }));
    await addRoutes(app, options, { log, queue });
    const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
    return { url, port: Number(new URL(url).port), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An error of @fastify/static may bring headers: how large a medium is whose range was not there. */
type RequestError = FastifyError & { readonly headers?: Readonly<Record<string, string>> };
type Conversation = Required<Pick<GatewayOptions, 'log' | 'queue'>>;

async function addRoutes(app: FastifyInstance, options: GatewayOptions, parts: Conversation): Promise<void> {
  const { engine, media } = options;
  await addSocketRoute(app, {
    context: {
      ...parts,
      engine: engine.info,
      limits: options.limits ?? DEFAULT_LIMITS,
      rateLimit: options.rateLimit ?? { perSecond: 20, burst: 60 },
      heartbeatMs: HEARTBEAT_MS,
      logger: app.log,
      now: () => performance.now(),
    },
    allowedOrigins: options.allowedOrigins ?? [],
    maxSocketsPerCode: options.maxSocketsPerCode ?? 16,
    pingIntervalMs: options.pingIntervalMs ?? HEARTBEAT_MS,
  });
  app.get('/api/health', () => ({
    status: 'ok',
    engine: engine.info,
    uptimeMs: Math.round(process.uptime() * 1_000),
  }));
  app.setErrorHandler<RequestError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    reply.headers(error.headers ?? {});
    // The message of a fault of ours may hold a path of this machine.
    const message = status >= 500 ? 'Internal error.' : error.message;
    return reply.code(status).type('text/plain').send(`${message}\n`);
  });
  await addFileRoutes(app, { media: media.folder, app: resolve(options.appFolder) });
}

/** Sockets first, so that no client starts anything more; then the work; then what the work stands on. */
async function closeAll(
  app: FastifyInstance,
  queue: JobQueue,
  others: readonly { close(): Promise<void> }[],
): Promise<void> {
  await app.close();
  await queue.close();
  await Promise.all(others.map((other) => other.close()));
}
