import { expect } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('another language is spoken at once, in the other tab too, and after a reload', async ({ page, context }) => {
  const chat = new Chat(page);
  await chat.open('/settings');
  const other = await context.newPage();
  await other.goto('/gallery');
  await expect(other).toHaveTitle('作品 · 问小猫');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  await expect(page).toHaveTitle('Settings · Ask Kitten');
  await expect(other).toHaveTitle('Gallery · Ask Kitten');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectNoFindings(page);
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
  await expect(page).toHaveTitle('Settings · Ask Kitten');
  await page.getByRole('radio', { name: '中文' }).click();
  await expect(page).toHaveTitle('设置 · 问小猫');
});

test(
  'the menu at the top has the languages by their own names',
  { tag: ['@long', '@both-widths'] },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await page.getByRole('button', { name: /^(语言|更多)$/ }).click();
    await expect(page.getByRole('menuitemradio', { name: '中文' })).toHaveAttribute('aria-checked', 'true');
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page).toHaveTitle('Ask Kitten');
  },
);

test.describe('where the browser asks for English', () => {
  test.use({ locale: 'en-GB' });

  test('the page begins in it', { tag: '@long' }, async ({ page }) => {
    await page.goto('/settings');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
  });

  test('nothing is found on any page', { tag: '@long' }, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Message' }).fill('a cat');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('log')).toContainText('Done');
    await expectNoFindingsInEitherTheme(page);
    for (const [path, heading] of [
      ['gallery', 'Gallery'],
      ['diagnostics', 'Diagnostics'],
      ['settings', 'Settings'],
    ] as const) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expectNoFindingsInEitherTheme(page);
    }
  });
});
