import { readFileSync } from 'node:fs';
import { isNewEnough } from './new-enough-node.mjs';

describe('isNewEnough', () => {
  it('takes Node 20 and later', () => {
    for (const version of ['20.0.0', '20.20.2', '24.21.0', '100.0.0']) expect(isNewEnough(version)).toBeTrue();
  });

  it('refuses what is older', () => {
    for (const version of ['0.12.18', '9.11.2', '14.21.3', '18.20.8', '19.9.0']) {
      expect(isNewEnough(version)).toBeFalse();
    }
  });
});

describe('what is read before the version is known', () => {
  for (const name of ['../start.mjs', '../test.mjs', '../dev.mjs', 'new-enough-node.mjs']) {
    it(`keeps to what Node 14 reads: ${name}`, () => {
      const source = readFileSync(new URL(name, import.meta.url), 'utf8');
      expect(source).not.toMatch(/from 'node:|\?\?|\?\.|\?\?=|\|\|=|&&=|^await |#\w+\s*[=(;]|static \{|\.at\(/m);
      const imported = [...source.matchAll(/^import .* from '(.*)'/gm)].map(([, path]) => path);
      expect(imported.filter((path) => !path.endsWith('/new-enough-node.mjs'))).toEqual([]);
    });
  }
});
