import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { SetupError } from '../setup/setup-error.mjs';

/** The folder of the package; what stands in it by itself is its configuration. */
export const PACKAGE = join(PROJECT, 'packages', 'streams');

/**
 * The entry points: where each begins, and by which name another one has to import it. ng-packagr wants the sources of
 * each in a folder of their own, and a package name between them; in `src` they import one another by relative paths.
 */
const ENTRY_POINTS = [
  { name: '@ask-kitten/streams', folder: '.', index: 'src/services/index.ts', owns: /^src\/services\/(?!testing\/)/ },
  {
    name: '@ask-kitten/streams/protocol',
    folder: 'protocol',
    index: 'src/protocol/index.ts',
    owns: /^src\/protocol\/(?!testing\/)/,
  },
  {
    name: '@ask-kitten/streams/testing',
    folder: 'testing',
    index: 'src/services/testing/index.ts',
    owns: /^src\/(services|protocol)\/testing\//,
  },
];

const RELATIVE_IMPORT = /(\bfrom\s+|\bimport\(\s*|\bimport\s+)'(\.{1,2}\/[^']+)'/g;

/**
 * Copies to `packages/streams` what the entry points consist of, each file that is reached and no other, and the
 * documents.
 */
export function stage() {
  for (const entryPoint of ENTRY_POINTS) stageEntryPoint(entryPoint);
  for (const name of ['PROTOCOL.md', 'schema.json', 'vectors.json']) {
    cpSync(join(PROJECT, 'src', 'protocol', name), join(PACKAGE, 'protocol', name));
  }
  cpSync(join(PROJECT, 'LICENSE'), join(PACKAGE, 'LICENSE'));
  stageDocuments();
}

/** Removes the copies of the sources: what looks through the repository would take them for its own. */
export function unstage() {
  for (const { folder } of ENTRY_POINTS) rmSync(join(PACKAGE, folder, 'source'), { recursive: true, force: true });
}

/**
 * The sources of each entry point by its name: their paths in the project, and their texts as they are staged.
 * @returns {ReadonlyMap<string, ReadonlyMap<string, string>>}
 * @throws {SetupError} where a file reaches into the inside of another entry point
 */
export function entryPointSources() {
  return new Map(ENTRY_POINTS.map((entryPoint) => [entryPoint.name, reachedFrom(entryPoint)]));
}

function stageEntryPoint(entryPoint) {
  const target = join(PACKAGE, entryPoint.folder, 'source');
  rmSync(target, { recursive: true, force: true });
  for (const [file, text] of reachedFrom(entryPoint)) {
    const copy = join(target, relative('src', file));
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
  // ng-packagr takes the folder of the entry's file for the root of all its sources.
  writeFileSync(join(target, 'index.ts'), `export * from './${posix.relative('src', entryPoint.index)}';\n`);
}

/** Every file of an entry point by its path in the project, with the imports of other entry points by their names. */
function reachedFrom({ index, owns }) {
  const files = new Map();
  const waiting = [index];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    const rewritten = readFileSync(join(PROJECT, file), 'utf8').replace(RELATIVE_IMPORT, (whole, before, path) => {
      const target = posix.join(posix.dirname(file), path);
      if (owns.test(target)) {
        waiting.push(target);
        return whole;
      }
      return `${before}'${nameOf(target, file)}'`;
    });
    files.set(file, rewritten);
  }
  return files;
}

function nameOf(target, importer) {
  const other = ENTRY_POINTS.find(({ index }) => index === target);
  if (other !== undefined) return other.name;
  throw new SetupError(
    `${importer} imports ${target}, which is inside of another entry point of the package. Export what it needs from ` +
      'the index.ts of that one, or let it do without.',
  );
}

/**
 * The documents of the package by their paths in it: the first screen is its README, all stand in `docs`. What leads to
 * something of the repository that the package has not is no link there.
 * @returns {ReadonlyMap<string, string>}
 */
export function packageDocuments() {
  const folder = join(PROJECT, 'docs', 'streams');
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  const first = new Map(texts).get('README.md').replaceAll(/\]\((?!https?:|#|\.\.)([^)]+)\)/g, '](docs/$1)');
  return new Map([
    ['README.md', withLinksTo('protocol/', first)],
    ...texts.map(([name, text]) => [posix.join('docs', name), withLinksTo('../protocol/', text)]),
  ]);
}

function withLinksTo(protocol, text) {
  const linked = text.replaceAll('](../../src/protocol/', `](${protocol}`);
  return linked.replaceAll(/\[([^\]]+)\]\(\.\.\/\.\.\/[^)]+\)/g, '$1');
}

function stageDocuments() {
  rmSync(join(PACKAGE, 'docs'), { recursive: true, force: true });
  mkdirSync(join(PACKAGE, 'docs'));
  for (const [path, text] of packageDocuments()) writeFileSync(join(PACKAGE, path), text);
}
