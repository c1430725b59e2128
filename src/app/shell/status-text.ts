import { WebSocketStatus } from '../../services/index.ts';

/** What the five states of the connection are called. */
export const STATUS_TEXT: Readonly<Record<WebSocketStatus, string>> = {
  [WebSocketStatus.CONNECTED]: '已连接',
  [WebSocketStatus.CONNECTING]: '连接中',
  [WebSocketStatus.RECONNECTING]: '重连中',
  [WebSocketStatus.DISCONNECTED]: '已断开',
  [WebSocketStatus.ERROR]: '连接错误',
};
