/**
 * The lock file of what a start needs. `npm ci --omit=dev` also installs what only tests need where a package of the start
 * could make use of it, Karma and ng-packagr among that: a third of the packages.
 * @param {LockFile} lock the project's `package-lock.json`
 * @returns {LockFile} without what is reached only through development or optional peers
 * @typedef {{ readonly packages: Readonly<Record<string, LockEntry>> }} LockFile
 * @typedef {{ dependencies?: Names, optionalDependencies?: Names, peerDependencies?: Names, devDependencies?: Names,
 *   peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>> }} LockEntry
 * @typedef {Readonly<Record<string, string>>} Names
 */
export function runtimeLockFile(lock) {
  const root = { ...lock.packages[''] };
  delete root.devDependencies;
  const needed = new Set();
  const waiting = [{ at: '', entry: root }];
  for (const { at, entry } of waiting) {
    for (const name of neededBy(entry)) {
      const found = packagePath(name, at, lock.packages);
      // An optional package of another system may be left out of a lock file.
      if (found === undefined || needed.has(found)) continue;
      needed.add(found);
      waiting.push({ at: found, entry: lock.packages[found] });
    }
  }
  const packages = Object.entries(lock.packages).filter(([path]) => needed.has(path));
  return { ...lock, packages: { '': root, ...Object.fromEntries(packages) } };
}

function neededBy({ dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/**
 * Where Node.js finds a package that is asked for from a folder: in the nearest `node_modules` that has it.
 * @param {string} name
 * @param {string} from the folder of who asks, empty for the project
 * @param {Readonly<Record<string, LockEntry>>} packages
 * @returns {string | undefined} where it is found nowhere
 */
export function packagePath(name, from, packages) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}
