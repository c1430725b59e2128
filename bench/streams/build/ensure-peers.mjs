import { join } from 'node:path';
import { fingerprint } from '../../../tools/setup/fingerprint.mjs';
import { oncePerState } from '../../../tools/setup/once-per-state.mjs';
import { runStep } from '../../../tools/setup/run-step.mjs';
import { SetupError } from '../../../tools/setup/setup-error.mjs';
import { existsSync } from 'node:fs';
import { BENCH } from './folders.mjs';

const MODULES = join(BENCH, 'node_modules');

/** Installs the clients to compare with, unless they are what the lock file says: nobody else needs them. */
export async function ensurePeers() {
  await oncePerState({
    stamp: join(MODULES, '.installed-for'),
    state: fingerprint(BENCH, ['package.json', 'package-lock.json']),
    isThere: () => existsSync(MODULES),
    work: install,
  });
}

async function install() {
  console.error('Installing the clients to compare with …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code } = await runStep(npm, ['ci', '--prefix', BENCH, '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new SetupError(`The clients to compare with could not be installed: npm ci ended with ${code}.`);
}
