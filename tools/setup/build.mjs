import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { optimizeApp } from './optimize-app.mjs';
import { oncePerState } from './once-per-state.mjs';
import { PROJECT, PROJECT_NODE, projectEnvironment, TOOL } from './project.mjs';
import { SetupError } from './setup-error.mjs';
import { runStep } from './run-step.mjs';

/** Where the app is built. */
export const APP_FOLDER = join(PROJECT, 'dist', 'ask-kitten', 'browser');

/** What the built app depends on. */
const INPUTS = [
  'src/app',
  'src/services',
  'src/protocol',
  'src/main.ts',
  'src/index.html',
  'src/first-paint.scss',
  'src/print.scss',
  'src/styles.scss',
  'public',
  'angular.json',
  'ngsw-config.json',
  'tsconfig.json',
  'src/tsconfig.app.json',
  'package-lock.json',
];

/**
 * Whether a file in a folder of inputs ends up in the app.
 * @param {string} file relative to the project
 */
export function isBuildInput(file) {
  return !/\.spec\.ts$|\.md$|\/testing\//.test(file);
}

/**
 * Builds the app, unless it is built from what is there. Its types are taken on trust, which saves a first start a quarter
 * of the build: the specs in the browser check them, for every file of the app.
 * @param {number} [timeLimitMs]
 */
export async function ensureBuilt(timeLimitMs) {
  await oncePerState({
    stamp: join(PROJECT, 'dist', '.built-from'),
    state: fingerprint(PROJECT, INPUTS, { include: isBuildInput }),
    isThere: () => existsSync(join(APP_FOLDER, 'index.html.br')),
    work: () => buildApp({ timeLimitMs, env: { NG_BUILD_TYPE_CHECK: 'false' } }),
  });
}

/**
 * Rollup puts what the first page and a later one share into the first one's file; Angular's own choice, Rolldown, makes some
 * thirty files of that, each with its headers and its turn on a slow network.
 */
const CHUNKS_BY_ROLLUP = { NG_BUILD_CHUNKS_ROLLDOWN: 'false' };

/**
 * Builds the app, compressed ahead of time.
 * @param {{ timeLimitMs?: number, env?: NodeJS.ProcessEnv }} options
 */
export async function buildApp({ timeLimitMs, env } = {}) {
  console.log('Building the app …');
  const environment = projectEnvironment({ ...CHUNKS_BY_ROLLUP, ...env });
  const { code } = await runStep(PROJECT_NODE, [TOOL.ng, 'build'], { env: environment, timeLimitMs });
  if (code !== 0) throw new SetupError(`The app could not be built: ng build ended with ${code}.`);
  await optimizeApp(APP_FOLDER);
}
