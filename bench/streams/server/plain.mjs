import { WebSocketServer } from 'ws';

/**
 * Messages as bare JSON, several in an array, with no word about the connection: what a basic server of our protocol
 * sends as well.
 * @type {import('./pump.mjs').Protocol}
 */
export function servePlain(server) {
  return new Promise((resolve) => {
    new WebSocketServer({ server }).once('connection', (socket) => {
      resolve({ send: (messages) => socket.send(JSON.stringify(messages.length === 1 ? messages[0] : messages)) });
    });
  });
}
