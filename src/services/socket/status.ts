/** The five states of the guide. */
export const WebSocketStatus = {
  CONNECTED: 'connected',
  CONNECTING: 'connecting',
  RECONNECTING: 'reconnecting',
  DISCONNECTED: 'disconnected',
  ERROR: 'error',
} as const;

/** One of the guide's five states. */
export type WebSocketStatus = (typeof WebSocketStatus)[keyof typeof WebSocketStatus];

/** Why the service has stopped trying. */
export type ConnectionProblem =
  /** The retries are used up. It is tried again when something speaks for it, and slowly besides. */
  | 'exhausted'
  /** The same, where the server has closed with 4429: it has too many connections or messages of this client. */
  | 'too-many'
  /** The server does not know the user code any more: refresh it. */
  | 'code-revoked'
  /** The server calls the request malformed. */
  | 'malformed'
  /** The server does not let this client in: closed with 1008 or 4403. */
  | 'refused'
  /** The configured address is no WebSocket address. */
  | 'invalid-url'
  /** This platform has no WebSocket. */
  | 'no-websocket';
