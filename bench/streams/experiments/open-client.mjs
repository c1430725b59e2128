import { join } from 'node:path';
import { PAGES } from '../build/folders.mjs';
import { LoadServer } from '../server/load-server.mjs';

/**
 * A client in a new page, connected to a load server of its own.
 * @typedef {object} OpenClient
 * @property {import('../browser/page.mjs').Page} page
 * @property {(count: number) => Promise<Delivery>} deliver
 *   sends the next messages of the stream, and resolves when the page's subscribers have had all of them
 *
 * @typedef {{ bytes: number, milliseconds: number }} Delivery what went over the wire, and how long it took the page
 */

/**
 * Opens a client, has it measured, and closes it.
 * @template Result
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {import('../clients.mjs').Case} client
 * @param {(client: OpenClient) => Promise<Result>} measure
 */
export async function withClient(browser, { page: name, protocol, perFrame, kind }, measure) {
  const server = await LoadServer.start({ protocol, folder: join(PAGES, name) });
  const page = await browser.newPage();
  let from = 0;
  const deliver = async (count) => {
    await page.evaluate(`globalThis.delivery = tally.next(${count}), undefined`);
    const bytes = await server.send({ from, count, perFrame, kind });
    from += count;
    const { milliseconds, received } = await page.evaluate('delivery');
    expectAll(received, count);
    return { bytes, milliseconds };
  };
  try {
    await page.open(server.url);
    await server.untilClient();
    return await measure({ page, deliver });
  } finally {
    await page.close();
    await server.close();
  }
}

/** A client that is quick because it has lost something is no client. */
function expectAll(received, count) {
  const counts = Object.values(received);
  if (counts.some((each) => Math.abs(each - count / counts.length) >= 1)) {
    throw new Error(`of ${count} messages of five types came ${JSON.stringify(received)}`);
  }
}
