import { expect } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test.use({ engine: 'instant', contextOptions: { reducedMotion: 'reduce' } });

for (const path of ['/', '/gallery', '/settings', '/diagnostics']) {
  test(`nothing is out of reach of keys at 640 × 400 on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await new Chat(page).open(path);
    await expectNoFindings(page);
  });
}

for (const [width, height] of [[640, 400], [320, 640], [320, 256]] as const) {
  test(`the sheet of shortcuts scrolls by keys at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await new Chat(page).open();
    await page.keyboard.press('Control+/');
    const content = page.getByRole('dialog', { name: '快捷键' }).getByRole('group', { name: '快捷键' });
    await expect(content).toHaveAttribute('tabindex', '0');
    await expectNoFindings(page);
    await content.focus();
    await page.keyboard.press('End');
    await expect.poll(() => content.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  });
}

test('the panel is within reach of keys at 320 × 256', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await new Chat(page).open();
  await page.getByRole('button', { name: '打开侧边栏' }).click();
  await expect(page.getByRole('dialog', { name: '侧边栏' })).toBeFocused();
  await expectNoFindings(page);
});

test('a key closes the panel that it has opened over the page', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await new Chat(page).open();
  const panel = page.getByRole('dialog', { name: '侧边栏' });
  await page.keyboard.press('Control+b');
  await expect(panel).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(panel).toBeHidden();
});

for (const language of ['zh-CN', 'en']) {
  for (const width of [390, 320]) {
    test(`a revoked code leaves its sentence the line at ${width} pixels in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.addInitScript((wanted) => localStorage.setItem('ask-kitten.language', wanted), language);
      await page.routeWebSocket(/video-generation/, (socket) => void socket.close({ code: 4401 }));
      await page.goto('/');
      const banner = page.getByRole('alert').filter({ has: page.getByRole('button') }).first();
      const words = await banner.locator('p').boundingBox();
      const action = await banner.getByRole('button').boundingBox();
      expect(words?.width).toBeGreaterThan(width * 0.7);
      expect(action?.y).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0));
    });
  }
}

for (const language of ['zh-CN', 'en']) {
  for (const width of [390, 360, 320]) {
    test(`the name has room or is not there while reconnecting at ${width} pixels in ${language}`, async ({ page, gateway }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.addInitScript((wanted) => localStorage.setItem('ask-kitten.language', wanted), language);
      await page.goto('/');
      const status = page.locator('kitten-connection-status');
      await expect(status).toHaveAttribute('data-status', 'connected');
      await page.locator('textarea').fill('一只橘猫在雨夜的霓虹街头散步，远处有一列电车');
      await page.keyboard.press('Control+Enter');
      const name = page.locator('kitten-toolbar .name');
      await expect(name).toContainText('橘猫');
      await gateway.kill();
      await expect(status).toHaveAttribute('data-status', 'reconnecting');
      await expect(status.getByRole('status')).not.toBeEmpty();
      const room = await name.evaluate((element) => {
        return getComputedStyle(element).visibility === 'hidden' ? Infinity : element.clientWidth;
      });
      expect(room).toBeGreaterThan(64);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
