import { expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat, expectOverlaysLeft } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function frameColours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].map(({ content }) => content),
  );
}

async function choose(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: /^(主题|更多)$/ }).click();
  await page.getByRole('menuitemradio', { name: theme }).click();
  await expect(page.getByRole('menu')).toBeHidden();
  // On a phone the menu leads to other pages as well: its entry is kept for one.
  if (await page.getByRole('button', { name: '主题' }).isVisible()) await expectOverlaysLeft(page);
}

test('a theme holds at once, in the other tab too, and follows the device again when it shall', async ({
  page,
  context,
}) => {
  await new Chat(page).open();
  const other = await context.newPage();
  await other.goto('/');
  const light = await background(page);
  await choose(page, '深色');
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await expect.poll(() => background(other)).toBe(dark);
  await expect.poll(() => frameColours(page)).toEqual(['#1a120d', '#1a120d']);
  await expectNoFindings(page);
  await choose(page, '跟随系统');
  await expect.poll(() => background(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).toBe(dark);
});

test('a page in the dark is dark before the application has loaded', async ({ page }) => {
  await new Chat(page).open();
  const light = await background(page);
  await choose(page, '深色');
  await page.route(/main.*\.js/, () => undefined);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('kitten-root')).toBeAttached();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => background(page)).not.toBe(light);
});
