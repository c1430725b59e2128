import websocketPlugin, { type WebSocket, type WebsocketPluginOptions } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CloseCode, ENDPOINT_PATH } from '../../protocol/index.ts';
import { addressKey } from '../limits/address-key.ts';
import { readConnectParams } from './connect-params.ts';
import { limitControlFrames } from './control-frames.ts';
import { Heartbeat } from './heartbeat.ts';
import { isAllowedOrigin } from '../http/origin.ts';
import { type Refusal, refuse } from '../http/refuse.ts';
import type { Revocations } from '../ports/index.ts';
import { Session, type SessionContext } from './session.ts';
import { OpenSockets, type SocketLimits } from '../limits/open-sockets.ts';

/** How long a socket may take to answer a close when the server stops, in milliseconds; `ws` gives it 30 s else. */
const STOP_TIMEOUT_MS = 1_000;
/** How long a client may leave a close unanswered, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2_000;
const NOT_FOUND: Refusal = { status: 404, reason: 'Not found.' };
const FOREIGN_ORIGIN: Refusal = { status: 403, reason: 'This origin is not allowed.' };
const FULL: Refusal = { status: 503, reason: 'Too many connections.', retryAfter: 10 };
const REVOKED = 'the code is no longer valid';

export interface SocketRouteOptions {
  readonly context: SessionContext;
  readonly allowedOrigins: readonly string[];
  readonly socketLimits: SocketLimits;
  readonly revocations: Revocations;
  /** How often a socket is pinged, in milliseconds. */
  readonly pingIntervalMs: number;
}

type Query = Readonly<Record<string, unknown>>;

/** Accepts sockets at the endpoint, and closes them with 1012 when the server closes. */
export async function addSocketRoute(app: FastifyInstance, options: SocketRouteOptions): Promise<void> {
  const { context, allowedOrigins, pingIntervalMs, revocations } = options;
  const heartbeat = new Heartbeat(pingIntervalMs);
  const sockets = new OpenSockets<WebSocket>(options.socketLimits);
  const endWatch = revocations.watch((code) => {
    for (const socket of sockets.socketsOf(code)) socket.close(CloseCode.CodeRevoked, REVOKED);
  });
  await app.register(websocketPlugin, {
    options: socketOptions(context.limits.maxFrameBytes),
    // `ws` itself closes a socket that breaks the protocol, with the code that says how.
    errorHandler: (error, socket, request) => {
      request.log.debug({ err: error }, 'a socket failed');
      socket.close(CloseCode.InternalError);
    },
    preClose: async () => {
      heartbeat.stop();
      endWatch();
      await closeAll(app.websocketServer.clients);
    },
  });
  // What no page can do anything about gets its status, and no socket. Whatever else a person could change upgrades
  // and closes, since a browser can read nothing else.
  app.addHook('onRequest', async (request, reply) => {
    if (request.ws && request.routeOptions.url !== ENDPOINT_PATH) await refuse(request, reply, NOT_FOUND);
  });
  app.route({
    method: 'GET',
    url: ENDPOINT_PATH,
    onRequest: async (request, reply) => {
      const isFull = app.websocketServer.clients.size >= options.socketLimits.total;
      if (!isAllowedOrigin(request.headers, allowedOrigins)) await refuse(request, reply, FOREIGN_ORIGIN);
      else if (request.ws && isFull) await refuse(request, reply, FULL);
    },
    handler: (_request, reply) =>
      reply.code(426).header('upgrade', 'websocket').type('text/plain').send('WebSocket only.\n'),
    wsHandler: (socket, request: FastifyRequest) => {
      heartbeat.watch(socket);
      limitControlFrames(socket);
      const query = readConnectParams(request.query as Query);
      if (query === undefined) return socket.close(CloseCode.MalformedRequest, 'code is missing or no UUID');
      if (revocations.isRevoked(query.code)) return socket.close(CloseCode.CodeRevoked, REVOKED);
      const client = { ...query, address: addressKey(request.ip), peer: peerOf(socket) };
      if (!sockets.add(socket, client)) return socket.close(CloseCode.TooManyRequests, 'too many sockets');
      socket.on('close', () => sockets.remove(socket, client));
      connect(socket, new Session(context, client));
    },
  });
}

/** `ws` knows how long a close may take; its types do not yet. */
function socketOptions(maxPayload: number): WebsocketPluginOptions['options'] & { readonly closeTimeout: number } {
  return { maxPayload, perMessageDeflate: false, closeTimeout: CLOSE_TIMEOUT_MS };
}

function peerOf(socket: WebSocket) {
  return {
    send: (text: string) => socket.send(text),
    close: (code: number, reason: string) => socket.close(code, reason),
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
  };
}

/** Must be called in the turn in which the socket was opened: frames that come before a handler are lost. */
function connect(socket: WebSocket, session: Session): void {
  socket.on('message', (data: Buffer, isBinary) => {
    // While `ws` waits for the answer to a close, the client may still send.
    if (socket.readyState !== socket.OPEN) session.end();
    else if (isBinary) session.receiveBinary();
    else session.receive(data.toString());
  });
  socket.on('close', () => session.end());
}

async function closeAll(sockets: Iterable<WebSocket>): Promise<void> {
  const closing = [...sockets].map(async (socket) => {
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // Whoever stops is started anew as a rule, here or elsewhere: its clients are to come back.
    socket.close(CloseCode.ServiceRestart, 'the server is stopping');
    const timer = setTimeout(() => socket.terminate(), STOP_TIMEOUT_MS);
    await closed;
    clearTimeout(timer);
  });
  await Promise.all(closing);
}
