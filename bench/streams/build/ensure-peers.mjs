import { join } from 'node:path';
import { fingerprint } from '../../../tools/setup/fingerprint.mjs';
import { oncePerState } from '../../../tools/setup/once-per-state.mjs';
import { runStep } from '../../../tools/setup/run-step.mjs';
import { SetupError } from '../../../tools/setup/setup-error.mjs';
import { existsSync } from 'node:fs';
import { BENCH } from './folders.mjs';

/**
 * Installs what a benchmark compares with, unless it is what its lock file says: nobody else needs that.
 * @param {string} folder of the benchmark
 */
export async function ensurePeers(folder = BENCH) {
  const modules = join(folder, 'node_modules');
  await oncePerState({
    stamp: join(modules, '.installed-for'),
    state: fingerprint(folder, ['package.json', 'package-lock.json']),
    isThere: () => existsSync(modules),
    work: () => install(folder),
  });
}

async function install(folder) {
  console.error('Installing what is compared with …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code } = await runStep(npm, ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  if (code !== 0) throw new SetupError(`What is compared with could not be installed: npm ci ended with ${code}.`);
}
