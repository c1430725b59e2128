import websocketPlugin, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CloseCode, ENDPOINT_PATH } from '../protocol/index.ts';
import { readClientQuery } from './client-query.ts';
import { Heartbeat } from './heartbeat.ts';
import { isAllowedOrigin } from './origin.ts';
import { Session, type SessionContext } from './session.ts';

/** How long a socket may take to answer a close before it is cut, in milliseconds. */
const CLOSE_TIMEOUT_MS = 1_000;

export interface SocketRouteOptions {
  readonly context: SessionContext;
  readonly allowedOrigins: readonly string[];
  readonly maxSocketsPerCode: number;
  /** How often a socket is pinged, in milliseconds. */
  readonly pingIntervalMs: number;
}

type Query = Readonly<Record<string, unknown>>;

/** Takes sockets at the endpoint, and closes them with 1001 when the server closes. */
export async function addSocketRoute(app: FastifyInstance, options: SocketRouteOptions): Promise<void> {
  const { context, allowedOrigins, pingIntervalMs } = options;
  const heartbeat = new Heartbeat(pingIntervalMs);
  await app.register(websocketPlugin, {
    options: { maxPayload: context.limits.maxFrameBytes, perMessageDeflate: false },
    // `ws` itself closes a socket that breaks the protocol, with the code that says how.
    errorHandler: (error, socket, request) => {
      request.log.debug({ err: error }, 'a socket failed');
      socket.close(CloseCode.InternalError);
    },
    preClose: async () => {
      heartbeat.stop();
      await closeAll(app.websocketServer.clients);
    },
  });
  const socketsByCode = new Map<string, number>();
  app.route({
    method: 'GET',
    url: ENDPOINT_PATH,
    onRequest: async (request, reply) => {
      if (isAllowedOrigin(request.headers, allowedOrigins)) return;
      await reply.code(403).type('text/plain').send('This origin is not allowed.\n');
    },
    handler: (_request, reply) =>
      reply.code(426).header('upgrade', 'websocket').type('text/plain').send('WebSocket only.\n'),
    wsHandler: (socket, request: FastifyRequest) => {
      heartbeat.watch(socket);
      const query = readClientQuery(request.query as Query);
      if (query === undefined) return socket.close(CloseCode.MalformedRequest, 'code is missing or no UUID');
      const count = (socketsByCode.get(query.code) ?? 0) + 1;
      if (count > options.maxSocketsPerCode) return socket.close(CloseCode.TooManyRequests, 'too many sockets');
      socketsByCode.set(query.code, count);
      socket.on('close', () => {
        const left = (socketsByCode.get(query.code) ?? 1) - 1;
        if (left === 0) socketsByCode.delete(query.code);
        else socketsByCode.set(query.code, left);
      });
      converse(socket, new Session(context, { ...query, peer: peerOf(socket) }));
    },
  });
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
function converse(socket: WebSocket, session: Session): void {
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) session.receiveBinary();
    else session.receive(data.toString());
  });
  socket.on('close', () => session.end());
}

async function closeAll(sockets: Iterable<WebSocket>): Promise<void> {
  const closing = [...sockets].map(async (socket) => {
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close(CloseCode.GoingAway, 'the server is stopping');
    const timer = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS);
    await closed;
    clearTimeout(timer);
  });
  await Promise.all(closing);
}
