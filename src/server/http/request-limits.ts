import type { ServerOptions } from 'node:http';
import type { Server, Socket } from 'node:net';
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { Allowances } from '../limits/allowances.ts';
import { InFlight } from '../limits/in-flight.ts';
import { type AnswerLimits, OpenAnswers } from '../limits/open-answers.ts';
import type { RateLimit } from '../limits/token-bucket.ts';
import { PROBE_PATHS } from './health-routes.ts';
import { asksForWebSocket, isUpgrade, type Refusal, refuse, writeAnswer } from './refuse.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** How long a client may take, in milliseconds. */
export interface RequestDeadlines {
  /** From the first byte of a connection, or of its next request, to the end of the headers. Default 10,000. */
  readonly headersMs: number;
  /** To the end of the body. Default 120,000: enough for the largest upload over a slow line. */
  readonly requestMs: number;
}

export const REQUEST_DEADLINES: RequestDeadlines = { headersMs: 10_000, requestMs: 120_000 };

/** How often connections are looked at for their deadlines, in milliseconds. */
const CHECK_INTERVAL_MS = 1_000;

const BUSY: Refusal = { status: 503, reason: 'Too many requests are under way.', retryAfter: 5 };

const TOO_OFTEN: Refusal = { status: 429, reason: 'Too many requests.' };

/** Files that stay free for the database, media and the system when connections take all they may. */
const RESERVED_FILES = 256;

/** Options of Node's HTTP server: what does not end is ended, and only WebSocket is an upgrade. */
export function httpServerOptions({ headersMs }: RequestDeadlines): ServerOptions {
  return {
    headersTimeout: headersMs,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, headersMs),
    // Node's own refusal of a request without one has no headers of ours: `addHostCheck` refuses it.
    requireHostHeader: false,
    // `curl --http2` offers h2c with a plain GET, which is answered as the GET that it is.
    shouldUpgradeCallback: asksForWebSocket,
  };
}

/** How many connections a process can hold beside its answers and still open files, by its own limit of open files. */
export function affordableConnections(answers: number, openFiles: number | undefined = openFilesLimit()): number {
  return openFiles === undefined ? Infinity : Math.max(1, openFiles - RESERVED_FILES - answers);
}

/** How many answers may be under way, each of which may hold a file: no more than a quarter of what may be open. */
export function affordableAnswers(wanted: number, openFiles: number | undefined = openFilesLimit()): number {
  return openFiles === undefined ? wanted : Math.min(wanted, Math.max(1, Math.floor(openFiles / 4)));
}

/** How many connections an address may have, of so many over all: never so many that nobody else gets one. */
export function affordableOfAddress(wanted: number, overAll: number): number {
  return Math.min(wanted, Math.max(1, Math.floor(overAll / 2)));
}

/** How many connections there may be. */
export interface ConnectionLimits {
  readonly perAddress: number;
  readonly total: number;
  /** Whose connections are everybody's, and not counted for an address: a proxy's. */
  readonly isProxy: (address: string) => boolean;
}

/** Cuts the connections that an address opens beyond those that it may have, before anything is read of them. */
export function limitConnections(server: Server, { perAddress, total, isProxy }: ConnectionLimits): void {
  server.maxConnections = total;
  const open = new InFlight({ perAddress: affordableOfAddress(perAddress, total), total: Infinity });
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || isProxy(remoteAddress)) return;
    const end = open.begin(addressKey(remoteAddress), 1);
    if (end === undefined) socket.destroy();
    else socket.once('close', end);
  });
}

/** Refuses requests with 503 while as many answers are under way as there may be. Upgrades are counted as sockets. */
export function addAnswerLimits(app: FastifyInstance, limits: AnswerLimits): void {
  const answers = new OpenAnswers(limits);
  app.addHook('onClose', () => answers.close());
  app.addHook('onRequest', async (request, reply) => {
    if (isUpgrade(request.raw)) return;
    const isBegun = answers.begin(addressKey(request.ip), request.raw, reply.raw);
    // What had come before its connection was cut is read to the end, and costs nothing more.
    if (request.raw.socket.destroyed) reply.hijack();
    else if (!isBegun) await refuse(request, reply, BUSY);
  });
}

/**
 * Refuses with 429 what an address asks for beyond its rate. Upgrades at the endpoint count by themselves, so that a page does
 * not lose its socket to its pictures: honest ones are held to less later, and most that are malformed to nothing else.
 * Probes cost as little as a refusal, and whoever restarts the process believes them. To be called after
 * {@link addAnswerLimits}, since a refusal waits to be read, too.
 * @param connects how often an address may connect
 */
export function addRequestRate(app: FastifyInstance, limit: RateLimit, connects: RateLimit): void {
  const ofUpgrades = {
    perSecond: Math.max(limit.perSecond, connects.perSecond),
    burst: Math.max(limit.burst, connects.burst),
  };
  const [requests, upgrades] = [new Allowances(limit), new Allowances(ofUpgrades)];
  app.addHook('onRequest', async (request, reply) => {
    const { url = '' } = request.routeOptions;
    if (PROBE_PATHS.includes(url)) return;
    const allowances = isUpgrade(request.raw) && url === ENDPOINT_PATH ? upgrades : requests;
    const waitMs = allowances.spend(addressKey(request.ip));
    if (waitMs > 0) await refuse(request, reply, { ...TOO_OFTEN, retryAfter: Math.ceil(waitMs / 1_000) });
  });
}

/** The soft limit of this process; undefined on systems that have none. */
function openFilesLimit(): number | undefined {
  const report = process.report.getReport() as { readonly userLimits?: { readonly open_files?: { soft?: unknown } } };
  const soft = report.userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : undefined;
}

/**
 * Answers what is no HTTP, or too late, as every other request is answered: with the security headers, and without a
 * word of what was sent.
 */
export function answerBrokenRequest({ code }: ConnectionError, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  writeAnswer(socket, STATUS_OF[code] ?? 400);
}

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers an address that can't be read, such as one with a broken escape, without repeating it. */
export function answerBadAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).headers(SECURITY_HEADERS).type('text/plain').send('Bad request.\n');
}
