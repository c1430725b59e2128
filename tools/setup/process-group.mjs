/**
 * Whether a program can have a group of its own, which everything that it starts is in. A group is out of the
 * terminal's reach too. On Windows it would be another window instead.
 */
export const HAS_GROUPS = process.platform !== 'win32';

/** What ends a program from outside, where the system knows it. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Signals a program and all that it started; fine where nothing of that is left.
 * @param {import('node:child_process').ChildProcess} child spawned with `detached: HAS_GROUPS`
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    // On a Mac the end of a group is told as EPERM.
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
