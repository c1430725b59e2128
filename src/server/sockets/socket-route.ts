import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import websocketPlugin, { type WebSocket, type WebsocketPluginOptions } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CloseCode, ENDPOINT_PATH, PASS_NEEDED } from '../../protocol/index.ts';
import type { Admission } from '../access/admission.ts';
import type { MediaGuard } from '../access/media-guard.ts';
import { addressKey } from '../limits/address-key.ts';
import { codeKey } from '../limits/code-key.ts';
import type { InFlightLimits } from '../limits/in-flight.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { readConnectParams } from './connect-params.ts';
import { ClosingSockets } from './closing-sockets.ts';
import { limitControlFrames } from './control-frames.ts';
import { Heartbeat } from './heartbeat.ts';
import { isAllowedOrigin } from '../http/origin.ts';
import { type Refusal, refuse, writeAnswer } from '../http/refuse.ts';
import type { Restrictions, Revocations } from '../ports/index.ts';
import { Session } from './session.ts';
import type { SessionContext } from './session-context.ts';
import { SocketPeer } from './socket-peer.ts';
import type { OpenSockets, SocketOwner } from '../limits/open-sockets.ts';
import { answerOtherOffers } from './other-offers.ts';
import { PassWatch } from './pass-watch.ts';
import { UnreadBytes } from './unread-bytes.ts';

/** How long a socket may take to answer a close when the server stops, in milliseconds; `ws` gives it 30 s else. */
const STOP_TIMEOUT_MS = 1_000;
/** How long a client may leave a close unanswered, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2_000;
/** In how many parts a message may come: `ws` takes 16,384, and empty ones cost a client next to nothing. */
const MAX_FRAGMENTS = 64;
const NOT_FOUND: Refusal = { status: 404, reason: 'Not found.' };
const FOREIGN_ORIGIN: Refusal = { status: 403, reason: 'This origin is not allowed.' };
const FULL: Refusal = { status: 503, reason: 'Too many connections.', retryAfter: 10 };
const BLOCKED = [CloseCode.AccessDenied, 'this address is blocked'] as const;
const NO_PASS = [CloseCode.AccessDenied, PASS_NEEDED] as const;
const NO_CODE = [CloseCode.MalformedRequest, 'code is missing or no UUID'] as const;
const TOO_OFTEN = [CloseCode.TooManyRequests, 'connects too often'] as const;
const TOO_MANY = [CloseCode.TooManyRequests, 'too many sockets'] as const;
const REVOKED = [CloseCode.CodeRevoked, 'the code is no longer valid'] as const;

export interface SocketRouteOptions {
  readonly context: SessionContext;
  readonly allowedOrigins: readonly string[];
  /** Has the JSON of messages say where media are; absent where it does. */
  readonly addressMedia?: ((json: string) => string) | undefined;
  /** Who is let in. */
  readonly admission: Admission;
  /** What a client may name. */
  readonly guard: Pick<MediaGuard, 'ownMedia'>;
  /** Holds the sockets that are open. */
  readonly sockets: OpenSockets<WebSocket>;
  /** How many sockets of everybody there may be. */
  readonly maxSockets: number;
  /** How many of an address may be on their way out that were never let in. */
  readonly maxClosing: number;
  /** How many bytes may wait for clients to read them. */
  readonly unread: InFlightLimits;
  /** How often a code and an address may connect. */
  readonly connects: RateLimiter;
  readonly revocations: Revocations;
  readonly restrictions: Restrictions;
  /** How often a socket is pinged, in milliseconds. */
  readonly pingIntervalMs: number;
  /** Over how long a close ends the sockets that are open, in milliseconds. */
  readonly drainMs: number;
}

type Query = Readonly<Record<string, unknown>>;

/** Accepts sockets at the endpoint, and closes them with 1012 when the server closes. */
export async function addSocketRoute(app: FastifyInstance, options: SocketRouteOptions): Promise<void> {
  const { context, pingIntervalMs, admission, sockets } = options;
  const unread = new UnreadBytes(options.unread);
  const peers = { meter: context.meter, addressMedia: options.addressMedia, unread };
  const heartbeat = new Heartbeat(pingIntervalMs);
  const passes = new PassWatch<WebSocket>((socket) => socket.close(...NO_PASS));
  const closing = new ClosingSockets(options.maxClosing);
  const endWatch = closeRefused(options);
  const onError = reportTo(app);
  await app.register(websocketPlugin, {
    options: socketOptions(context.limits.maxFrameBytes),
    // `ws` itself closes a socket that breaks the protocol, with the code that says how.
    errorHandler: (error, socket) => onError.call(socket, error),
    preClose: async () => {
      heartbeat.stop();
      passes.stop();
      endWatch();
      await closeAll([...app.websocketServer.clients], options.drainMs);
    },
  });
  refuseOtherUpgrades(app);
  app.route({
    method: 'GET',
    url: ENDPOINT_PATH,
    onRequest: async (request, reply) => {
      if (request.ws) responses.set(request.raw, reply.raw);
      const refusal = statusRefusalOf(request, app.websocketServer.clients.size, options);
      if (refusal !== undefined) await refuseConnect(request, reply, { refusal, meter: context.meter });
    },
    handler: (_request, reply) =>
      reply.code(426).header('upgrade', 'websocket').type('text/plain').send('WebSocket only.\n'),
    wsHandler: (socket, request: FastifyRequest) => {
      letGoOfUpgrade(request, socket).on('error', onError);
      heartbeat.watch(socket);
      const address = addressKey(request.ip);
      const peer = new SocketPeer(socket, address, peers);
      limitControlFrames(socket, peer);
      const query = readConnectParams(request.query as Query);
      const passEndsAt = admission.endFor(request);
      if (passEndsAt === undefined || query === undefined) {
        const [status, reason] = passEndsAt === undefined ? NO_PASS : NO_CODE;
        return closing.begin(socket, address, () => peer.close(status, reason));
      }
      const code = codeKey(query.code);
      const isOwn = options.guard.ownMedia(request.headers, code);
      const client = { ...query, code, requestId: request.id, address, peer, ...(isOwn && { isOwn }) };
      const refusal = refusalOf(client, options) ?? (sockets.add(socket, client) ? undefined : TOO_MANY);
      if (refusal !== undefined) return closing.begin(socket, address, () => peer.close(...refusal));
      if (passEndsAt !== Infinity) passes.watch(socket, passEndsAt);
      connect(socket, new Session(context, client), () => {
        sockets.remove(socket, client);
        peer.forget();
      });
    },
  });
}

