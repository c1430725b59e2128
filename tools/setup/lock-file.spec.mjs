import { readFileSync } from 'node:fs';
import { packagePath } from './runtime-lock-file.mjs';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

describe('the lock file', () => {
  // npm leaves out what the registry does not have for another machine, and then refuses its own file.
  it('has every optional package, so that npm ci takes it on every machine', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => packagePath(name, path, packages) === undefined),
    );
    expect(missing).toEqual([]);
  });

  it('says of no package where it was downloaded', () => {
    expect(Object.values(packages).filter(({ resolved }) => /^https?:/.test(resolved ?? ''))).toEqual([]);
  });
});
