import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BENCH, PAGES } from '../build/folders.mjs';
import { PROJECT, PROJECT_NODE, projectEnvironment } from '../../../tools/setup/project.mjs';
import { SetupError } from '../../../tools/setup/setup-error.mjs';

/** Angular's compiler, without its bundler. */
const NGC = 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js';

/**
 * Compiles the layer ahead of time, file by file, as its package has it.
 * @returns {Promise<string>} the folder, in which `services/index.js` is what an application imports
 */
export async function compileLayer() {
  const folder = join(PAGES, 'layer');
  await rm(folder, { recursive: true, force: true });
  const args = [join(PROJECT, NGC), '-p', join(BENCH, 'size', 'tsconfig.json')];
  try {
    await promisify(execFile)(PROJECT_NODE, args, { cwd: PROJECT, env: projectEnvironment() });
  } catch ({ stdout, stderr }) {
    throw new SetupError(`The layer could not be compiled.\n${stdout}${stderr}`);
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', sideEffects: false }));
  return folder;
}
