import { setTimeout as delay } from 'node:timers/promises';
import { withoutIdle } from './coverage.mjs';
import { visits } from './visits.mjs';

/** How long nothing is done, to see what runs by itself, in milliseconds. Longer than any way takes. */
const IDLE_MS = 3_000;

/** How long the rest of what a way began may take, in milliseconds. */
const SETTLE_MS = 700;

/** How long a way may take, in milliseconds: one that has not ended then has lost its end. */
const LIMIT_MS = 60_000;

/**
 * One thing that is done to the program.
 * @typedef {object} Way
 * @property {string} name
 * @property {(begin: () => Promise<unknown>, end: () => Promise<any>) => Promise<any>} run does it once: calls `begin`
 *   right before it, `end` at the very moment at which it is done, and resolves with what `end` did
 */

/**
 * Does a thing three times: once so that nothing is met for the first time, once for its coverage, and once for the
 * order of what was entered. What only one of the last two has met came by chance.
 * @param {Way} way
 * @param {import('./recorder.mjs').Recorder} recorder
 * @param {(run: import('./coverage.mjs').FunctionRun) => string | undefined} fileOf the source file of a function
 * @returns {Promise<import('./visits.mjs').Visit[]>} the source files that it enters
 */
export async function measure(way, recorder, fileOf) {
  const run = (begin, end) => inTime(way.name, way.run(begin, end));
  const nothing = async () => undefined;
  await run(nothing, nothing);
  await delay(SETTLE_MS);
  await recorder.take();
  await delay(IDLE_MS);
  const idle = await recorder.take();
  const take = () => recorder.take();
  const ran = withoutIdle(await run(take, take), idle);
  await delay(SETTLE_MS);
  const functions = ran.map((each) => ({ ...each, file: fileOf(each) })).filter(({ file }) => file !== undefined);
  await recorder.trace(functions);
  const trace = await run(
    () => recorder.clearTrace(),
    () => recorder.takeTrace(),
  );
  await recorder.endTrace();
  await delay(SETTLE_MS);
  return visits(functions, trace);
}

function inTime(name, running) {
  const late = delay(LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`the end of "${name}" was not seen: see where it is looked for`);
  });
  return Promise.race([running, late]);
}
