import { WebSocketServer } from 'ws';
import { welcomeMessage } from '../../../src/protocol/testing/welcome.ts';

const WELCOME = welcomeMessage({ features: ['replay', 'cancel', 'batch', 'preview', 'uploads'] });

/**
 * A full server of our protocol: it greets and answers pings, so that the layer does all that it does in the chat.
 * @type {import('./pump.mjs').Protocol}
 */
export function serveGateway(server) {
  return new Promise((resolve, reject) => {
    const sockets = new WebSocketServer({ server });
    sockets.once('connection', (socket) => {
      // A client that comes back has lost what it was sent: its figures would be of something else.
      sockets.on('connection', () => reject(new Error('the client has connected twice')));
      socket.send(JSON.stringify(WELCOME));
      socket.on('message', (data) => answer(socket, JSON.parse(String(data))));
      resolve({ send: (messages) => socket.send(JSON.stringify(messages.length === 1 ? messages[0] : messages)) });
    });
  });
}

function answer(socket, { type, id }) {
  if (type !== 'ping') return;
  socket.send(JSON.stringify({ type: 'system', event: 'pong', id, ts: Date.now(), replyTo: id }));
}
