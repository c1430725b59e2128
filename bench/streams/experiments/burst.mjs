import { setTimeout as wait } from 'node:timers/promises';
import { observeLongTasks } from '../pages/long-tasks.mjs';
import { labelOf } from '../payloads.mjs';
import { withChat } from './open-chat.mjs';

const PER_FRAME = 50;

/** A main thread that works less than this in a second has nothing left to do. */
const QUIET_MS = 50;

/** How long the chat may take to show and to store a burst. */
const LIMIT_MS = 5 * 60_000;

/** How often it is looked at. Rarely: each look is work of the same thread. */
const LOOK_MS = 250;

/**
 * What a burst costs the open chat.
 * @typedef {{ taskMs: number, scriptMs: number, longestTaskMs: number, shownAfterMs: number }} BurstSample
 *   the longest task by the clock, the others in CPU time
 */

/**
 * Sends texts from a basic server into the open chat, as fast as it takes them, once for each round.
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {{ texts: number, rounds: number }} options
 * @param {(line: string) => void} report
 * @returns {Promise<BurstSample[]>}
 */
export async function measureBurst(browser, { texts, rounds }, report) {
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    const sample = await withChat(browser, (chat) => burst(chat, texts));
    samples.push(sample);
    const { taskMs, longestTaskMs } = sample;
    report(
      `round ${round + 1}: ${texts} texts: ${Math.round(taskMs)} ms, longest task ${Math.round(longestTaskMs)} ms`,
    );
  }
  return samples;
}

/** @returns {Promise<BurstSample>} */
async function burst({ page, server }, texts) {
  await untilQuiet(page);
  await page.evaluate(`(${observeLongTasks})()`);
  const before = await page.work();
  const startedAt = performance.now();
  const sent = server.send({ from: 0, count: texts, perFrame: PER_FRAME, kind: 'plain texts' });
  await untilShown(page, texts);
  const shownAfterMs = performance.now() - startedAt;
  await sent;
  await untilQuiet(page);
  const after = await page.work();
  return {
    taskMs: after.taskMs - before.taskMs,
    scriptMs: after.scriptMs - before.scriptMs,
    longestTaskMs: await page.evaluate('longestTaskMs'),
    shownAfterMs,
  };
}

/** The chat follows the end of the conversation, so the newest text is on the screen; every row knows how many there are. */
async function untilShown(page, texts) {
  const log = `document.querySelector('[role=log]')`;
  const deadline = performance.now() + LIMIT_MS;
  while (!(await page.evaluate(`${log}.textContent.includes('${labelOf(texts - 1)}')`))) {
    if (performance.now() > deadline) throw new Error(`the chat has not shown text ${texts} in time`);
    await wait(LOOK_MS);
  }
  const rows = Number(await page.evaluate(`${log}.querySelector('[aria-setsize]').ariaSetSize`));
  if (rows !== texts) throw new Error(`of ${texts} texts the chat has ${rows}`);
}

/** What comes after the last frame belongs to the burst too: what was put off. */
async function untilQuiet(page) {
  const deadline = performance.now() + LIMIT_MS;
  let last = (await page.work()).taskMs;
  for (;;) {
    await wait(1_000);
    const { taskMs } = await page.work();
    if (taskMs - last < QUIET_MS) return;
    if (performance.now() > deadline) throw new Error('the chat does not come to rest');
    last = taskMs;
  }
}
