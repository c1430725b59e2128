import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';

test(
  'the panel covers a narrow page until Esc, a click beside it, or another page',
  { tag: '@phone' },
  async ({ page }) => {
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
  },
);

test('the page keeps to what a keyboard on the screen leaves of it', { tag: '@phone' }, async ({ page, viewport }) => {
  const chat = new Chat(page);
  await chat.open();
  // Chromium has no keyboard to show; its viewport tells what an iPhone's would.
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (seen === null) throw new Error('no visual viewport');
    Object.defineProperties(seen, { height: { get: () => 420 }, offsetTop: { get: () => 60 } });
    seen.dispatchEvent(new Event('resize'));
  });
  const bottom = async (): Promise<number> => {
    const { y, height } = await restingBox(chat.composer);
    return y + height;
  };
  await expect.poll(bottom).toBeLessThanOrEqual(480);
  expect(viewport?.height).toBeGreaterThan(480);
});

test('fields are large enough that an iPhone does not zoom into them', { tag: '@phone' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const size = (): Promise<number> => chat.composer.evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  await expect.poll(size).toBeGreaterThanOrEqual(16);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test(
    'the page that is open can be told from the others',
    { tag: ['@long', '@both-widths'] },
    async ({ page, viewport }) => {
      await new Chat(page).open('/settings');
      if ((viewport?.width ?? 0) < 1_000) await page.getByRole('button', { name: '打开侧边栏' }).click();
      await expect(page.getByRole('link', { name: '设置', exact: true })).toHaveAttribute('aria-current', 'page');
      const colour = (name: string): Promise<string> =>
        page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).backgroundColor);
      await expect.poll(async () => (await colour('设置')) === (await colour('聊天'))).toBe(false);
    },
  );
});

test('the chips below the field stand in one line, in English too', { tag: '@phone' }, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('ask-kitten.language', 'en'));
  await page.goto('/');
  const chips = page.getByRole('group', { name: 'Clip settings' });
  await expect(chips.getByRole('button')).toHaveCount(5);
  const lines = (): Promise<number> =>
    chips
      .getByRole('button')
      .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size);
  await expect.poll(lines).toBe(1);
});
