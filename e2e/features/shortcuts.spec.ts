import { expect } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('a sheet lists the shortcuts, and gives the focus back', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.composer.focus();
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet).toContainText('去输入框');
  await expectNoFindings(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(chat.composer).toBeFocused();
});

test('single keys do something only while nobody writes, and only as long as they are wanted', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await page.getByRole('main').focus();
  await page.keyboard.press('/');
  await expect(chat.composer).toBeFocused();
  await page.keyboard.type('/?');
  await expect(chat.composer).toHaveValue('/?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem('ask-kitten.single-keys', 'off'));
  await page.reload();
  await chat.expectStatus('已连接');
  await page.getByRole('main').focus();
  await page.keyboard.press('/');
  await expect(chat.composer).not.toBeFocused();
});

test('the panel opens and closes by a key', { tag: ['@long', '@desktop'] }, async ({ page }) => {
  await new Chat(page).open();
  const panel = page.getByRole('complementary', { name: '侧边栏' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Control+b');
  await expect(panel).toBeVisible();
});
