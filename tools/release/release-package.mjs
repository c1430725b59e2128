import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `from "x"`, `import("x")`, and what is only looked for: `resolve("x/package.json")`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\.resolve\()['"]([@a-z][\w./@:-]*)['"]/g;

/**
 * The packages that compiled files name.
 * @param {string} folder
 */
export async function packagesIn(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
  const found = new Set();
  for (const file of files) for (const name of packagesOf(await readFile(join(folder, file), 'utf8'))) found.add(name);
  return [...found].sort();
}

/**
 * The packages that a compiled file names.
 * @param {string} text
 */
export function packagesOf(text) {
  return [...text.matchAll(IMPORT)]
    .map(([, specifier]) => specifier)
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
}

/**
 * The package.json of a release.
 * @param {{ name: string, version: string, description: string, license: string, dependencies: Record<string, string> }} project
 * @param {readonly string[]} packages
 */
export function packageOf({ name, version, description, license, dependencies }, packages) {
  const missing = packages.filter((each) => dependencies[each] === undefined);
  if (missing.length > 0) throw new Error(`not among the dependencies of package.json: ${missing.join(', ')}`);
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    bin: { [name]: 'bin/ask-kitten.cjs' },
    engines: { node: '>=22.13' },
    dependencies: Object.fromEntries(packages.map((each) => [each, dependencies[each]])),
  };
}
