/**
 * What a suite has come to.
 * @typedef {{ name: string, tally: import('../tally/tally.mjs').Tally, seconds: number }} SuiteResult
 */

/**
 * Runs suites, each as soon as its company allows: those `beside` at once, those `alone` when these have ended, the
 * others one after the other meanwhile.
 * @param {readonly import('./suites.mjs').Suite[]} suites
 * @param {string | undefined} browser the browser to drive
 * @returns {Promise<SuiteResult[]>} in the order of the suites
 */
export async function runSuites(suites, browser) {
  const results = new Map();
  const run = async (suite) => results.set(suite, await runSuite(suite, browser));
  const beside = suites.filter(({ company }) => company === 'beside').map(run);
  for (const suite of suites.filter(({ company }) => company !== 'beside')) {
    if (suite.company === 'alone') await Promise.all(beside);
    await run(suite);
  }
  await Promise.all(beside);
  return suites.map((suite) => results.get(suite));
}

async function runSuite({ name, run }, browser) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  return { name, tally: await run(browser), seconds: (performance.now() - startedAt) / 1_000 };
}
