import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROJECT_NODE } from '../../../tools/setup/project.mjs';

/** A process of this benchmark; the end of this one ends it too. */
export function forkProgram(file, env = {}) {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execPath: PROJECT_NODE,
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/**
 * Starts a server.
 * @param {'gateway' | 'socket-io'} kind
 * @param {Record<string, string>} env says where what it shares is
 * @returns {Promise<{ pid: number, url: string, stop: () => Promise<void> }>}
 */
export async function startNode(kind, env) {
  const child = forkProgram(`./${kind}.mjs`, env);
  const told = once(child, 'message');
  const ended = once(child, 'exit');
  const [message] = await Promise.race([told, ended.then(([code]) => [{ ended: code }])]);
  if (message.url === undefined) throw new Error(`a ${kind} did not start: it ended with ${message.ended}`);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.disconnect();
    await ended;
  };
  return { pid: child.pid, url: message.url, stop };
}
