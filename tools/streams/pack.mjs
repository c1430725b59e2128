import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, PROJECT_NODE, projectEnvironment, TOOL } from '../setup/project.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { runStep } from '../setup/run-step.mjs';
import { PACKAGE, stage, unstage } from './stage.mjs';

const MINUTE_MS = 60_000;

/**
 * Builds `@ask-kitten/streams` and makes its tarball.
 * @returns {Promise<string>} where the tarball is, absolute
 * @throws {SetupError} where it can't be built
 */
export async function packStreams() {
  stage();
  try {
    await run(PROJECT_NODE, [TOOL.ng, 'build', 'streams']);
  } finally {
    unstage();
  }
  await run('npm', ['pack', './dist/streams', '--pack-destination', 'dist', '--silent']);
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return join(PROJECT, 'dist', `ask-kitten-streams-${version}.tgz`);
}

async function run(command, args) {
  const name = process.platform === 'win32' && command === 'npm' ? 'npm.cmd' : command;
  const { code } = await runStep(name, args, { env: projectEnvironment(), timeLimitMs: 5 * MINUTE_MS });
  if (code !== 0) throw new SetupError(`The package could not be made: ${args.join(' ')} ended with ${code}.`);
}
