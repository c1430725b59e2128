import type { Texts } from '../texts.ts';

export const connection: Texts['connection'] = {
  connected: 'Connected',
  connecting: 'Connecting',
  reconnecting: 'Reconnecting',
  disconnected: 'Disconnected',
  error: 'Connection error',
  retryIn: 'Retrying in {{seconds}} s',
  retryOf: 'attempt {{attempt}} of {{max}}',
  retryCount: ' ({{attempt}} of {{max}})',
  retryNow: 'Retry now',
  reconnect: 'Reconnect',
  takeNewCode: 'Get a new code',
  stopped: 'Disconnected.',
  exhausted: 'Still no connection after {{max}} attempts. Check your network and the server, then reconnect.',
  tooMany: 'The server has too many connections or messages of this user code. Close some tabs, then reconnect.',
  codeRevoked: 'Your user code is no longer valid. Get a new one: unsent messages are kept and go out afterwards.',
  malformed: 'The server rejected the connection request. Refresh your user code or check the server address.',
  refused: 'The server doesn’t let this client in. Ask whoever runs it for access.',
  invalidUrl: 'The server address is invalid. Check baseUrl in config.json.',
  noWebsocket: 'This browser doesn’t support WebSocket. Please use another one.',
  notEncrypted: 'This connection isn’t encrypted. Don’t send anything sensitive.',
};
