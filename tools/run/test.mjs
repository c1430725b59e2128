import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/setup-error.mjs';
import { sum, summary } from '../tally/tally.mjs';
import { runSuites } from './run-suites.mjs';
import { suites } from './suites.mjs';
import { chooseSuites, readTestOptions } from './test-options.mjs';

await runProgram(async () => {
  const options = readTestOptions(process.argv.slice(2));
  const folder = join(tmpdir(), `ask-kitten-test-${process.pid}`);
  const chosen = chooseSuites(suites(folder), options);
  // src/testing/test-scope.ts reads it in each suite.
  if (options.isEverything) process.env.TEST_SCOPE = 'all';
  await ensureInstalled();
  const browser = chosen.some(({ needsBrowser }) => needsBrowser) ? await ensureBrowser() : undefined;
  mkdirSync(folder, { recursive: true });
  let results;
  try {
    results = await runSuites(chosen, browser);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = sum(results.map(({ tally }) => tally));
  console.log(`\n${results.map(line).join('\n')}\n\n${summary(total)}`);
  return total.failed === 0 ? 0 : 1;
});

function line({ name, tally, seconds }) {
  const counts = `${String(tally.passed).padStart(5)} passed ${String(tally.failed).padStart(3)} failed`;
  return `${name.padEnd(24)} ${counts} ${seconds.toFixed(1).padStart(7)} s`;
}
