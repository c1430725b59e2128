import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = join(PROJECT, 'node_modules', '.bin');

/** The Node that the project runs on; there once the packages are installed. */
export const PROJECT_NODE = join(
  PROJECT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Where Node keeps what it has compiled of the project, by the contents of the files. */
export const COMPILE_CACHE = join(PROJECT, 'node_modules', '.cache', 'ask-kitten', 'compiled');

/** Where a tool of the project begins, to be run with {@link PROJECT_NODE}. */
export const TOOL = {
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  jasmine: 'node_modules/jasmine/bin/jasmine.js',
  knip: 'node_modules/knip/bin/knip.js',
  ng: 'node_modules/@angular/cli/bin/ng.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
};

/**
 * The environment for a program of the project: the project's Node is the first on its PATH, also for what it starts.
 * @param {NodeJS.ProcessEnv} more
 */
export function projectEnvironment(more = {}) {
  // Windows calls it Path, and two of different case would be two.
  const { PATH, Path, ...rest } = process.env;
  return { ...rest, PATH: [BIN, PATH ?? Path ?? ''].join(delimiter), NG_CLI_ANALYTICS: 'false', ...more };
}
