import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { asksForWebSocket, writeAnswer } from '../http/refuse.ts';

type UpgradeListener = (request: IncomingMessage, connection: Socket, head: Buffer) => void;

/**
 * Has a request that offers any other protocol than WebSocket be answered as if it did not, as `curl --http2` with its h2c.
 * Node from 22.21 asks `shouldUpgradeCallback` before it lets go of a request; an older one lets go of all of them. To be
 * called once WebSocket is added.
 */
export function answerOtherOffers(app: FastifyInstance): void {
  const { server } = app;
  const listeners = server.listeners('upgrade') as UpgradeListener[];
  const listen: UpgradeListener = (request, connection, head) => {
    if (!asksForWebSocket(request)) return answerAlone(app, request, connection);
    for (const listener of listeners) listener.call(server, request, connection, head);
  };
  server.removeAllListeners('upgrade').on('upgrade', listen);
  // What WebSocket takes away when it ends must be gone.
  app.addHook('preClose', async () => void server.off('upgrade', listen));
}

/** Answers a request that Node has let go of. It can't read a body any more, nor what comes after the request. */
function answerAlone(app: FastifyInstance, request: IncomingMessage, connection: Socket): void {
  connection.on('error', () => connection.destroy());
  if (request.method !== 'GET') return writeAnswer(connection, 400);
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(connection);
  response.once('finish', () => connection.end());
  app.routing(request, response);
}
