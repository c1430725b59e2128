import { Server } from 'socket.io';

/**
 * socket.io's own server; the type of a message is the name of its event.
 * @type {import('./pump.mjs').Protocol}
 */
export function serveSocketIo(server) {
  return new Promise((resolve) => {
    new Server(server, { transports: ['websocket'], serveClient: false }).once('connection', (socket) => {
      resolve({
        send: ([message]) => socket.emit(message.type, message),
        // It writes no further while a write is under way, and gathers what comes meanwhile.
        backlog: () => socket.conn.writeBuffer.length,
      });
    });
  });
}
