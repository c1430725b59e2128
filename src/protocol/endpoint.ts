/** The version of PROTOCOL.md that this code follows; a full server tells its own in `welcome`. */
export const PROTOCOL_VERSION = 1;

/** Where the socket is, on any host: the path that the guide fixes. */
export const ENDPOINT_PATH = '/api/ws/video-generation';

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
} as const;
