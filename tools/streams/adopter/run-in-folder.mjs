import { spawn } from 'node:child_process';
import { HAS_GROUPS, signalGroup } from '../../setup/process-group.mjs';
import { PROJECT_NODE, projectEnvironment } from '../../setup/project.mjs';

const TAIL_LINES = 60;

/**
 * Runs a program in a folder to its end.
 * @param {string} folder
 * @param {string} command `ng` is the one of the folder's own node_modules, `node` the project's Node
 * @param {readonly string[]} args
 * @param {{ timeLimitMs?: number, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it printed
 * @throws {Error} where it fails or takes too long, with the end of what it printed
 */
export function runInFolder(folder, command, args, { timeLimitMs = 120_000, env = {} } = {}) {
  const [program, ...rest] = programOf(command, args);
  const child = spawn(program, rest, {
    cwd: folder,
    env: projectEnvironment({ CI: '1', NO_COLOR: '1', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      reject(new Error(`${command} ${args.join(' ')} ${why}:\n${tail}`));
    };
    const timer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      fail(`took over ${timeLimitMs / 1_000} s`);
    }, timeLimitMs);
    child.on('error', (error) => fail(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else fail(`ended with ${code}`);
    });
  });
}

function programOf(command, args) {
  if (command === 'ng') return [PROJECT_NODE, 'node_modules/@angular/cli/bin/ng.js', ...args];
  return [command === 'node' ? PROJECT_NODE : command, ...args];
}
