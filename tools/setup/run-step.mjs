import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { END_SIGNALS, exitCode, HAS_GROUPS, signalGroup } from './process-group.mjs';
import { PROJECT } from './project.mjs';

/** How long a program that was asked to end may take until it is ended, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Runs a program to its end, its output going where this one's goes: at once, or `held` back until it has ended, so
 * that it does not mix with that of what runs beside it. It is ended, with all that it started, when its
 * time is up or when this program is asked to end; this program then ends too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeLimitMs?: number, output?: 'inherit' | 'held' }} options
 * @returns {Promise<{ code: number, isOverTime: boolean }>} 128 and up where a signal ended it
 */
export function runStep(command, args, { env = process.env, timeLimitMs, output = 'inherit' } = {}) {
  const isBatchFile = command.endsWith('.cmd');
  const child = spawn(command, args, {
    cwd: PROJECT,
    env,
    stdio: output === 'held' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: HAS_GROUPS,
    shell: isBatchFile,
  });
  const held = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => held.push(piece));
  const state = { isOverTime: false, endedBy: undefined };
  const askToEnd = (signal) => {
    signalGroup(child, signal);
    setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
  };
  const onSignal = (signal) => {
    state.endedBy = signal;
    askToEnd(signal);
  };
  for (const signal of END_SIGNALS) process.on(signal, onSignal);
  const timer =
    timeLimitMs &&
    setTimeout(() => {
      state.isOverTime = true;
      askToEnd('SIGTERM');
    }, timeLimitMs);

  const release = () => {
    clearTimeout(timer);
    for (const signal of END_SIGNALS) process.off(signal, onSignal);
  };

  return new Promise((resolve) => {
    child.on('error', (error) => {
      release();
      console.error(`${command}: ${error.message}`);
      resolve({ code: 127, isOverTime: false });
    });
    child.on(output === 'held' ? 'close' : 'exit', (code, signal) => {
      release();
      process.stdout.write(Buffer.concat(held));
      signalGroup(child, 'SIGKILL');
      if (state.endedBy !== undefined) process.exit(exitCode(null, state.endedBy));
      resolve({ code: exitCode(code, signal), isOverTime: state.isOverTime });
    });
  });
}
