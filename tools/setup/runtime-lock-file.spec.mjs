import { readFileSync } from 'node:fs';
import { runtimeLockFile } from './runtime-lock-file.mjs';

const LOCK = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

/** A lock file with a root that asks for `a`, and for `tool` in development. */
function lockOf(packages) {
  return {
    lockfileVersion: 3,
    packages: { '': { dependencies: { a: '1' }, devDependencies: { tool: '1' } }, ...packages },
  };
}

function namesIn(lock) {
  return Object.keys(lock.packages).filter((path) => path !== '');
}

describe('runtimeLockFile', () => {
  it('leaves out what only development reaches, and asks for none of it', () => {
    const short = runtimeLockFile(lockOf({ 'node_modules/a': {}, 'node_modules/tool': { dev: true } }));
    expect(namesIn(short)).toEqual(['node_modules/a']);
    expect(short.packages['']).toEqual({ dependencies: { a: '1' } });
    expect(short.lockfileVersion).toBe(3);
  });

  it('keeps what is asked for on the way, peers and optional packages too', () => {
    const a = { dependencies: { b: '1' }, peerDependencies: { c: '1' }, optionalDependencies: { d: '1', gone: '1' } };
    const packages = { 'node_modules/a': a, 'node_modules/b': {}, 'node_modules/c': {}, 'node_modules/d': {} };
    expect(namesIn(runtimeLockFile(lockOf(packages)))).toEqual(Object.keys(packages));
  });

  it('leaves out what a package could make use of, and works without', () => {
    const a = { peerDependencies: { tool: '1' }, peerDependenciesMeta: { tool: { optional: true } } };
    expect(namesIn(runtimeLockFile(lockOf({ 'node_modules/a': a, 'node_modules/tool': {} })))).toEqual([
      'node_modules/a',
    ]);
  });

  it('takes the nearest of several releases', () => {
    const packages = {
      'node_modules/@x/a': { dependencies: { b: '2' } },
      'node_modules/@x/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': {},
    };
    const lock = { packages: { '': { dependencies: { '@x/a': '1' } }, ...packages } };
    expect(namesIn(runtimeLockFile(lock))).toEqual([
      'node_modules/@x/a',
      'node_modules/@x/a/node_modules/b',
      'node_modules/c',
    ]);
  });

  it('has what this project builds and runs with, and nothing that only tests it', () => {
    const { packages } = runtimeLockFile(LOCK);
    for (const name of ['@angular/build', '@angular/compiler-cli', 'node', 'typescript', 'fastify', 'esbuild']) {
      expect(packages[`node_modules/${name}`]).withContext(name).toBeDefined();
    }
    for (const name of ['eslint', 'karma', 'ng-packagr', '@playwright/test']) {
      expect(packages[`node_modules/${name}`]).withContext(name).toBeUndefined();
    }
    expect(Object.keys(packages).length).toBeLessThan(Object.keys(LOCK.packages).length * 0.6);
  });
});
