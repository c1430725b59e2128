/**
 * A source file that a way enters.
 * @typedef {object} Visit
 * @property {string} file
 * @property {number} entries how often it is entered from another file
 * @property {string[]} functions the names of what is entered in it; those without a name are left out
 */

/**
 * The files of functions, in the order in which they are entered first.
 * @param {readonly { file: string, name: string }[]} functions
 * @param {readonly number[]} trace places in that list, as the functions were entered
 * @returns {Visit[]}
 */
export function visits(functions, trace) {
  const found = new Map();
  let last;
  for (const { file, name } of trace.map((number) => functions[number])) {
    const visit = found.get(file) ?? { file, entries: 0, functions: [] };
    found.set(file, visit);
    if (file !== last) visit.entries += 1;
    if (name !== '' && !visit.functions.includes(name)) visit.functions.push(name);
    last = file;
  }
  return [...found.values()];
}
