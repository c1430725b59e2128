import { spawn } from 'node:child_process';
import { PROJECT } from './project.mjs';

/** What ends a program from outside, where the system knows it. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How long a program that was asked to end may take until it is ended, in milliseconds. */
const GRACE_MS = 5_000;

const hasProcessGroups = process.platform !== 'win32';

/**
 * Runs a program to its end, its output going where this one's goes. It is ended, with all that it started, when its
 * time is up or when this program is asked to end; this program then ends too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeLimitMs?: number }} options
 * @returns {Promise<{ code: number, isOverTime: boolean }>} 128 and up where a signal ended it
 */
export function runStep(command, args, { env = process.env, timeLimitMs } = {}) {
  const isBatchFile = command.endsWith('.cmd');
  const child = spawn(command, args, {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that nothing it started outlives it.
    detached: hasProcessGroups,
    shell: isBatchFile,
  });
  const state = { isOverTime: false, endedBy: undefined };
  const askToEnd = (signal) => {
    signalAll(child, signal);
    setTimeout(() => signalAll(child, 'SIGKILL'), GRACE_MS).unref();
  };
  const onSignal = (signal) => {
    state.endedBy = signal;
    askToEnd(signal);
  };
  for (const signal of END_SIGNALS) process.on(signal, onSignal);
  const timer = timeLimitMs && setTimeout(() => {
    state.isOverTime = true;
    askToEnd('SIGTERM');
  }, timeLimitMs);

  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ code: 127, isOverTime: false });
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      for (const name of END_SIGNALS) process.off(name, onSignal);
      signalAll(child, 'SIGKILL');
      if (state.endedBy !== undefined) process.exit(exitCode(null, state.endedBy));
      resolve({ code: exitCode(code, signal), isOverTime: state.isOverTime });
    });
  });
}

/** Signals a program and what it started; fine where nothing of that is left. */
function signalAll(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (hasProcessGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

const SIGNAL_NUMBER = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * How a shell tells the end of a program as one number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (SIGNAL_NUMBER[signal] ?? 0);
}
