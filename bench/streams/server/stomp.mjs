import { Buffer } from 'node:buffer';
import { WebSocketServer } from 'ws';
import { TYPES } from '../payloads.mjs';

/**
 * As much of a STOMP 1.2 broker as a subscriber needs: one destination for each type.
 * @type {import('./pump.mjs').Protocol}
 */
export function serveStomp(server) {
  return new Promise((resolve) => {
    const protocol = 'v12.stomp';
    new WebSocketServer({ server, handleProtocols: () => protocol }).once('connection', (socket) => {
      const subscriptions = new Map();
      socket.on('message', (data) => {
        const { command, headers } = readFrame(String(data));
        if (command === 'CONNECT') socket.send(frame('CONNECTED', { version: '1.2', 'heart-beat': '0,0' }, ''));
        if (command !== 'SUBSCRIBE') return;
        subscriptions.set(headers.destination, headers.id);
        if (subscriptions.size === TYPES.length)
          resolve({ send: ([message]) => publish(socket, subscriptions, message) });
      });
    });
  });
}

function publish(socket, subscriptions, message) {
  const destination = `/topic/${message.type}`;
  const headers = {
    subscription: subscriptions.get(destination),
    'message-id': message.id,
    destination,
    'content-type': 'application/json',
  };
  socket.send(frame('MESSAGE', headers, JSON.stringify(message)));
}

function frame(command, headers, body) {
  const all = { ...headers, 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(all).map(([name, value]) => `${name}:${value}`);
  return `${[command, ...lines].join('\n')}\n\n${body}\0`;
}

function readFrame(text) {
  const [head] = text.split('\n\n', 1);
  const [command, ...lines] = head.trim().split('\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(/:(.*)/s, 2)));
  return { command, headers };
}
