/**
 * What a suite has come to.
 * @typedef {{ name: string, tally: import('../tally/tally.mjs').Tally, seconds: number }} SuiteResult
 */

/**
 * Runs suites, lane beside lane, and those that want to be `alone` one after the other when all lanes have ended.
 * @param {readonly import('./suites.mjs').Suite[]} suites
 * @param {string | undefined} browser the browser to drive
 * @returns {Promise<SuiteResult[]>} in the order of the suites
 */
export async function runSuites(suites, browser) {
  const results = new Map();
  const runInOrder = async (lane) => {
    for (const suite of lane) results.set(suite, await runSuite(suite, browser));
  };
  const inLane = (name) => suites.filter(({ lane }) => lane === name);
  await Promise.all([runInOrder(inLane('first')), runInOrder(inLane('second'))]);
  await runInOrder(inLane('alone'));
  return suites.map((suite) => results.get(suite));
}

async function runSuite({ name, run }, browser) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  return { name, tally: await run(browser), seconds: (performance.now() - startedAt) / 1_000 };
}
