import { serveGateway } from './gateway.mjs';
import { servePlain } from './plain.mjs';

/**
 * Loaded when asked for: a peer's server stands in the packages of the benchmark, which not every run needs.
 * @type {Readonly<Record<string, import('./pump.mjs').Protocol>>}
 */
export const PROTOCOLS = {
  plain: servePlain,
  gateway: serveGateway,
  'socket.io': async (server) => (await import('./socket-io.mjs')).serveSocketIo(server),
  graphql: async (server) => (await import('./graphql.mjs')).serveGraphql(server),
  stomp: async (server) => (await import('./stomp.mjs')).serveStomp(server),
};
