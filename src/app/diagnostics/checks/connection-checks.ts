import { CloseCode, type ConnectionState, isUuid, WebSocketStatus } from '../../../services/index.ts';
import { type Check, running } from './check.ts';
import { closedBy } from '../connection-log/close-text.ts';

/** What kind of server the socket has: null before it is known. */
export type ServerKind = 'full' | 'basic' | null;

/** How the socket is. */
export function socketCheck(connection: ConnectionState, kind: ServerKind): Check {
  const name = 'socket';
  const { attempt, maxAttempts: max, lastCloseCode } = connection;
  switch (connection.status) {
    case WebSocketStatus.CONNECTED:
      return connected(kind);
    case WebSocketStatus.CONNECTING:
      return { name, state: 'running', finding: (text) => text('diagnostics.socketConnecting') };
    case WebSocketStatus.RECONNECTING:
      return {
        name,
        state: 'problem',
        finding: (text) =>
          text('diagnostics.socketReconnecting', { attempt, max, cause: closedBy(lastCloseCode, text) }).trim(),
        remedy: (text) => text('diagnostics.socketReconnectingRemedy'),
        action: 'reconnect',
      };
    case WebSocketStatus.DISCONNECTED:
      return {
        name,
        state: 'problem',
        finding: (text) => text('diagnostics.socketDisconnected'),
        remedy: (text) => text('diagnostics.socketDisconnectedRemedy'),
        action: 'reconnect',
      };
    case WebSocketStatus.ERROR:
      return stopped(connection);
  }
}

function connected(kind: ServerKind): Check {
  return {
    name: 'socket',
    state: 'ok',
    finding: (text) => {
      if (kind === null) return text('diagnostics.socketConnected');
      return text(kind === 'full' ? 'diagnostics.socketConnectedFull' : 'diagnostics.socketConnectedBasic');
    },
  };
}

function stopped({ problem, maxAttempts: max, lastCloseCode }: ConnectionState): Check {
  const base = { name: 'socket', state: 'problem' } as const;
  switch (problem) {
    case 'code-revoked':
    case 'malformed':
      return {
        ...base,
        finding: (text) => text('diagnostics.socketRefused', { cause: closedBy(lastCloseCode, text) }).trim(),
        remedy: (text) => text('diagnostics.socketRefusedRemedy'),
      };
    case 'refused':
      return {
        ...base,
        finding: (text) => text('diagnostics.socketDenied', { cause: closedBy(lastCloseCode, text) }).trim(),
        remedy: (text) => text('diagnostics.socketDeniedRemedy'),
        action: 'reconnect',
      };
    case 'invalid-url':
      return {
        ...base,
        finding: (text) => text('diagnostics.socketInvalidUrl'),
        remedy: (text) => text('diagnostics.socketInvalidUrlRemedy'),
        action: 'reload',
      };
    case 'no-websocket':
      return {
        ...base,
        finding: (text) => text('diagnostics.socketUnsupported'),
        remedy: (text) => text('diagnostics.socketUnsupportedRemedy'),
      };
    case 'exhausted':
    case 'too-many':
    case null:
      return {
        ...base,
        finding: (text) => text('diagnostics.socketExhausted', { max, cause: closedBy(lastCloseCode, text) }).trim(),
        remedy: (text) => text('diagnostics.socketExhaustedRemedy'),
        action: 'reconnect',
      };
  }
}

/** Whether the user code is one, and whether the server takes it. */
export function codeCheck(code: string, { status, lastCloseCode, problem }: ConnectionState): Check {
  const name = 'code';
  const bad = (key: 'codeMalformed' | 'codeRefused' | 'codeRevoked'): Check => ({
    name,
    state: 'problem',
    finding: (text) => text(`diagnostics.${key}`),
    remedy: (text) => text('diagnostics.codeRemedy'),
    action: 'refreshCode',
  });
  if (!isUuid(code)) return bad('codeMalformed');
  if (status === WebSocketStatus.CONNECTED) {
    return { name, state: 'ok', finding: (text) => text('diagnostics.codeAccepted') };
  }
  if (problem === 'code-revoked' || lastCloseCode === CloseCode.CodeRevoked) return bad('codeRevoked');
  if (problem === 'malformed' || lastCloseCode === CloseCode.MalformedRequest) return bad('codeRefused');
  if (status === WebSocketStatus.CONNECTING) return running(name);
  return { name, state: 'unknown', finding: (text) => text('diagnostics.codeUnproven') };
}
