/**
 * A function that ran, by its place in a script.
 * @typedef {object} FunctionRun
 * @property {string} scriptId
 * @property {string} url of the script
 * @property {string} name
 * @property {number} start where the function begins
 * @property {number} end
 * @property {number} ranFrom where the part of it begins that ran: later, where it went on after an `await`
 * @property {number} count how often it ran
 */

/**
 * The functions that ran since coverage was taken last. One that was entered earlier and went on after an `await` ran
 * too: its own count is 0, that of a part of it is not. The body of a module is none: it runs when it is loaded.
 * @param {readonly import('node:inspector').Profiler.ScriptCoverage[]} scripts
 * @returns {FunctionRun[]}
 */
export function functionRuns(scripts) {
  return scripts.flatMap(({ scriptId, url, functions }) =>
    functions.flatMap(({ functionName: name, ranges }) => {
      const { startOffset: start, endOffset: end } = ranges[0];
      const ran = ranges.filter(({ count }) => count > 0);
      if (ran.length === 0 || (start === 0 && name === '')) return [];
      const count = Math.max(...ran.map((range) => range.count));
      return [{ scriptId, url, name, start, end, ranFrom: ran[0].startOffset, count }];
    }),
  );
}

/**
 * What ran more often than it does by itself.
 * @param {readonly FunctionRun[]} runs
 * @param {readonly FunctionRun[]} idle what ran in a longer time in which nothing happened
 * @returns {FunctionRun[]}
 */
export function withoutIdle(runs, idle) {
  const counts = new Map(idle.map((run) => [keyOf(run), run.count]));
  return runs.filter((run) => run.count > (counts.get(keyOf(run)) ?? 0));
}

function keyOf({ scriptId, start, end }) {
  return `${scriptId}:${start}:${end}`;
}
