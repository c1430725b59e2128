import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from './open-client.mjs';

/** Until the compiler has seen the code, and the layer has greeted: what is measured is a connection at work. */
const WARM_UP = 2_000;

/** What is put off until the messages are through belongs to them: timers, storage, collected garbage. */
const AFTERMATH_MS = 500;

/**
 * One client in one round.
 * @typedef {object} Sample
 * @property {number} taskUs main-thread CPU a message, in microseconds
 * @property {number} scriptUs script time a message, in microseconds
 * @property {number} perSecond messages
 * @property {number} bytes on the wire a message
 */

/**
 * Measures each case in each round. Every other round goes backwards, so that a machine that slows down is nobody's
 * disadvantage.
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {{ cases: readonly import('../clients.mjs').Case[], rounds: number, messages: number }} options
 * @param {(line: string) => void} report
 * @returns {Promise<Map<string, Sample[]>>} the samples of each case, by its name
 */
export async function measureRounds(browser, { cases, rounds, messages }, report) {
  const samples = new Map(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const client of round % 2 === 0 ? cases : cases.toReversed()) {
      const sample = await withClient(browser, client, (opened) => measure(opened, messages));
      samples.get(client.name).push(sample);
      const { taskUs, scriptUs, perSecond } = sample;
      const figures = `${taskUs.toFixed(1)} µs, script ${scriptUs.toFixed(1)} µs, ${Math.round(perSecond)} a second`;
      report(`round ${round + 1}: ${client.name}: ${figures}`);
    }
  }
  return samples;
}

/** @returns {Promise<Sample>} */
async function measure({ page, deliver }, messages) {
  await deliver(WARM_UP);
  await wait(AFTERMATH_MS);
  const before = await page.work();
  const { bytes, milliseconds } = await deliver(messages);
  await wait(AFTERMATH_MS);
  const after = await page.work();
  return {
    taskUs: ((after.taskMs - before.taskMs) * 1_000) / messages,
    scriptUs: ((after.scriptMs - before.scriptMs) * 1_000) / messages,
    perSecond: (messages * 1_000) / milliseconds,
    bytes: bytes / messages,
  };
}
