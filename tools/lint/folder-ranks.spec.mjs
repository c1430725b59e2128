import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER_RANKS } from '../../.dependency-cruiser.mjs';
import { PROJECT } from '../setup/project.mjs';

/** What is no source of ours. `MODULES` has the order of the folders in `src` itself. */
const UNORDERED = /^(node_modules|dist|data|results)$/;

function foldersOf(path) {
  return readdirSync(join(PROJECT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !UNORDERED.test(entry.name))
    .map(({ name }) => name);
}

function hasSources(path) {
  const names = readdirSync(join(PROJECT, path), { recursive: true });
  return names.some((name) => /\.(ts|mjs)$/.test(name) && !/\.(spec|long)\./.test(name));
}

/** The folders with two or more folders of sources, at any depth. */
function parentsWithin(path) {
  const folders = foldersOf(path).filter((name) => hasSources(`${path}/${name}`));
  const within = folders.flatMap((name) => parentsWithin(`${path}/${name}`));
  return folders.length < 2 ? within : [{ path, folders }, ...within];
}

describe('FOLDER_RANKS', () => {
  const parents = ['src', 'bench', 'packages'].flatMap(parentsWithin).filter(({ path }) => path !== 'src');

  it('lists every folder with two or more folders of sources, so that no circle is between them', () => {
    expect(Object.keys(FOLDER_RANKS).sort()).toEqual(parents.map(({ path }) => path).sort());
  });

  for (const { path, folders } of parents) {
    it(`orders all folders of ${path}, and none that is gone`, () => {
      expect([...(FOLDER_RANKS[path] ?? [])].sort()).toEqual(folders.sort());
    });
  }
});
