/**
 * What a suite has come to.
 * @typedef {{ name: string, tally: import('../tally/tally.mjs').Tally, seconds: number }} SuiteResult
 */

/** Suites at once, for two cores: one of them waits for processes for most of its time. */
const AT_ONCE = 3;

/**
 * Runs suites in order, three at once, and those that want to be alone one after the other when all others have ended.
 * @param {readonly import('./suites.mjs').Suite[]} suites
 * @param {string | undefined} browser the browser to drive
 * @returns {Promise<SuiteResult[]>} in the order of the suites
 */
export async function runSuites(suites, browser) {
  const results = new Map();
  const runInOrder = async (left) => {
    for (let suite = left.shift(); suite !== undefined; suite = left.shift()) {
      results.set(suite, await runSuite(suite, browser));
    }
  };
  const beside = suites.filter(({ isAlone }) => !isAlone);
  await Promise.all(Array.from({ length: AT_ONCE }, () => runInOrder(beside)));
  await runInOrder(suites.filter(({ isAlone }) => isAlone));
  return suites.map((suite) => results.get(suite));
}

async function runSuite({ name, run }, browser) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  return { name, tally: await run(browser), seconds: (performance.now() - startedAt) / 1_000 };
}
