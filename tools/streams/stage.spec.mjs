import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { entryPointSources, PACKAGE, packageDocuments } from './stage.mjs';

/** The packages that some sources import, by name. */
function packagesOf(sources) {
  const specifiers = [...sources.values()].flatMap((text) => [...text.matchAll(/\bfrom '([^.'][^']*)'/g)]);
  return new Set(specifiers.map(([, name]) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')));
}

describe('the sources of @ask-kitten/streams', () => {
  const sources = entryPointSources();
  const layer = sources.get('@ask-kitten/streams');
  const testing = sources.get('@ask-kitten/streams/testing');
  const protocol = sources.get('@ask-kitten/streams/protocol');

  it('import what the package depends on, all of it, and nothing else', () => {
    const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
    const needed = [...packagesOf(layer)].filter((name) => name !== manifest.name);
    // The compiler's helpers are imported when it has written them.
    const declared = Object.keys({ ...manifest.peerDependencies, ...manifest.dependencies, tslib: '' });
    expect([...needed, 'tslib'].sort()).toEqual(declared.sort());
  });

  it('need nothing at all for the protocol, so that it runs without Angular', () => {
    expect(packagesOf(protocol)).toEqual(new Set());
  });

  it('have fakes without a test runner, which know the layer by its public entry alone', () => {
    expect([...packagesOf(testing)].sort()).toEqual(['@angular/core', '@ask-kitten/streams', 'rxjs']);
    expect([...testing.values()].join()).not.toMatch(/\b(jasmine|vitest|expect|TestBed)\b/);
  });

  it('have each file in one entry point', () => {
    const files = [...sources.values()].flatMap((one) => [...one.keys()]);
    expect(files.length).toBe(new Set(files).size);
  });
});

describe('the documents of @ask-kitten/streams', () => {
  const documents = packageDocuments();
  const packed = [...documents.keys(), 'protocol/PROTOCOL.md', 'protocol/schema.json', 'protocol/vectors.json'];

  for (const [path, text] of documents) {
    it(`lead from ${path} to what is in the package, and nowhere else`, () => {
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link);
      expect(packed).toEqual(jasmine.arrayContaining(links.map((link) => posix.join(posix.dirname(path), link))));
    });
  }
});
