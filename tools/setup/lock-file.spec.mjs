import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

/** Whether a package finds another, in its own folder or in one around it, as Node looks for it. */
function finds(path, name) {
  const inner = path === '' ? '' : `${path}/`;
  if (`${inner}node_modules/${name}` in packages) return true;
  return path !== '' && finds(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

describe('the lock file', () => {
  // npm leaves out what the registry does not have for another machine, and then refuses its own file.
  it('has every optional package, so that npm ci takes it on every machine', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !finds(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it('says of no package where it was downloaded', () => {
    expect(Object.values(packages).filter(({ resolved }) => /^https?:/.test(resolved ?? ''))).toEqual([]);
  });
});
