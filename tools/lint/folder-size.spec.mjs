import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { PROJECT } from '../setup/project.mjs';

/** More than these are a heap: one no longer sees what is there. Templates and styles count as code does. Specs stand beside what they test, and don't count. */
const MOST_SOURCES = 20;

function sourcesOfFolders(...roots) {
  const counts = new Map();
  for (const root of roots)
    for (const name of readdirSync(join(PROJECT, root), { recursive: true })) {
      if (!/\.(ts|mjs|html|scss)$/.test(name) || /\.spec\.|node_modules/.test(name)) continue;
      const folder = dirname(`${root}/${name.split(sep).join('/')}`);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  return [...counts];
}

describe('a folder', () => {
  it(`has at most ${MOST_SOURCES} sources; beyond, make folders by what they do`, () => {
    const heaps = sourcesOfFolders('src', 'e2e', 'tools', 'bench', 'packages').filter(
      ([, count]) => count > MOST_SOURCES,
    );
    expect(heaps).toEqual([]);
  });
});
