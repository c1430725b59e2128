import { emptyTally, writeTally } from './tally.mjs';

/**
 * Counts Jasmine's specs, and each failure outside them (a file that does not load, an `afterAll`), for
 * `npm test`. It writes before each spec, so that a suite that has to be ended still says which one did not end. A
 * helper file rather than a `--reporter`, which would take the place of the one people read.
 * @returns {jasmine.CustomReporter}
 */
export function tallyReporter() {
  const tally = { ...emptyTally(), failures: [] };
  const countFailures = (name, count) => {
    if (count === 0) return;
    tally.failed += count;
    tally.failures.push(name);
  };
  return {
    specStarted({ fullName }) {
      writeTally({ ...tally, running: fullName });
    },
    specDone({ status, fullName }) {
      if (status === 'passed') tally.passed++;
      else if (status === 'failed') countFailures(fullName, 1);
      else tally.skipped++;
    },
    suiteDone({ fullName, failedExpectations }) {
      countFailures(`${fullName} (outside its specs)`, failedExpectations.length);
    },
    jasmineDone({ failedExpectations }) {
      countFailures('outside the specs', failedExpectations.length);
      writeTally(tally);
    },
  };
}

jasmine.getEnv().addReporter(tallyReporter());
