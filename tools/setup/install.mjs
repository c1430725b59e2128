import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { isDone, oncePerState } from './once-per-state.mjs';
import { PROJECT, PROJECT_NODE, TOOL } from './project.mjs';
import { SetupError } from './setup-error.mjs';
import { runStep } from './run-step.mjs';
import { runtimeLockFile } from './runtime-lock-file.mjs';

/** What npm is asked for. Whatever the environment says of development, this decides. */
const EVERYTHING = ['ci', '--include=dev'];
const ADD_THE_OTHERS = ['install', '--include=dev', '--no-save'];

/** Says for which state everything is installed, or at least what a start needs: half of it. */
const STAMPS = {
  start: join(PROJECT, 'node_modules', '.installed-to-start'),
  everything: join(PROJECT, 'node_modules', '.installed-for'),
};

/**
 * Installs what the lock file says, unless that is what is installed.
 * @param {'start' | 'everything'} purpose `start` leaves out what only checks and tests need, where that is not there yet
 */
export async function ensureInstalled(purpose = 'everything') {
  // Some packages carry a binary for one kind of machine.
  const state = fingerprint(PROJECT, ['package-lock.json'], {
    also: `${process.platform} ${process.arch} ${wanted()}`,
  });
  const isInstalled = (stamp) => isDone({ stamp, state, isThere: () => existsSync(PROJECT_NODE) });
  if (isInstalled(STAMPS.everything) || (purpose === 'start' && isInstalled(STAMPS.start))) return;
  // Whoever has tested here will test again.
  const extent = existsSync(join(PROJECT, TOOL.eslint)) ? 'everything' : purpose;
  const work = () => {
    if (extent === 'start') return installToStart();
    // A gateway may run from the packages of a start: they stay as they are, and the others join them.
    return runNpm(isInstalled(STAMPS.start) ? ADD_THE_OTHERS : EVERYTHING);
  };
  await oncePerState({ stamp: STAMPS[extent], state, isThere: () => false, work });
}

/** What package.json asks for: nothing else in it has a say in what is installed. */
function wanted() {
  const { dependencies, devDependencies, overrides } = readJson('package.json');
  return JSON.stringify({ dependencies, devDependencies, overrides });
}

/** Installs elsewhere, by a shorter lock file, and moves here what came of it. */
async function installToStart() {
  const { name, dependencies, overrides, allowScripts } = readJson('package.json');
  const folder = join(PROJECT, '.installing');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, dependencies, overrides, allowScripts }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(runtimeLockFile(readJson('package-lock.json'))));
    copyFileSync(join(PROJECT, '.npmrc'), join(folder, '.npmrc'));
    await runNpm(['ci', '--prefix', folder], folder);
    rmSync(join(PROJECT, 'node_modules'), { recursive: true, force: true });
    renameSync(join(folder, 'node_modules'), join(PROJECT, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runNpm(command, folder = PROJECT) {
  console.log('Installing the packages of package-lock.json …');
  const [program, ...args] = npm();
  const { code } = await runStep(program, [...args, ...command, '--no-audit', '--no-fund'], {
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (code !== 0) throw new SetupError(`The packages could not be installed: npm ${command[0]} ended with ${code}.`);
  if (!existsSync(join(folder, relative(PROJECT, PROJECT_NODE)))) {
    throw new SetupError(
      'npm brought no Node 24: its install scripts are off. Allow them: npm config set ignore-scripts false',
    );
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));
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
