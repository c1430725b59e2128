import { WebSocketServer } from 'ws';

const WELCOME = {
  type: 'system',
  event: 'welcome',
  id: '6f010000-0000-4000-8000-000000000000',
  ts: 1_790_000_000_000,
  epoch: 'f3a1c9d2-0b7e-4f55-9c1a-2e8d7b6a5c40',
  lastSeq: 0,
  recovered: true,
  heartbeatMs: 25_000,
  features: ['replay', 'cancel', 'batch', 'preview', 'uploads'],
  limits: { maxContentLength: 4_000, maxFrameBytes: 65_536 },
  engine: { name: 'storyboard', isModel: false },
};

/**
 * A full server of our protocol: it greets and answers pings, so that the layer does all that it does in the chat.
 * @type {import('./main.mjs').Protocol}
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
