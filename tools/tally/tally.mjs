import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What a suite of specs came to.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [failures] the names of what failed, as far as they are known
 * @property {string} [running] the name of the spec that had not ended when this was written
 */

/** Names the file that a suite's reporter writes its tally to; unset where nobody asked for one. */
export const TALLY_FILE = 'TALLY_FILE';

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Writes a tally where the environment asks for it, and nowhere otherwise.
 * @param {Tally} tally
 */
export function writeTally(tally) {
  const file = process.env[TALLY_FILE];
  if (file) writeFileSync(file, JSON.stringify(tally));
}

/**
 * Reads what a suite's reporter wrote. A suite that wrote nothing or ran nothing has proved nothing, and one
 * that ended badly without a failed spec broke outside its specs: each counts as one failure, as does the spec that was
 * running when the suite was ended.
 * @param {string} file
 * @param {{ succeeded: boolean }} outcome how the suite's process ended
 * @returns {Tally}
 */
export function readTally(file, { succeeded }) {
  const { running, ...tally } = parseTally(file) ?? emptyTally();
  if (running !== undefined) return withFailure(tally, `${running} (had not ended)`);
  const ranNothing = tally.passed + tally.failed === 0;
  const brokeOutside = !succeeded && tally.failed === 0;
  return ranNothing || brokeOutside ? withFailure(tally, 'ended without a result') : tally;
}

function withFailure(tally, name) {
  return { ...tally, failed: tally.failed + 1, failures: [...(tally.failures ?? []), name] };
}

/** @returns {Tally | undefined} */
function parseTally(file) {
  try {
    const tally = JSON.parse(readFileSync(file, 'utf8'));
    return [tally.passed, tally.failed, tally.skipped].every(Number.isSafeInteger) ? tally : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
      failures: [...total.failures, ...(tally.failures ?? [])],
    }),
    { ...emptyTally(), failures: [] },
  );
}

/**
 * The last lines of a run: what failed and what was skipped, where anything was, and then `3 passed, 0 failed`.
 * @param {Tally} tally
 */
export function summary({ passed, failed, skipped, failures = [] }) {
  const lines = failures.map((name) => `✖ ${name}`);
  if (skipped > 0) lines.push(`${skipped} skipped`);
  return [...lines, `${passed} passed, ${failed} failed`].join('\n');
}
