/**
 * What was measured of a way.
 * @typedef {object} Measured
 * @property {string} name
 * @property {number} limit how many files it should enter at most
 * @property {import('./visits.mjs').Visit[]} files
 * @property {{ does: string, files: import('./visits.mjs').Visit[] }[]} beside
 */

/**
 * For people: the files in the order in which they are entered, those that are entered again with how often, and what
 * is entered besides.
 * @param {readonly Measured[]} ways
 */
export function text(ways) {
  return ways.map(oneWay).join('\n');
}

/** For programs. @param {readonly Measured[]} ways */
export function json(ways) {
  const counted = ways.map(({ name, limit, files, beside }) => ({ name, limit, count: files.length, files, beside }));
  return `${JSON.stringify(counted, null, 2)}\n`;
}

/** What each way says that enters more files than it may. @param {readonly Measured[]} ways */
export function waysTooLong(ways) {
  return ways
    .filter(({ files, limit }) => files.length > limit)
    .map(
      ({ name, files, limit }) =>
        `${name}: ${files.length} files, and ${limit} at most. Straighten it; or write into docs/architecture.md why not, and raise its limit.`,
    );
}

function oneWay({ name, limit, files, beside }) {
  const lines = files.map(({ file, entries }) => `  ${file}${entries > 1 ? ` ×${entries}` : ''}`);
  const sidePaths = beside.map(({ does, files: sidePath }) => {
    const names = sidePath.map(({ file }) => `      ${file}`);
    return [`    ${does}: ${sidePath.length}`, ...names].join('\n');
  });
  const all = files.length + beside.reduce((sum, sidePath) => sum + sidePath.files.length, 0);
  const title = `${name}: ${files.length} files (at most ${limit}), ${all} with what is beside it`;
  return [title, ...lines, ...(sidePaths.length > 0 ? ['  beside it'] : []), ...sidePaths, ''].join('\n');
}
