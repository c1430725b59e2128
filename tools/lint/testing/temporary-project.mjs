import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT, PROJECT_NODE, projectEnvironment } from '../../setup/project.mjs';
import { CHECKS } from '../checks.mjs';

const CONFIGURATIONS = {
  format: ['.prettierrc.json', '.prettierignore'],
  'module boundaries': ['.dependency-cruiser.mjs'],
  'nothing unused': ['knip.json'],
  'nothing for specs alone': ['knip.json'],
  'types of the gateway': ['tsconfig.json', 'src/tsconfig.node.json'],
  'types of the end-to-end tests': ['tsconfig.json', 'e2e/tsconfig.json'],
};

/** The checks that read the types of packages. */
const WITH_PACKAGES = ['types of the gateway', 'types of the end-to-end tests'];

/** Where the checks look; an empty folder is fine, a missing one is not. */
const FOLDERS = ['src', 'e2e', 'tools', 'bench', 'packages'];

/**
 * What a check of `npm run lint` says of a project of a few files, with this project's own configuration.
 * @param {string} checkName of {@link CHECKS}, one that {@link CONFIGURATIONS} has
 * @param {Readonly<Record<string, string>>} files the text of each, by its path
 * @returns {Promise<{ failed: boolean, output: string }>} the output on one line, without colours
 */
export async function checkFiles(checkName, files) {
  const { args } = CHECKS.flat().find(({ name }) => name === checkName);
  const folder = mkdtempSync(join(tmpdir(), 'ask-kitten-lint-'));
  try {
    for (const name of FOLDERS) mkdirSync(join(folder, name));
    for (const name of CONFIGURATIONS[checkName]) copyFileSync(join(PROJECT, name), join(folder, name));
    if (WITH_PACKAGES.includes(checkName)) symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
    return await run(folder, args);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(cwd, [tool, ...args]) {
  const env = projectEnvironment({ NO_COLOR: '1' });
  return new Promise((resolve) => {
    execFile(PROJECT_NODE, [join(PROJECT, tool), ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: `${stdout}${stderr}`.replace(/\s+/g, ' ') });
    });
  });
}
