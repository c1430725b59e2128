import type { ConnectionEvent, ConnectionLost } from './reconnect.ts';
import { type ConnectionProblem, WebSocketStatus } from './status.ts';

/** What is known of the connection. */
export interface ConnectionState {
  readonly status: WebSocketStatus;
  /** Which retry is under way or due: 0 where none is. */
  readonly attempt: number;
  /** How many retries there are. */
  readonly maxAttempts: number;
  /** When the next retry is due, in milliseconds since the Unix epoch; null where none waits. */
  readonly nextAttemptAt: number | null;
  /** The code with which the last socket that was lost closed; null where none was. */
  readonly lastCloseCode: number | null;
  /** Why the service has stopped trying; null where it has not. */
  readonly problem: ConnectionProblem | null;
  /** How long the last ping took to be answered, in milliseconds; null before, and with a basic server. */
  readonly roundTripMs: number | null;
  /**
   * Whether the server had everything that this page had missed when it last came back; null before, and with a basic
   * server.
   */
  readonly hasRecovered: boolean | null;
}

/** What happens to the connection, of itself or because somebody wants it. */
export type ConnectionChange =
  | ConnectionEvent
  | { readonly kind: 'begin'; readonly maxAttempts: number }
  | { readonly kind: 'lost'; readonly lost: ConnectionLost }
  | { readonly kind: 'disconnect' };

/** What is learnt of the connection from what comes over it. */
export type ConnectionFinding =
  | { readonly kind: 'greeted'; readonly hasRecovered: boolean }
  | { readonly kind: 'round-trip'; readonly milliseconds: number };

/** Before the first connection. */
export const INITIAL_STATE: ConnectionState = {
  status: WebSocketStatus.DISCONNECTED,
  attempt: 0,
  maxAttempts: 0,
  nextAttemptAt: null,
  lastCloseCode: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

/** The state after a change or a finding. Pure. */
export function nextState(state: ConnectionState, change: ConnectionChange | ConnectionFinding): ConnectionState {
  switch (change.kind) {
    case 'begin':
      return { ...INITIAL_STATE, status: WebSocketStatus.CONNECTING, maxAttempts: change.maxAttempts };
    case 'connecting': {
      const status = change.attempt === 0 ? WebSocketStatus.CONNECTING : WebSocketStatus.RECONNECTING;
      return { ...state, status, attempt: change.attempt, nextAttemptAt: null };
    }
    case 'open':
      return { ...state, status: WebSocketStatus.CONNECTED, nextAttemptAt: null };
    case 'waiting':
      return {
        ...state,
        status: WebSocketStatus.RECONNECTING,
        attempt: change.attempt,
        nextAttemptAt: change.dueAt,
        lastCloseCode: change.closed.code,
      };
    case 'lost':
      return {
        ...state,
        status: WebSocketStatus.ERROR,
        nextAttemptAt: null,
        lastCloseCode: change.lost.closed.code,
        problem: change.lost.problem,
      };
    case 'disconnect':
      return { ...state, status: WebSocketStatus.DISCONNECTED, attempt: 0, nextAttemptAt: null, problem: null };
    case 'greeted':
      return { ...state, hasRecovered: change.hasRecovered };
    case 'round-trip':
      return { ...state, roundTripMs: change.milliseconds };
  }
}

/** What is wrong, for people; null where nothing is. */
export function problemText({ status, problem, attempt, maxAttempts }: ConnectionState): string | null {
  if (status === WebSocketStatus.RECONNECTING) {
    return `与服务器的连接中断，正在重连（第 ${attempt}/${maxAttempts} 次）。`;
  }
  switch (problem) {
    case 'exhausted':
      return `重连 ${maxAttempts} 次仍未成功。请检查网络和服务器，然后重新连接。`;
    case 'code-revoked':
      return '当前用户码已失效，请刷新用户码。';
    case 'malformed':
      return '服务器不接受这次连接请求，请刷新用户码或检查服务器地址。';
    case 'refused':
      return '服务器拒绝了这个客户端的连接。请向服务器的管理员确认访问权限。';
    case 'invalid-url':
      return '服务器地址无效，请检查 config.json 中的 baseUrl。';
    case 'no-websocket':
      return '此环境不支持 WebSocket。';
    case null:
      return null;
  }
}
