import { type CDPSession, expect, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

/** What a first visit may cost until it is connected, in bytes with their headers; measured: 183,523. */
const MOST_BYTES = 200_000;

/** Counts what comes over the wire of all that is asked for before the server's greeting, by path. */
async function countBytes(page: Page): Promise<ReadonlyMap<string, number>> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const paths = new Map<string, string>();
  const bytes = new Map<string, number>();
  let isConnected = false;
  cdp.on('Network.webSocketFrameReceived', () => {
    isConnected = true;
  });
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!isConnected) paths.set(requestId, new URL(request.url).pathname);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) bytes.set(path, (bytes.get(path) ?? 0) + encodedDataLength);
  });
  await cdp.send('Network.enable');
  return bytes;
}

/** On a busy machine what may come later would come at its time at the latest, two seconds, and be counted. */
async function lengthenPatience(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout } = globalThis;
    const patient = (run: () => void, delay = 0): number => Number(setTimeout(run, delay > 1_500 ? delay * 30 : delay));
    Object.assign(globalThis, { setTimeout: patient });
  });
}

test('a first visit is connected within 200 kB', async ({ page }) => {
  await lengthenPatience(page);
  const bytes = await countBytes(page);
  await new Chat(page).open();
  const [...costs] = bytes;
  const total = costs.reduce((sum, [, cost]) => sum + cost, 0);
  const dearest = costs.sort(([, one], [, other]) => other - one).map(([path, cost]) => `${path} ${cost}`);
  expect(total, dearest.join('\n')).toBeLessThanOrEqual(MOST_BYTES);
  // Not a cache that was full before.
  expect(total).toBeGreaterThan(100_000);
});
