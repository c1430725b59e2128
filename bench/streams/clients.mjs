/**
 * One row of the table: a client, and how it is served.
 * @typedef {object} Case
 * @property {string} name
 * @property {string} page the folder of its page in dist/bench
 * @property {string} protocol what the load server speaks
 * @property {number} perFrame messages in a frame
 * @property {'durable' | 'transient'} kind with `seq` or without
 */

/** @type {Omit<Case, 'page' | 'protocol'>} */
const ONE = { perFrame: 1, kind: 'durable' };
const BATCH = { perFrame: 32, kind: 'durable' };

/** The first is what the others are relative to. @type {readonly Case[]} */
export const CASES = [
  { ...ONE, name: 'bare WebSocket', page: 'bare', protocol: 'plain' },
  { ...ONE, name: 'rxjs/webSocket', page: 'rxjs', protocol: 'plain' },
  { ...ONE, name: 'socket.io', page: 'socket-io', protocol: 'socket.io' },
  { ...ONE, name: 'graphql-ws', page: 'graphql-ws', protocol: 'graphql' },
  { ...ONE, name: 'rx-stomp', page: 'rx-stomp', protocol: 'stomp' },
  { ...ONE, name: 'partysocket', page: 'partysocket', protocol: 'plain' },
  { ...ONE, name: 'ours, durable', page: 'ours', protocol: 'gateway' },
  { ...ONE, name: 'ours, transient', page: 'ours', protocol: 'gateway', kind: 'transient' },
  { ...BATCH, name: 'bare WebSocket, 32 a frame', page: 'bare', protocol: 'plain' },
  { ...BATCH, name: 'rxjs/webSocket, 32 a frame', page: 'rxjs', protocol: 'plain' },
  { ...BATCH, name: 'ours, durable, 32 a frame', page: 'ours', protocol: 'gateway' },
  { ...BATCH, name: 'ours, transient, 32 a frame', page: 'ours', protocol: 'gateway', kind: 'transient' },
];

/** The cases of our layer. */
export const OURS = CASES.filter(({ page }) => page === 'ours');
