import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test.use({ engine: 'instant', contextOptions: { reducedMotion: 'reduce' } });

test('the panel covers a narrow page until Esc, a click beside it, or another page', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) >= 1000, 'there it has its own place');
  const chat = new Chat(page);
  await chat.open();
  const open = page.getByRole('button', { name: '打开侧边栏' });
  const panel = page.getByRole('dialog', { name: '侧边栏' });
  await open.click();
  await expect(panel).toBeFocused();
  await expect(page.locator('.beside')).toHaveAttribute('inert');
  await page.keyboard.press('Tab');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(panel).toBeFocused();
  await page.touchscreen.tap(380, 400);
  await expect(panel).toBeHidden();
  await chat.goTo('作品');
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/\/gallery$/);
});

test('the page keeps to what a keyboard on the screen leaves of it', async ({ page, viewport }) => {
  const chat = new Chat(page);
  await chat.open();
  // Chromium has no keyboard to show; its viewport tells what an iPhone's would.
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (seen === null) throw new Error('no visual viewport');
    Object.defineProperties(seen, { height: { get: () => 420 }, offsetTop: { get: () => 60 } });
    seen.dispatchEvent(new Event('resize'));
  });
  const box = await chat.composer.boundingBox();
  expect(box?.y ?? 0).toBeLessThan(480);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(480);
  expect(viewport?.height).toBeGreaterThan(480);
});

test('fields are large enough that an iPhone does not zoom into them', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const size = await chat.composer.evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the page that is open can be told from the others', async ({ page, viewport }) => {
    await new Chat(page).open('/settings');
    if ((viewport?.width ?? 0) < 1000) await page.getByRole('button', { name: '打开侧边栏' }).click();
    await expect(page.getByRole('link', { name: '设置', exact: true })).toHaveAttribute('aria-current', 'page');
    const colour = (name: string): Promise<string> =>
      page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).backgroundColor);
    expect(await colour('设置')).not.toBe(await colour('聊天'));
  });
});
