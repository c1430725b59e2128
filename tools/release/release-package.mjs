import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `from "x"` and `import("x")`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([@a-z][\w./@:-]*)['"]/g;
/** Whatever else may load one: `require("x")`, `resolve("x/package.json")`. */
const LOADED = /\(\s*['"]([@a-z][\w./@-]*)['"]/g;

/**
 * The packages that compiled files name.
 * @param {string} folder
 * @param {Record<string, string>} dependencies of the project
 */
export async function packagesIn(folder, dependencies) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
  const found = new Set();
  for (const file of files) {
    for (const name of packagesOf(await readFile(join(folder, file), 'utf8'), dependencies)) found.add(name);
  }
  return [...found].sort();
}

/**
 * The packages that a compiled file names: what it imports, and each dependency whose name it gives to a function,
 * since there are more ways to load a package than can be listed.
 * @param {string} text
 * @param {Record<string, string>} dependencies of the project
 */
export function packagesOf(text, dependencies) {
  const imported = [...text.matchAll(IMPORT)].map(([, specifier]) => specifier);
  const loaded = [...text.matchAll(LOADED)].map(([, specifier]) => packageNameOf(specifier));
  return [
    ...new Set([
      ...imported.filter((specifier) => !specifier.startsWith('node:')).map(packageNameOf),
      ...loaded.filter((name) => Object.hasOwn(dependencies, name)),
    ]),
  ];
}

function packageNameOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
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
