import { OURS } from '../clients.mjs';
import { withClient } from './open-client.mjs';

/** By then the layer holds whatever it holds at all: its log is full, its code compiled. */
const SETTLED = 0.1;

/** What a page holds after a tenth of its messages and after all of them. @typedef {{ name: string, settledBytes: number, endBytes: number }} MemorySample */

/**
 * Whether messages leave something behind: 32 in a frame, because only their number counts.
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {{ messages: number }} options
 * @param {(line: string) => void} report
 * @returns {Promise<MemorySample[]>}
 */
export async function measureMemory(browser, { messages }, report) {
  const samples = [];
  for (const client of OURS.filter(({ perFrame }) => perFrame > 1)) {
    const sample = await withClient(browser, client, async ({ page, deliver }) => {
      const first = Math.round(messages * SETTLED);
      await deliver(first);
      const settledBytes = await page.heldBytes();
      await deliver(messages - first);
      return { name: client.name, settledBytes, endBytes: await page.heldBytes() };
    });
    samples.push(sample);
    report(`memory: ${client.name}: ${sample.settledBytes} bytes, then ${sample.endBytes}`);
  }
  return samples;
}
