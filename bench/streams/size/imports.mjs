/**
 * What an application may import of the layer, and so pay for: `maxBrotli` is what it may cost at most, in bytes, and
 * `askedBrotli` what was asked.
 * @type {readonly { name: string, source: string, maxBrotli: number, askedBrotli?: number }[]}
 */
export const IMPORTS = [
  {
    name: 'everything',
    source: `export * from './services/index.js';`,
    maxBrotli: 30_500,
    askedBrotli: 17_000,
  },
  {
    name: 'the preset of the chat',
    source: `export { provideWebSocket, WebSocketService } from './services/index.js';`,
    maxBrotli: 28_800,
  },
  {
    name: 'status and streams alone',
    source: `export { provideLeanWebSocket, WebSocketService } from './services/index.js';`,
    maxBrotli: 16_030,
    askedBrotli: 12_000,
  },
  {
    name: 'status and streams that reconnect',
    source: `export { provideLeanWebSocket, WebSocketService, withReconnect } from './services/index.js';`,
    maxBrotli: 16_810,
  },
  {
    name: '`WebSocketStatus` alone',
    source: `export { WebSocketStatus } from './services/index.js';`,
    maxBrotli: 105,
    askedBrotli: 300,
  },
  {
    // For comparison: no layer that stands on these can be smaller.
    name: "rxjs's `webSocket`, `retry`, `timer` and subjects, without a layer",
    source: `export { webSocket } from 'rxjs/webSocket'; export { BehaviorSubject, retry, Subject, timer } from 'rxjs';`,
    maxBrotli: 5_600,
  },
];
