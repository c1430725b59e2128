import { emptyTally, writeTally } from './tally.mjs';

/**
 * Counts Jasmine's specs, and each failure outside them (a file that does not load, an `afterAll`), for
 * `npm test`. A helper file rather than a `--reporter`, which would take the place of the one people read.
 * @returns {jasmine.CustomReporter}
 */
export function tallyReporter() {
  const tally = emptyTally();
  return {
    specDone({ status }) {
      if (status === 'passed') tally.passed++;
      else if (status === 'failed') tally.failed++;
      else tally.skipped++;
    },
    suiteDone({ failedExpectations }) {
      tally.failed += failedExpectations.length;
    },
    jasmineDone({ failedExpectations }) {
      tally.failed += failedExpectations.length;
      writeTally(tally);
    },
  };
}

jasmine.getEnv().addReporter(tallyReporter());
