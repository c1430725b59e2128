import { Buffer } from 'node:buffer';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/**
 * A socket of a user, to a server of either kind.
 * @typedef {object} Connection
 * @property {(prompt: { id: string, content: string }) => void} send
 * @property {() => void} close
 */

/** @type {Record<string, (url: string, code: string, listener: (message: object) => void) => Promise<Connection>>} */
export const CONNECT = {
  gateway: (url, code, listener) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url}?code=${code}`, { headers: { 'x-forwarded-for': addressOf(code) } });
      const connection = {
        send: ({ id, content }) => socket.send(JSON.stringify({ type: 'text', id, content })),
        close: () => socket.close(),
      };
      socket.on('error', reject);
      socket.on('message', (data) => {
        for (const message of [JSON.parse(data)].flat()) {
          if (message.event === 'welcome') resolve(connection);
          listener(message);
        }
      });
    }),
  'socket-io': (url, code, listener) =>
    new Promise((resolve, reject) => {
      const socket = io(url, { transports: ['websocket'], forceNew: true, auth: { code } });
      socket.on('connect_error', reject);
      socket.on('message', listener);
      socket.on('connect', () =>
        resolve({ send: (prompt) => socket.emit('prompt', prompt), close: () => socket.close() }),
      );
    }),
};

/** An address for a code, the same each time. */
function addressOf(code) {
  const [one, other, last] = Buffer.from(code.replaceAll('-', ''), 'hex');
  return ['10', one, other, last].join('.');
}
