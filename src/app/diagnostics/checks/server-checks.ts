import { isLoopback } from '../../../services/index.ts';
import { isExposed } from '../../connection/is-exposed.ts';
import { type Check, running } from './check.ts';
import type { ServerAnswer } from './server-probe.ts';

/** Whether there is a network. A server on this machine needs none. */
export function networkCheck({
  isOnline,
  endpoint,
}: {
  readonly isOnline: boolean;
  readonly endpoint: string | null;
}): Check {
  const name = 'network';
  if (isOnline) return { name, state: 'ok', finding: (text) => text('diagnostics.networkOk') };
  if (endpoint !== null && isLoopback(endpoint)) {
    return { name, state: 'ok', finding: (text) => text('diagnostics.networkLoopback') };
  }
  return {
    name,
    state: 'problem',
    finding: (text) => text('diagnostics.networkOffline'),
    remedy: (text) => text('diagnostics.networkRemedy'),
  };
}

/** What is known of the server. */
export interface ServerKnowledge {
  readonly endpoint: string | null;
  /** Null while it is being asked. */
  readonly answer: ServerAnswer | null;
  readonly isConnected: boolean;
  readonly isOnline: boolean;
}

/** Whether the server can be reached. A basic one may know nothing but its socket. */
export function serverCheck({ endpoint, answer, isConnected, isOnline }: ServerKnowledge): Check {
  const name = 'server';
  if (endpoint === null) return { name, state: 'unknown', finding: (text) => text('diagnostics.serverUnaddressed') };
  if (answer === null) return running(name);
  if (answer.kind === 'answered') {
    return { name, state: 'ok', finding: (text) => text('diagnostics.serverAnswered', { ms: answer.milliseconds }) };
  }
  if (isConnected) return { name, state: 'ok', finding: (text) => text('diagnostics.serverSocketOnly') };
  if (answer.kind === 'failing') {
    return {
      name,
      state: 'problem',
      finding: (text) => text('diagnostics.serverFailing', { status: answer.status }),
      remedy: (text) => text('diagnostics.serverFailingRemedy'),
    };
  }
  if (!isOnline && !isLoopback(endpoint)) {
    // The network is the trouble, and is told of: nothing can be said of the server.
    return { name, state: 'unknown', finding: (text) => text('diagnostics.serverUnreachable') };
  }
  return {
    name,
    state: 'problem',
    finding: (text) => text('diagnostics.serverSilent'),
    remedy: (text) => text('diagnostics.serverSilentRemedy'),
  };
}

/** Whether others could read what is sent. */
export function encryptionCheck(endpoint: string | null): Check {
  const name = 'encryption';
  if (endpoint === null) return { name, state: 'unknown', finding: (text) => text('diagnostics.serverUnaddressed') };
  if (isExposed(endpoint)) {
    return {
      name,
      state: 'problem',
      finding: (text) => text('diagnostics.encryptionOff'),
      remedy: (text) => text('diagnostics.encryptionRemedy'),
    };
  }
  const isEncrypted = endpoint.startsWith('wss:');
  return {
    name,
    state: 'ok',
    finding: (text) => text(isEncrypted ? 'diagnostics.encryptionOn' : 'diagnostics.encryptionLoopback'),
  };
}
