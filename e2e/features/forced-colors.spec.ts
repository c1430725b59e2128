import { expect, type Locator } from '@playwright/test';

import { Chat, configure } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { talk } from '../fixtures/talk.ts';

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

/** What the dot is to the eye. */
function look(dot: Locator): Promise<string> {
  return dot.evaluate((element) => {
    const { backgroundColor, borderRadius, transform } = getComputedStyle(element);
    return `${backgroundColor} ${borderRadius} ${transform}`;
  });
}

test('what had its edge from a background has one in forced colours too', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.video).toBeVisible();
  await expect(chat.log.locator('kitten-text-message[data-author=user] .text')).toHaveCSS('border-top-width', '1px');
  await expect(chat.log.locator('kitten-video-player').first()).toHaveCSS('border-top-width', '1px');
});

test('each state of the connection has a shape of its own in forced colours', { tag: '@long' }, async ({ page }) => {
  // Only when asked: by itself the page would be in its next state while this one is looked at.
  await configure(page, { reconnectTimeout: 60_000 });
  const { hangUp } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  const dot = page.locator('kitten-connection-status > .dot');
  const looks = new Set([await look(dot)]);
  await hangUp(1001);
  await expect(dot).toHaveAttribute('data-status', 'reconnecting');
  looks.add(await look(dot));
  await hangUp(4401);
  await page.getByRole('button', { name: '立即重连' }).click();
  await expect(dot).toHaveAttribute('data-status', 'error');
  looks.add(await look(dot));
  expect(looks.size).toBe(3);
  await expect(page.getByRole('alert').filter({ hasText: '用户码' })).toHaveCSS('border-top-width', '1px');
});
