import { expect } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, expectOverlaysLeft } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { storedDraft } from '../fixtures/stored.ts';

test.describe('the composer', () => {
  let chat: Chat;

  test.beforeEach(async ({ page }) => {
    chat = new Chat(page);
    await chat.open();
  });

  test('keeps what is being written over a reload, and nothing once it is sent', async ({ page }) => {
    await chat.choose('/时长 5');
    await chat.composer.fill('一只橘猫在');
    await expect.poll(() => storedDraft(page)).toContain('一只橘猫在');
    await page.reload();
    await expect(chat.composer).toHaveValue('一只橘猫在');
    await expect(page.getByRole('list', { name: '选项' })).toHaveText('时长 5 秒');
    await chat.composer.press('Enter');
    await expect(chat.composer).toHaveValue('');
    await page.reload();
    await chat.expectStatus('已连接');
    await expect(chat.composer).toHaveValue('');
  });

  test('brings earlier prompts back with the arrow keys', { tag: '@long' }, async () => {
    for (const prompt of ['一只猫', '一只狗']) {
      await chat.ask(prompt);
      await expect(chat.composer).toHaveValue('');
    }
    await chat.composer.press('ArrowUp');
    await expect(chat.composer).toHaveValue('一只狗');
    await chat.composer.press('ArrowUp');
    await expect(chat.composer).toHaveValue('一只猫');
    await chat.composer.press('Escape');
    await expect(chat.composer).toHaveValue('');
  });

  test('takes options by commands, by the pointer and from a menu', async ({ page }) => {
    await chat.composer.pressSequentially('/');
    await expect(page.getByRole('listbox', { name: '命令' })).toBeVisible();
    await expectNoFindings(page);
    await chat.composer.press('ArrowDown');
    await chat.composer.press('Enter');
    await expect(chat.composer).toHaveValue('/画幅 ');
    await page.getByRole('option', { name: /9:16/ }).click();
    // What is typed before the command has gone from the field would be a part of it.
    await expect(chat.composer).toHaveValue('');
    await chat.composer.pressSequentially('/时长 8');
    await expect(page.getByRole('option', { name: /8 秒/ })).toBeVisible();
    await chat.composer.press('Tab');
    await page.getByRole('button', { name: '添加' }).click();
    await page.getByRole('menuitem', { name: '种子' }).click();
    await expect(page.getByRole('menuitem', { name: /随机/ })).toBeVisible();
    await expectNoFindings(page);
    // Each closes one at least. What is typed while a menu has the focus still would be its keys.
    const menus = page.getByRole('menu');
    for (let open = await menus.count(); open > 0; open = await menus.count()) {
      await page.keyboard.press('Escape');
      await expect.poll(() => menus.count()).toBeLessThan(open);
    }
    await chat.composer.pressSequentially('/seed 42');
    await expect(page.getByRole('option', { name: /42/ })).toBeVisible();
    await chat.composer.press('Tab');
    const chips = page.locator('kitten-composer').getByRole('list', { name: '选项' }).getByRole('listitem');
    await expect(chips).toHaveText(['时长 8 秒', '画幅 9:16 · 360p', '种子 42']);
    await expect(chat.composer).toBeFocused();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoFindings(page);
    await chat.composer.fill('一只猫');
    await page.getByRole('button', { name: '移除种子 42' }).click();
    await expect(chips).toHaveText(['时长 8 秒', '画幅 9:16 · 360p']);
    await chat.send.click();
    await expect(chips).toHaveCount(0);
    await expect(chat.clips).toHaveCount(1);
  });

  test('keeps the shape that was chosen last', { tag: '@both-widths' }, async ({ page }) => {
    const shape = page.getByRole('button', { name: /^画幅：/ });
    await expect(shape).toHaveAccessibleName('画幅：自动');
    await shape.click();
    const offer = page.getByRole('menuitemradio', { name: /9:16/ });
    await expect(offer).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
    await offer.click();
    await expect(chat.composer).toBeFocused();
    await expectOverlaysLeft(page);
    await page.reload();
    await expect(shape).toHaveAccessibleName('画幅：9:16');
    await chat.ask('一只猫');
    await expect(chat.log).toContainText('9:16 · 360p');
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('sends with Ctrl and Enter where that was chosen, also after a reload', { tag: '@long' }, async ({ page }) => {
    await page.getByRole('button', { name: '添加' }).click();
    await page.getByRole('menuitemradio', { name: /\+Enter 发送$/ }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expectOverlaysLeft(page);
    await page.reload();
    await chat.composer.fill('一行');
    await chat.composer.press('Enter');
    await chat.composer.pressSequentially('两行');
    await expect(chat.composer).toHaveValue('一行\n两行');
    await chat.composer.press('Control+Enter');
    await expect(chat.composer).toHaveValue('');
    await expect(chat.messages.first()).toContainText('一行');
  });

  test('does not move the conversation while it grows', { tag: '@long' }, async ({ page }) => {
    for (let index = 0; index < 6; index++) await chat.ask(`第 ${index} 只猫`);
    // Of a long conversation only what is looked at is in the page.
    await expect(chat.log).toContainText('whatever the prompt: 第 5 只猫');
    await expect(chat.clips.last()).toBeInViewport();
    await expect.poll(() => chat.distanceToEnd()).toBeLessThan(2);
    for (let line = 0; line < 8; line++) await chat.composer.press('Shift+Enter');
    await expect.poll(() => chat.distanceToEnd()).toBeLessThan(2);
    await expect(chat.composer).toHaveCSS('font-size', '16px');
    await expect(page.getByRole('button', { name: '回到底部' })).toHaveCount(0);
  });

  test('speaks English where the browser does', { tag: '@long' }, async ({ browser, gateway }) => {
    const page = await browser.newPage({ locale: 'en-US' });
    await page.goto(gateway.url);
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.pressSequentially('/时长 3');
    await field.press('Enter');
    await expect(page.getByRole('list', { name: 'Options' })).toHaveText('Duration 3 seconds');
    await field.pressSequentially('/');
    await expect(page.getByRole('option')).toHaveText([/\/duration/, /\/size/, /\/seed/]);
    await page.close();
  });
});
