import { CHECKS } from './checks.mjs';
import { PROJECT_NODE, projectEnvironment } from '../setup/project.mjs';
import { runStep } from '../setup/run-step.mjs';
import { emptyTally, sum } from '../tally/tally.mjs';

const TIME_LIMIT_MS = 10 * 60_000;

/**
 * Runs every check, and says of each that fails what to do.
 * @param {readonly (readonly import('./checks.mjs').Check[])[]} checks lists that can run at the same time
 * @param {{ output?: 'inherit' | 'held' }} options where what they print goes, as `runStep` has it
 * @returns {Promise<import('../tally/tally.mjs').Tally>} each check counts as one
 */
export async function runChecks(checks = CHECKS, options = {}) {
  const tallies = await Promise.all(checks.map((list) => runInOrder(list, options)));
  return sum(tallies.flat());
}

async function runInOrder(checks, options) {
  const tallies = [];
  for (const check of checks) tallies.push(await runCheck(check, options));
  return tallies;
}

async function runCheck({ name, args, advice }, options) {
  const { code, isOverTime } = await runStep(PROJECT_NODE, args, {
    env: projectEnvironment(),
    timeLimitMs: TIME_LIMIT_MS,
    ...options,
  });
  if (code === 0 && !isOverTime) return { ...emptyTally(), passed: 1 };
  console.error(isOverTime ? `✖ ${name}: not done within ${TIME_LIMIT_MS / 60_000} minutes` : `✖ ${name}: ${advice}\n`);
  return { ...emptyTally(), failed: 1, failures: [name] };
}
