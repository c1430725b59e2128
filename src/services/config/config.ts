import { InjectionToken } from '@angular/core';

import { ENDPOINT_PATH } from '../../protocol/index.ts';

/**
 * Where a socket is: an address, or what makes one for each attempt, 0 for the first, for example with a token that
 * expires. It is called where `inject` may be. An attempt whose address can't be made has failed, and is tried again.
 */
export type SocketAddress = string | ((attempt: number) => string | Promise<string>);

/**
 * How long to wait before a retry, in milliseconds: always as long, or by the retry, 1 for the first, so that it may back
 * off. What can't be meant is 3000.
 */
export type RetryDelay = number | ((attempt: number) => number);

/** What the parameters are called that are added to the address; null for one that is not. */
export interface QueryNames {
  /** The user code. Default: `code`. */
  readonly code: string | null;
  /** The `seq` of the newest message that a page has which comes back. Default: `after`. */
  readonly after: string | null;
  /** The log that this `seq` belongs to. Default: `epoch`. */
  readonly epoch: string | null;
}

/** How the service connects. The first three names are the guide's. */
export interface WebSocketConfig {
  /**
   * Where the socket is, without the user code: `ws:` or `wss:`, or `http:` and `https:` for the same host, or
   * relative to the page. Default: `/api/ws/video-generation` on the page's own origin.
   */
  readonly baseUrl: string;
  /**
   * Where the socket is, instead of `baseUrl`. What is given stays as it is; parameters are added to it by `queryNames`.
   * Default: undefined, which leaves it to `baseUrl`.
   */
  readonly url: SocketAddress | undefined;
  /** What is added to the address. */
  readonly queryNames: QueryNames;
  /** The sub-protocols that are offered to the server. Default: none. */
  readonly protocols: readonly string[];
  /** How often a lost connection is tried again before the state is an error; `Infinity` for ever. Default: 5. */
  readonly maxReconnectAttempts: number;
  /** How long it waits before each of them, in milliseconds; or a function of the retry. Default: 3000. */
  readonly reconnectTimeout: RetryDelay;
  /** How long a server may take to answer a connection, in milliseconds. Default: 10000. */
  readonly connectTimeout: number;
  /**
   * How long a server may take to say `welcome` once its socket is open, in milliseconds. Twice as long at each further
   * try that ends so, up to 30 s. Default: 2000.
   */
  readonly greetingTimeout: number;
  /**
   * After the last attempt, and while the browser believes to have no network: how long until one more is tried, in
   * milliseconds. Default: 60000.
   */
  readonly slowReconnectTimeout: number;
  /** How long a connection has to last before the attempts are all there again, in milliseconds. Default: 5000. */
  readonly stableAfter: number;
  /**
   * How long a connection to a backend that is no gateway may be silent before it is pinged, in milliseconds; a gateway
   * says so itself. Default: 30000.
   */
  readonly heartbeatInterval: number;
  /**
   * How long a server that has been pinged may be silent before its connection counts as dead, in milliseconds.
   * Default: 5000.
   */
  readonly heartbeatTimeout: number;
  /**
   * How much longer a wait may be, by chance, as a part of itself: 0.5 makes 3 s up to 4.5 s. Default: 0. For servers
   * with many clients.
   */
  readonly reconnectJitter: number;
  /**
   * What the names of all that the browser stores or shares between tabs begin with; a named backend's have its name
   * behind it. It is no part of a file of configuration. Default: `ask-kitten`.
   */
  readonly storagePrefix: string;
  /**
   * What a server sends to keep the connection alive, as a text, as the `type` of a message or as a name in
   * short JSON that is no message (`{"ping": 1}`), in lower case. It is a
   * sign of life, and shown to nobody. Default: `ping`, `pong`, `heartbeat`, `keepalive`, `keep-alive`; none where a codec
   * of the application's own reads the frames.
   */
  readonly keepAlives: readonly string[];
}

/** The wait before a retry where nothing else is said, in milliseconds: the guide's. */
export const DEFAULT_RECONNECT_TIMEOUT = 3_000;

/**
 * What applies where neither the application nor `config.json` says otherwise. Plain data, which bundlers leave out where
 * nobody uses it.
 */
export const DEFAULT_CONFIG: WebSocketConfig = {
  baseUrl: ENDPOINT_PATH,
  url: undefined,
  queryNames: { code: 'code', after: 'after', epoch: 'epoch' },
  protocols: [],
  maxReconnectAttempts: 5,
  reconnectTimeout: DEFAULT_RECONNECT_TIMEOUT,
  connectTimeout: 10_000,
  greetingTimeout: 2_000,
  slowReconnectTimeout: 60_000,
  stableAfter: 5_000,
  heartbeatInterval: 30_000,
  heartbeatTimeout: 5_000,
  reconnectJitter: 0,
  storagePrefix: 'ask-kitten',
  keepAlives: ['ping', 'pong', 'heartbeat', 'keepalive', 'keep-alive'],
};

/** What the application itself decides, by `provideWebSocket`. Default: nothing. */
export const WEB_SOCKET_CONFIG = new InjectionToken<Partial<WebSocketConfig>>('WEB_SOCKET_CONFIG', {
  factory: () => ({}),
});
