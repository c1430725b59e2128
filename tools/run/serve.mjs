import { spawn } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { END_SIGNALS, exitCode, HAS_GROUPS, signalGroup } from '../setup/process-group.mjs';
import { PROJECT, PROJECT_NODE, projectEnvironment } from '../setup/project.mjs';

/** Within this time a second signal is the first one again: Ctrl-C reaches us from the terminal and from npm. */
const SAME_SIGNAL_MS = 1_000;
/** How often it is looked whether npm is still there, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * Starts a program of the project that runs until it is asked to end. Asked once, by a signal or by `stop`, it ends
 * in its own time; by a later signal, it is ended.
 * @param {readonly string[]} args for the project's Node
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ended: Promise<number>, stop: () => void }} `ended` is its exit code
 */
export function serve(args, env = projectEnvironment()) {
  const child = spawn(PROJECT_NODE, args, {
    cwd: PROJECT,
    env,
    // By the channel it learns that we were killed, and ends too.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // It hears each Ctrl-C once, from us and not from the terminal.
    detached: HAS_GROUPS,
  });
  let askedAt;
  const ask = (signal) => {
    const now = performance.now();
    if (askedAt === undefined) child.kill(signal);
    else if (now - askedAt > SAME_SIGNAL_MS) child.kill('SIGKILL');
    askedAt ??= now;
  };
  const onSignal = (signal) => {
    // Windows has no signals to send on, and its console has told the child already.
    if (HAS_GROUPS) ask(signal);
  };
  for (const signal of END_SIGNALS) process.on(signal, onSignal);
  const look = onEndOfNpm(() => ask('SIGTERM'));
  process.once('exit', () => signalGroup(child, 'SIGKILL'));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      clearInterval(look);
      for (const name of END_SIGNALS) process.off(name, onSignal);
      signalGroup(child, 'SIGKILL');
      resolve(exitCode(code, signal));
    });
  });
  return { ended, stop: () => ask('SIGTERM') };
}

/** npm that is killed can tell nobody. Who starts us without it may leave us behind on purpose. */
function onEndOfNpm(act) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    act();
  }, LOOK_MS).unref();
  return look;
}
