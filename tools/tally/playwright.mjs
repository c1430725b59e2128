import { emptyTally, writeTally } from './tally.mjs';

/** Counts Playwright's tests, and each error outside them, for `npm test`. Playwright wants a default export. */
export default class TallyReporter {
  #tests = new Map();
  #errors = 0;

  /** Called again for a retry, whose outcome then counts. */
  onTestEnd(test) {
    this.#tests.set(test.id, test);
  }

  onError() {
    this.#errors++;
  }

  onEnd() {
    const tally = { ...emptyTally(), failed: this.#errors, failures: [] };
    for (const test of this.#tests.values()) {
      if (test.outcome() === 'skipped') tally.skipped++;
      else if (test.ok()) tally.passed++;
      else {
        tally.failed++;
        tally.failures.push(test.titlePath().filter(Boolean).join(' › '));
      }
    }
    writeTally(tally);
  }

  printsToStdio() {
    return false;
  }
}
