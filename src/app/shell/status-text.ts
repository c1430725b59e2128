import { WebSocketStatus } from '../../services/index.ts';
import type { TextKey } from '../language/texts.ts';

/** What the five states of the connection are called. */
export const STATUS_TEXT = {
  [WebSocketStatus.CONNECTED]: 'shell.connected',
  [WebSocketStatus.CONNECTING]: 'shell.connecting',
  [WebSocketStatus.RECONNECTING]: 'shell.reconnecting',
  [WebSocketStatus.DISCONNECTED]: 'shell.disconnected',
  [WebSocketStatus.ERROR]: 'shell.connectionError',
} as const satisfies Readonly<Record<WebSocketStatus, TextKey>>;
