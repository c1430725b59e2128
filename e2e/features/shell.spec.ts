import { expect } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, expectOverlaysLeft } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('the panel and the settings have no findings', { tag: ['@long', '@both-widths'] }, async ({ page, viewport }) => {
  const chat = new Chat(page);
  await chat.open();
  const open = page.getByRole('button', { name: '打开侧边栏' });
  if ((viewport?.width ?? 0) < 1_000) {
    await open.click();
    await expect(page.getByRole('dialog', { name: '侧边栏' })).toBeFocused();
    await expectNoFindingsInEitherTheme(page);
    await page.keyboard.press('Escape');
    await expectOverlaysLeft(page);
  }
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
});

test(
  'the link past the frame leads to where people write, and elsewhere to what they read',
  { tag: '@long' },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await page.getByRole('link', { name: '跳到正文' }).press('Enter');
    await expect(chat.composer).toBeFocused();
    await page.goto('/settings');
    await page.getByRole('link', { name: '跳到正文' }).press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await expect(page).toHaveURL(/\/settings$/);
  },
);

test('a new user code is explained before it is taken', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const code = await chat.userCode();
  await chat.refreshCode();
  await expect.poll(() => chat.userCode()).not.toBe(code);
  await expect(page.getByText('已换用新的用户码').first()).toBeVisible();
  await chat.expectStatus('已连接');
});

test('who decides against a new user code keeps the old one', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const code = await chat.userCode();
  const more = page.getByRole('button', { name: '更多' });
  const refresh = page.getByRole('button', { name: '刷新用户码' });
  await expect(more.or(refresh)).toBeVisible();
  if (await more.isVisible()) await more.click();
  await refresh.or(page.getByRole('menuitem', { name: '刷新用户码' })).click();
  const dialog = page.getByRole('dialog', { name: '要刷新用户码吗？' });
  await expect(dialog).toContainText('这台设备上的对话和作品都会留下');
  await expect(dialog).toContainText('旧用户码下还在生成的视频不会再送到这里');
  await expectNoFindings(page);
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  expect(await chat.userCode()).toBe(code);
});

test(
  'the state of the connection opens what there is to know and to do about it',
  { tag: ['@long', '@both-widths'] },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    const panel = page.getByRole('dialog', { name: '连接' });
    const opener = page.getByRole('button', { name: '连接：已连接' });
    await opener.click();
    await expect(panel).toContainText('消息会马上送到');
    await expect(panel.getByRole('button', { name: '复制用户码' })).toBeInViewport({ ratio: 1 });
    await expectNoFindingsInEitherTheme(page);
    await page.goBack();
    await expect(panel).toBeHidden();
    await expect(page).toHaveURL(/\/$/);
    await opener.press('Enter');
    await expect(panel).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await opener.click();
    await panel.getByRole('link', { name: '诊断' }).click();
    await expect(page).toHaveURL(/\/diagnostics$/);
    await expect(panel).toBeHidden();
  },
);

// Where it covers the page, it is always closed at first.
test('the panel is as it was left after a reload', { tag: ['@long', '@desktop'] }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const panel = page.getByRole('complementary', { name: '侧边栏' });
  await panel.getByRole('button', { name: '收起侧边栏' }).click();
  await expect(panel).toBeHidden();
  await page.reload();
  await chat.expectStatus('已连接');
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: '打开侧边栏' }).click();
  await expect(panel).toBeVisible();
});
