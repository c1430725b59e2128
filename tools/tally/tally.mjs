import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What a suite of specs came to.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
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
 * that ended badly without a failed spec broke outside its specs: each counts as one failure.
 * @param {string} file
 * @param {{ succeeded: boolean }} outcome how the suite's process ended
 * @returns {Tally}
 */
export function readTally(file, { succeeded }) {
  const tally = parseTally(file) ?? emptyTally();
  const ranNothing = tally.passed + tally.failed === 0;
  const brokeOutside = !succeeded && tally.failed === 0;
  return ranNothing || brokeOutside ? { ...tally, failed: 1 } : tally;
}

/** @returns {Tally | undefined} */
function parseTally(file) {
  try {
    const { passed, failed, skipped } = JSON.parse(readFileSync(file, 'utf8'));
    return [passed, failed, skipped].every(Number.isSafeInteger) ? { passed, failed, skipped } : undefined;
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
    }),
    emptyTally(),
  );
}

/**
 * The last line of a run: `3 passed, 0 failed`. What was skipped has a line of its own before it.
 * @param {Tally} tally
 */
export function summary({ passed, failed, skipped }) {
  return `${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`;
}
