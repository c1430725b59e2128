import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT, PROJECT_NODE, projectEnvironment, TOOL } from '../../../tools/setup/project.mjs';
import { SetupError } from '../../../tools/setup/setup-error.mjs';
import { BENCH } from './folders.mjs';

/**
 * Builds the page of our layer as an application that takes it is built: compiled ahead of time, by `ng build` for
 * production. It is a workspace of its own, so that `ng build` in the project goes on meaning the application.
 */
export async function buildOurs() {
  const cwd = join(BENCH, 'ours');
  const ng = join(PROJECT, TOOL.ng);
  try {
    await promisify(execFile)(PROJECT_NODE, [ng, 'build', '--progress=false'], { cwd, env: projectEnvironment() });
  } catch ({ stdout, stderr }) {
    throw new SetupError(`The page of our layer could not be built.\n${stdout}${stderr}`);
  }
}
