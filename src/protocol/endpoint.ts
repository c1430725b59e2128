/** The version of PROTOCOL.md that this code follows; a full server tells its own in `welcome`. */
export const PROTOCOL_VERSION = 1;

/** Where the socket is, on any host: the path that the guide fixes. */
export const ENDPOINT_PATH = '/api/ws/video-generation';

/**
 * The address, on HTTP, at which the server of a socket has its page, and below which it has everything else: its origin, and
 * what stands before {@link ENDPOINT_PATH} in the socket's address. With a slash at its end.
 */
export function serverAddress(endpoint: string): string {
  const { protocol, host, pathname } = new URL(endpoint);
  const path = pathname.endsWith(ENDPOINT_PATH) ? pathname.slice(0, -ENDPOINT_PATH.length) : '';
  return `${protocol.replace('ws', 'http')}//${host}${path}/`;
}

/** The port that the guide names, and our gateway's default. */
export const DEFAULT_PORT = 9943;

/** The names of the endpoint's query parameters. */
export const QueryParameter = {
  /** The user code: a UUID, a bearer secret. */
  Code: 'code',
  /** The last `seq` that the client has. */
  After: 'after',
  /** The log that `after` counts in. */
  Epoch: 'epoch',
  /** The pass, where the server asks for one and the page has no cookie of its. */
  Pass: 'pass',
} as const;

/** Where a server that asks for a password takes it, below {@link serverAddress}. */
export const ACCESS_PATH = '/api/access';

/** The reason of a close with 4403 that a pass helps against: whoever has the password gets one at {@link ACCESS_PATH}. */
export const PASS_NEEDED = 'a pass is needed';

/** Where a server that has the feature `links` gives links to its media, below {@link serverAddress}: a POST to the name behind this path. */
export const MEDIA_LINKS_PATH = '/api/media-links';

/** Where a server that has the feature {@link JOIN_FEATURE} gives join codes, below {@link serverAddress}: a POST with the user code. */
export const JOIN_CODES_PATH = '/api/join-codes';

/** Where it gives a user code for a join code, below {@link serverAddress}. */
export const JOIN_PATH = '/api/join';

/** What a server calls it in its welcome that other devices can join a user code. */
export const JOIN_FEATURE = 'join';
