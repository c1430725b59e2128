import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../lint/checks.mjs';
import { runChecks } from '../lint/run-checks.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { PROJECT_NODE, projectEnvironment, TOOL } from '../setup/project.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { runStep } from '../setup/run-step.mjs';
import { emptyTally, readTally, TALLY_FILE } from '../tally/tally.mjs';

const MINUTE_MS = 60_000;
/** With everything they take 8 minutes on a slow machine that does nothing else. */
const SPECS_LIMIT_MS = 25 * MINUTE_MS;
const NODE_SPECS = '--config=src/jasmine.node.json';
const GATEWAY_SPECS = 'src/server/**/*.spec.ts';
/** Start the gateway as people start it, and spend most of their time waiting for it. */
const PROCESS_SPECS = ['src/server/cli/main*.spec.ts', 'src/server/cluster.spec.ts'];

/**
 * A part of `npm test`.
 * @typedef {object} Suite
 * @property {string} key what `--only` calls it
 * @property {string} name
 * @property {boolean} needsBrowser
 * @property {boolean} [isLong] whether it runs only with `--all`, or when it is named
 * @property {boolean} [isAlone] whether it keeps all cores busy, and waits for the others; they run three at once
 * @property {(browser: string | undefined) => Promise<import('../tally/tally.mjs').Tally>} run
 *   with the browser to drive; never rejects for what it finds
 */

/**
 * Everything that `npm test` runs, in order: what takes longest first, so that the cores are done at about the same time.
 * @param {string} folder for what the suites report
 * @returns {Suite[]}
 */
export function suites(folder) {
  const specs = (suite, args, timeLimitMs) => {
    const file = join(folder, `${suite.key}.json`);
    return { ...suite, run: (browser) => runSpecs({ file, args, timeLimitMs, browser }) };
  };
  return [
    {
      key: 'lint',
      name: 'lint',
      needsBrowser: false,
      run: () => runChecks([CHECKS.flat()], { output: 'held' }),
    },
    // A process of Jasmine keeps no more than one core busy: what runs in Node is divided among three.
    specs(
      { key: 'gateway', name: 'specs of the gateway', needsBrowser: false },
      [TOOL.jasmine, NODE_SPECS, GATEWAY_SPECS, ...PROCESS_SPECS.map((files) => `!${files}`)],
      SPECS_LIMIT_MS,
    ),
    specs(
      { key: 'processes', name: 'the gateway as processes', needsBrowser: false },
      [TOOL.jasmine, NODE_SPECS, ...PROCESS_SPECS],
      SPECS_LIMIT_MS,
    ),
    specs({ key: 'browser', name: 'specs in the browser', needsBrowser: true }, [TOOL.ng, 'test'], SPECS_LIMIT_MS),
    specs(
      { key: 'node', name: 'other specs in Node', needsBrowser: false },
      [TOOL.jasmine, NODE_SPECS, ...otherSpecs()],
      SPECS_LIMIT_MS,
    ),
    { key: 'build', name: 'build', needsBrowser: false, run: build },
    specs(
      { key: 'e2e', name: 'end to end', needsBrowser: true, isAlone: true },
      [TOOL.playwright, 'test', '--config=e2e/playwright.config.ts'],
      60 * MINUTE_MS,
    ),
    specs(
      { key: 'package', name: 'the package elsewhere', needsBrowser: true, isLong: true, isAlone: true },
      [TOOL.jasmine, '--config=tools/streams/adopter/jasmine.json'],
      30 * MINUTE_MS,
    ),
    specs(
      { key: 'release', name: 'the release, installed', needsBrowser: false, isLong: true, isAlone: true },
      [TOOL.jasmine, '--config=tools/release/jasmine.json'],
      20 * MINUTE_MS,
    ),
  ];
}

/** What runs in Node and is not the gateway's. */
function otherSpecs() {
  const { spec_files: all } = JSON.parse(readFileSync(new URL('../../src/jasmine.node.json', import.meta.url), 'utf8'));
  return all.filter((files) => files !== GATEWAY_SPECS);
}

/** Counts only where it fails: it is no test, but what the next suite tests. */
async function build() {
  try {
    await ensureBuilt(10 * MINUTE_MS);
    return emptyTally();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return { ...emptyTally(), failed: 1, failures: ['build'] };
  }
}

async function runSpecs({ file, args, timeLimitMs, browser }) {
  const { code } = await runTool(args, timeLimitMs, { ...(browser && { CHROME_BIN: browser }), [TALLY_FILE]: file });
  return readTally(file, { succeeded: code === 0 });
}

async function runTool(args, timeLimitMs, env = {}) {
  const outcome = await runStep(PROJECT_NODE, args, { env: projectEnvironment(env), timeLimitMs });
  if (outcome.isOverTime) console.error(`${args[0]} took over ${timeLimitMs / MINUTE_MS} minutes and was ended.`);
  return outcome;
}
