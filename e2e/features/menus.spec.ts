import { expect, type Locator } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, overlayOfEntry } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

/** Opens a menu by its button, has it looked at, and closes it: the focus is at the button again. */
async function lookInto(button: Locator): Promise<void> {
  // On a phone the side panel under the menu has an entry of its own.
  await expect(button).toBeVisible();
  const below = await overlayOfEntry(button.page());
  await button.click();
  const menu = button.page().getByRole('menu');
  await expect(menu).toBeVisible();
  await expect(menu.locator(':focus')).toHaveCount(1);
  await expectNoFindingsInEitherTheme(button.page());
  await button.page().keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await expect.poll(() => overlayOfEntry(button.page())).toBe(below);
}

test('nothing is found in the menus of the toolbar', { tag: '@long' }, async ({ page, viewport }) => {
  await new Chat(page).open();
  const names = (viewport?.width ?? 0) < 720 ? ['更多'] : ['语言', '主题'];
  for (const name of names) await lookInto(page.getByRole('button', { name, exact: true }));
});

test('nor in those of a conversation and of a work', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log).toContainText('已完成');
  const panel = page.getByRole('button', { name: '打开侧边栏' });
  const actions = page.getByRole('button', { name: '“一只橘猫”的更多操作' });
  await expect(panel.or(actions).first()).toBeVisible();
  if (await panel.isVisible()) await panel.click();
  await lookInto(actions);
  await page.goto('/gallery');
  await lookInto(page.getByRole('button', { name: '更多操作：一只橘猫' }));
});

test('nor in a dialog over them', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const more = page.getByRole('button', { name: '更多', exact: true });
  const refresh = page.getByRole('button', { name: '刷新用户码' });
  await expect(more.or(refresh)).toBeVisible();
  if (await more.isVisible()) await more.click();
  await refresh.or(page.getByRole('menuitem', { name: '刷新用户码' })).click();
  await expect(page.getByRole('dialog', { name: '要刷新用户码吗？' })).toBeVisible();
  await expectNoFindings(page);
});
