import { join } from 'node:path';
import { runChecks } from '../lint/run-checks.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { PROJECT_NODE, projectEnvironment, TOOL } from '../setup/project.mjs';
import { Refusal } from '../setup/refusal.mjs';
import { runStep } from '../setup/run-step.mjs';
import { emptyTally, readTally, TALLY_FILE } from '../tally/tally.mjs';

const MINUTE_MS = 60_000;

/**
 * A part of `npm test`, which never rejects for what it finds.
 * @typedef {{ name: string, run: () => Promise<import('../tally/tally.mjs').Tally> }} Suite
 */

/**
 * Everything that `npm test` runs, in order: what is quick to tell first.
 * @param {{ browser: string, folder: string }} options the browser to drive, and a folder for what the suites report
 * @returns {Suite[]}
 */
export function suites({ browser, folder }) {
  const specs = (name, args, timeLimitMs) => () => runSpecs({ name, args, timeLimitMs, browser, folder });
  return [
    { name: 'lint', run: runChecks },
    { name: 'specs in Node', run: specs('node', [TOOL.jasmine, '--config=src/jasmine.node.json'], 10 * MINUTE_MS) },
    { name: 'specs in the browser', run: specs('browser', [TOOL.ng, 'test'], 10 * MINUTE_MS) },
    { name: 'build', run: build },
    {
      name: 'end to end',
      run: specs('e2e', [TOOL.playwright, 'test', '--config=e2e/playwright.config.ts'], 40 * MINUTE_MS),
    },
  ];
}

/** Counts only where it fails: it is no test, but what the next suite tests. */
async function build() {
  try {
    await ensureBuilt(10 * MINUTE_MS);
    return emptyTally();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return { ...emptyTally(), failed: 1 };
  }
}

async function runSpecs({ name, args, timeLimitMs, browser, folder }) {
  const file = join(folder, `${name}.json`);
  const { code } = await runTool(args, timeLimitMs, { CHROME_BIN: browser, [TALLY_FILE]: file });
  return readTally(file, { succeeded: code === 0 });
}

async function runTool(args, timeLimitMs, env = {}) {
  const outcome = await runStep(PROJECT_NODE, args, { env: projectEnvironment(env), timeLimitMs });
  if (outcome.isOverTime) console.error(`${args[0]} took over ${timeLimitMs / MINUTE_MS} minutes and was ended.`);
  return outcome;
}
