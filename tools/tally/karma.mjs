import { emptyTally, writeTally } from './tally.mjs';

/** Counts Karma's specs, and each error of a browser outside them, for `npm test`. */
function tallyReporter() {
  const tally = { ...emptyTally(), failures: [] };
  const countFailure = (name) => {
    tally.failed++;
    tally.failures.push(name);
  };
  return {
    /** Karma hands a reporter where it may write; this one writes no text. */
    adapters: [],
    onSpecComplete(_browser, { skipped, success, suite, description }) {
      if (skipped) tally.skipped++;
      else if (success) tally.passed++;
      else countFailure([...suite, description].join(' '));
    },
    onBrowserError() {
      countFailure('the browser, outside the specs');
    },
    onRunComplete() {
      writeTally(tally);
    },
  };
}

/** A Karma plugin: `plugins: [tally]` and `reporters: ['tally']`. A factory: Karma's injector can't make a class. */
export const tally = { 'reporter:tally': ['factory', tallyReporter] };
