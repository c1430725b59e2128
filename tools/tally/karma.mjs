import { emptyTally, writeTally } from './tally.mjs';

/** Counts Karma's specs, and each error of a browser outside them, for `npm test`. */
function tallyReporter() {
  const tally = emptyTally();
  return {
    /** Karma hands a reporter where it may write; this one writes no text. */
    adapters: [],
    onSpecComplete(_browser, { skipped, success }) {
      if (skipped) tally.skipped++;
      else if (success) tally.passed++;
      else tally.failed++;
    },
    onBrowserError() {
      tally.failed++;
    },
    onRunComplete() {
      writeTally(tally);
    },
  };
}

/** A Karma plugin: `plugins: [tally]` and `reporters: ['tally']`. A factory: Karma's injector can't make a class. */
export const tally = { 'reporter:tally': ['factory', tallyReporter] };
