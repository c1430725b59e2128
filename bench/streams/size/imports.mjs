/**
 * What an application may import of the layer, and so pay for.
 * @type {readonly { name: string, source: string }[]}
 */
export const IMPORTS = [
  { name: 'everything', source: `export * from './services/index.js';` },
  {
    name: 'the preset of the chat',
    source: `export { provideWebSocket, WebSocketService } from './services/index.js';`,
  },
  {
    name: 'status and streams alone',
    source: `export { provideLeanWebSocket, WebSocketService } from './services/index.js';`,
  },
  {
    name: 'status and streams that reconnect',
    source: `export { provideLeanWebSocket, WebSocketService, withReconnect } from './services/index.js';`,
  },
  { name: '`WebSocketStatus` alone', source: `export { WebSocketStatus } from './services/index.js';` },
];