/** Has upgrades to anything but a WebSocket at the endpoint answered over HTTP. To be called once WebSocket is added. */
function refuseOtherUpgrades(app: FastifyInstance): void {
  answerOtherOffers(app);
  // By itself it would answer without our headers.
  app.websocketServer.on('wsClientError', (_error, socket: Socket) =>
    writeAnswer(socket, 400, undefined, { 'sec-websocket-version': '13' }),
  );
  // What no page can do anything about gets its status, and no socket. Whatever else a person could change upgrades
  // and closes, since a browser can read nothing else.
  app.addHook('onRequest', async (request, reply) => {
    if (request.ws && request.routeOptions.url !== ENDPOINT_PATH) await refuse(request, reply, NOT_FOUND);
  });
}

/** Closes what is open of codes that are revoked, and of addresses that are blocked; returns what ends that. */
function closeRefused({ revocations, restrictions, sockets }: SocketRouteOptions): () => void {
  const ends = [
    revocations.watch((code) => {
      for (const socket of sockets.socketsOf(code)) socket.close(...REVOKED);
    }),
    restrictions.watchBlocks((address) => {
      for (const socket of sockets.socketsOfAddress(address)) socket.close(...BLOCKED);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** With what a socket of a code and an address closes that may not connect now; undefined where it may. */
function refusalOf(
  { code, address }: SocketOwner,
  { revocations, restrictions, connects }: Pick<SocketRouteOptions, 'revocations' | 'restrictions' | 'connects'>,
): readonly [code: number, reason: string] | undefined {
  if (restrictions.isBlocked(address)) return BLOCKED;
  if (revocations.isRevoked(code)) return REVOKED;
  return connects.spend(code, address) > 0 ? TOO_OFTEN : undefined;
}

/** With what status a request at the endpoint is refused, before any upgrade; undefined where it is not. */
function statusRefusalOf(
  { ws, headers }: FastifyRequest,
  openSockets: number,
  { allowedOrigins, maxSockets }: Pick<SocketRouteOptions, 'allowedOrigins' | 'maxSockets'>,
): Refusal | undefined {
  if (!isAllowedOrigin(headers, allowedOrigins)) return FOREIGN_ORIGIN;
  return ws && openSockets >= maxSockets ? FULL : undefined;
}

/** Refuses a connect. One that is no upgrade is counted with every other answer. */
async function refuseConnect(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, meter }: { readonly refusal: Refusal; readonly meter: SessionContext['meter'] },
): Promise<void> {
  if (request.ws) meter?.refused(`http_${refusal.status}`);
  await refuse(request, reply, refusal);
}

/** One handler for all sockets, with nothing of a request: that would stay in memory as long as its socket. */
function reportTo({ log }: FastifyInstance) {
  return function (this: WebSocket, error: Error): void {
    log.debug({ err: error }, 'a socket failed');
    this.close(CloseCode.InternalError);
  };
}

/** The responses of requests that are about to be upgraded. */
const responses = new WeakMap<IncomingMessage, ServerResponse>();

/** The request and the response of an upgrade are over, but its socket would hold both of them for as long as it lives. */
function letGoOfUpgrade({ raw }: FastifyRequest, socket: WebSocket): WebSocket {
  responses.get(raw)?.detachSocket(raw.socket);
  // The plugin's own handler holds them, too.
  return socket.removeAllListeners('error');
}

/** `ws` knows how long a close may take, and in how many parts a message may come; its types do not yet. */
function socketOptions(maxPayload: number): WebsocketPluginOptions['options'] & { readonly closeTimeout: number } {
  return { maxPayload, maxFragments: MAX_FRAGMENTS, perMessageDeflate: false, closeTimeout: CLOSE_TIMEOUT_MS };
}

/** Must be called in the turn in which the socket was opened: frames that come before a handler are lost. */
function connect(socket: WebSocket, session: Session, onClose: () => void): void {
  socket.on('message', (data: Buffer, isBinary) => {
    // While `ws` waits for the answer to a close, the client may still send.
    if (socket.readyState !== socket.OPEN) session.end();
    else if (isBinary) session.receiveBinary();
    else session.receive(data.toString());
  });
  socket.on('close', () => {
    session.end();
    onClose();
  });
}

async function closeAll(sockets: readonly WebSocket[], drainMs: number): Promise<void> {
  const closing = sockets.map(async (socket, index) => {
    if (drainMs > 0) await delay((index * drainMs) / sockets.length);
    if (socket.readyState === socket.CLOSED) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // Whoever stops is started anew as a rule, here or elsewhere: its clients are to come back.
    socket.close(CloseCode.ServiceRestart, 'the server is stopping');
    const timer = setTimeout(() => socket.terminate(), STOP_TIMEOUT_MS);
    await closed;
    clearTimeout(timer);
  });
  await Promise.all(closing);
}
