import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageOf, packagesOf } from './release-package.mjs';

const BIN = fileURLToPath(new URL('ask-kitten.cjs', import.meta.url));

describe('the package of a release', () => {
  const project = {
    name: 'ask-kitten',
    version: '1.2.3',
    dependencies: { a: '1.0.0', '@b/c': '2.0.0', '@angular/core': '3' },
  };

  it('wants what the compiled files name, and nothing else', () => {
    const text = `import x from "a/deep.js";import{y}from'@b/c';import"./own.js";import f from"node:fs";const z=await import("a")`;
    expect(packagesOf(text, project.dependencies)).toEqual(['a', '@b/c']);
    expect(packageOf(project, ['a', '@b/c']).dependencies).toEqual({ a: '1.0.0', '@b/c': '2.0.0' });
  });

  it('wants what is loaded in any other way', () => {
    const text = `createRequire(import.meta.url)('a'); require.resolve("@b/c/package.json"); say('d')`;
    expect(packagesOf(text, project.dependencies)).toEqual(['a', '@b/c']);
  });

  it('is not made where a package would be missing', () => {
    expect(packagesOf('import "d"', project.dependencies)).toEqual(['d']);
    expect(() => packageOf(project, ['d'])).toThrowError(/d$/);
  });

  it('says in one line that a Node is too old', () => {
    const old = `Object.defineProperty(process.versions, "node", { value: "22.12.0" }); require(${JSON.stringify(BIN)})`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Ask Kitten needs Node\.js 22\.13 or later, and this is \S+ https:\/\/nodejs\.org\n$/);
  });
});
