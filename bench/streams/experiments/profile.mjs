import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGES } from '../build/folders.mjs';
import { OURS } from '../clients.mjs';
import { SourcePositions } from './source-positions.mjs';
import { selfTimes } from './self-times.mjs';
import { withClient } from './open-client.mjs';

const WARM_UP = 2_000;
const INTERVAL_US = 200;

/**
 * Where the time of our layer goes.
 * @typedef {{ name: string, functions: import('./self-times.mjs').SelfTime[] }} CaseProfile
 */

/**
 * A CPU profile of each case of ours, by the sources that were bundled.
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {{ cases: readonly import('../clients.mjs').Case[], messages: number }} options
 * @returns {Promise<CaseProfile[]>}
 */
export async function profileOurs(browser, { cases, messages }) {
  const positions = new SourcePositions(await readFile(join(PAGES, 'ours', 'main.js.map'), 'utf8'));
  const profiles = [];
  for (const client of cases.filter((each) => OURS.includes(each))) {
    const profile = await withClient(browser, client, (opened) => profiled(opened, messages));
    profiles.push({ name: client.name, functions: selfTimes(profile, positions) });
  }
  return profiles;
}

async function profiled({ page, deliver }, messages) {
  await deliver(WARM_UP);
  await page.call('Profiler.enable');
  await page.call('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await page.call('Profiler.start');
  await deliver(messages);
  const { profile } = await page.call('Profiler.stop');
  return profile;
}
