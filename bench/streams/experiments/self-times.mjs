/**
 * How long a function itself has run, without those that it calls.
 * @typedef {{ file: string, line?: number, name: string, milliseconds: number, part: number }} SelfTime
 *   `part` of the time in which script ran
 */

/** What V8 calls time in which no script ran. The browser's own work for a frame is among it: `TaskDuration` has that. */
const NO_SCRIPT = new Set(['(root)', '(idle)', '(program)']);

/** Where nothing of the sources called it. */
const NATIVE = 'the browser';

/**
 * The functions of a CPU profile by the time that they themselves took, the longest first. What the browser or the
 * bundler made is told by who called it: `URL` costs the function that wants one.
 * @param {{ nodes: readonly object[], samples: readonly number[], timeDeltas: readonly number[] }} profile
 * @param {import('./source-positions.mjs').SourcePositions} positions
 * @returns {SelfTime[]}
 */
export function selfTimes({ nodes, samples, timeDeltas }, positions) {
  const places = placesOf(nodes, positions);
  const functions = new Map();
  let total = 0;
  samples.forEach((node, index) => {
    const place = places.get(node);
    if (NO_SCRIPT.has(place.name)) return;
    const milliseconds = (timeDeltas[index] ?? 0) / 1_000;
    total += milliseconds;
    const key = `${place.file}:${place.line}:${place.name}`;
    const known = functions.get(key) ?? { ...place, milliseconds: 0 };
    known.milliseconds += milliseconds;
    functions.set(key, known);
  });
  return [...functions.values()]
    .map((each) => ({ ...each, part: each.milliseconds / total }))
    .toSorted((one, other) => other.milliseconds - one.milliseconds);
}

/** Where each node of a profile stands in the sources, or the nearest of its callers that does. */
function placesOf(nodes, positions) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, byId.get(id)])));
  const placeOf = ({ id, callFrame }) => {
    const own = positions.find(callFrame);
    if (own !== undefined) return own;
    const name = nameOf(callFrame);
    for (let caller = callers.get(id); caller !== undefined; caller = callers.get(caller.id)) {
      const place = positions.find(caller.callFrame);
      if (place !== undefined) return { ...place, name: `${name} ← ${place.name}` };
    }
    return { file: NATIVE, line: undefined, name };
  };
  return new Map(nodes.map((node) => [node.id, placeOf(node)]));
}

/** A script that is in no source is the bundler's: how it writes out a spread, for example. */
function nameOf({ functionName, url }) {
  const name = functionName || '(anonymous)';
  return url === '' ? name : `bundler's ${name}`;
}

/**
 * The same by file.
 * @param {readonly SelfTime[]} functions
 * @returns {{ file: string, milliseconds: number, part: number }[]}
 */
export function byFile(functions) {
  const files = new Map();
  for (const { file, milliseconds, part } of functions) {
    const known = files.get(file) ?? { file, milliseconds: 0, part: 0 };
    files.set(file, { file, milliseconds: known.milliseconds + milliseconds, part: known.part + part });
  }
  return [...files.values()].toSorted((one, other) => other.milliseconds - one.milliseconds);
}
