import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

const SCREENS = [
  { name: 'chat', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, colorScheme, viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport });

    test('a clip that has been made', async ({ page }) => {
      const chat = new Chat(page);
      await chat.open();
      await chat.ask('一只橘猫在雨夜的霓虹街头散步');
      await expect(chat.log).toContainText('已完成');
      // Until it has what it wants to know of the clip, the player turns a wheel.
      await expect.poll(() => chat.video.evaluate((video: HTMLVideoElement) => video.networkState)).toBe(1);
      await page.screenshot({ path: `docs/images/${name}.png` });
    });
  });
}
