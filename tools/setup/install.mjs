import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { oncePerState } from './once-per-state.mjs';
import { PROJECT, PROJECT_NODE } from './project.mjs';
import { SetupError } from './setup-error.mjs';
import { runStep } from './run-step.mjs';

/** Installs what the lock file says, unless that is what is installed. */
export async function ensureInstalled() {
  await oncePerState({
    stamp: join(PROJECT, 'node_modules', '.installed-for'),
    // Some packages carry a binary for one kind of machine.
    state: fingerprint(PROJECT, ['package-lock.json'], { also: `${process.platform} ${process.arch} ${wanted()}` }),
    isThere: () => existsSync(PROJECT_NODE),
    work: install,
  });
}

/** What package.json asks for: nothing else in it has a say in what is installed. */
function wanted() {
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  return JSON.stringify({ dependencies, devDependencies, overrides });
}

async function install() {
  console.log('Installing the packages of package-lock.json …');
  const [command, ...args] = npm();
  const { code } = await runStep(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (code !== 0) throw new SetupError(`The packages could not be installed: npm ci ended with ${code}.`);
  if (!existsSync(PROJECT_NODE)) {
    throw new SetupError(
      'npm ci brought no Node 24: its install scripts are off. Allow them: npm config set ignore-scripts false',
    );
  }
}

/**
 * The npm that runs this program, on the Node that runs that npm: the project's own Node may run this program,
 * and is about to be removed. Without one, the npm on the PATH.
 */
function npm() {
  const { npm_execpath: path, npm_node_execpath: node = process.execPath } = process.env;
  if (path?.endsWith('.js')) return [node, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
