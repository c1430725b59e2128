import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { unusedExports } from './unused-exports.mjs';

/** The TypeScript in these folders of the project. */
function sourcesIn(...folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true }).map((name) => `${folder}/${name.split(sep).join('/')}`),
  );
  const scripts = files.filter((file) => file.endsWith('.ts'));
  return new Map(scripts.map((file) => [file, readFileSync(join(PROJECT, file), 'utf8')]));
}

describe('unusedExports', () => {
  function unused(files) {
    return unusedExports(new Map(Object.entries(files)));
  }

  it('names the values that nobody imports', () => {
    const files = {
      'a/one.ts':
        'export const used = 1; export function unused() {} export class Shape {} const inner = 1; export type A = 1; export interface B {}',
      'a/two.ts': "import { used } from './one.ts';",
    };
    expect(unused(files)).toEqual(['a/one.ts: unused', 'a/one.ts: Shape']);
  });

  const uses = {
    'an import under another name': "import { used as mine } from '../a/one.ts';",
    'a type import': "import type { used } from '../a/one.ts';",
    'an import of everything': "import * as one from '../a/one.ts';",
    'passing it on': "export { used } from '../a/one.ts';",
    'passing everything on': "export * from '../a/one.ts';",
    'an import on demand': "const load = () => import('../a/one.ts');",
    'an import in a type': "type Used = typeof import('../a/one.ts');",
  };

  for (const [name, text] of Object.entries(uses)) {
    it(`takes ${name} for a use`, () => {
      expect(unused({ 'a/one.ts': 'export const used = 1;', 'b/two.ts': text })).toEqual([]);
    });
  }

  it('takes the same name from another file for no use', () => {
    const files = { 'a/one.ts': 'export const same = 1;', 'b/one.ts': 'export const same = 1;' };
    expect(unused({ ...files, 'a/two.ts': "import { same } from './one.ts';" })).toEqual(['b/one.ts: same']);
  });
});

describe('the sources', () => {
  it('export no value that no other file imports', () => {
    expect(unusedExports(sourcesIn('src', 'e2e'))).toEqual([]);
  });
});
