import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { APP_FOLDER } from '../setup/build.mjs';
import { PROJECT, PROJECT_NODE, projectEnvironment, TOOL } from '../setup/project.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { runStep } from '../setup/run-step.mjs';
import { packageOf, packagesIn } from './release-package.mjs';

const FOLDER = join(PROJECT, 'dist', 'release');
const MINUTE_MS = 60_000;

/**
 * Makes the one file that people install: the built app, the server as JavaScript, and a package of what they need when
 * they run. The app has to be built.
 * @returns {Promise<string>} where the file is, absolute
 * @throws {SetupError} where it can't be made
 */
export async function makeRelease() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(join(FOLDER, 'bin'), { recursive: true });
  await run(PROJECT_NODE, [TOOL.tsc, '-p', 'tools/release/tsconfig.json']);
  await cp(join(PROJECT, 'src', 'engines'), join(FOLDER, 'lib', 'engines'), {
    recursive: true,
    filter: isReadAtRunTime,
  });
  await cp(APP_FOLDER, join(FOLDER, 'app'), { recursive: true });
  await cp(join(PROJECT, 'tools', 'release', 'ask-kitten.cjs'), join(FOLDER, 'bin', 'ask-kitten.cjs'));
  for (const name of ['LICENSE', 'README.md']) await cp(join(PROJECT, name), join(FOLDER, name));
  const project = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  const packages = await packagesIn(join(FOLDER, 'lib'), project.dependencies);
  await writeFile(join(FOLDER, 'package.json'), JSON.stringify(packageOf(project, packages), null, 2));
  await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'pack',
    FOLDER,
    '--pack-destination',
    'dist',
    '--silent',
  ]);
  return join(PROJECT, 'dist', `ask-kitten-${project.version}.tgz`);
}

/** The compiler has brought the sources; what they read stays beside them. */
function isReadAtRunTime(path) {
  if (/[\\/]testing$/.test(path)) return false;
  return ['', '.json', '.tsv'].includes(extname(path));
}

async function run(command, args) {
  const { code } = await runStep(command, args, { env: projectEnvironment(), timeLimitMs: 5 * MINUTE_MS });
  if (code !== 0) throw new SetupError(`The release could not be made: ${args.join(' ')} ended with ${code}.`);
}
