import { expect, type Locator } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test.use({ engine: 'instant', contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

function edge(locator: Locator): Promise<string> {
  return locator.evaluate((element) => getComputedStyle(element).borderTopWidth);
}

/** What the dot is to the eye. */
function look(dot: Locator): Promise<string> {
  return dot.evaluate((element) => {
    const { backgroundColor, borderRadius, transform } = getComputedStyle(element);
    return `${backgroundColor} ${borderRadius} ${transform}`;
  });
}

test('what had its edge from a background has one in forced colours too', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.video).toBeVisible();
  expect(await edge(chat.log.locator('kitten-text-message[data-author=user] .text'))).toBe('1px');
  expect(await edge(chat.log.locator('kitten-video-player').first())).toBe('1px');
});

test('each state of the connection has a shape of its own in forced colours', async ({ page, gateway }) => {
  const chat = new Chat(page);
  let isRevoked = false;
  await page.routeWebSocket(/video-generation/, (socket) => {
    if (isRevoked) void socket.close({ code: 4401 });
    else socket.connectToServer();
  });
  await chat.open();
  const dot = page.locator('kitten-connection-status .dot');
  const looks = new Set([await look(dot)]);
  await gateway.kill();
  await expect(dot).toHaveAttribute('data-status', 'reconnecting');
  looks.add(await look(dot));
  isRevoked = true;
  await expect(dot).toHaveAttribute('data-status', 'error', { timeout: 20_000 });
  looks.add(await look(dot));
  expect(looks.size).toBe(3);
  expect(await edge(page.getByRole('alert').filter({ hasText: '用户码' }))).toBe('1px');
});
