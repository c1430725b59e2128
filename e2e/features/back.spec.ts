import { expect, type Locator } from '@playwright/test';

import { Chat, expectOverlaysLeft } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('Back closes what covers the page, and only then leaves it', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.clips).toHaveCount(1);
  await expect(page).toHaveURL(/\/c\//);
  await chat.goTo('作品');
  await page.getByRole('button', { name: '播放：一只橘猫' }).click();
  const viewer = page.getByRole('dialog', { name: '查看大图' });
  await expect(viewer).toBeVisible();
  await page.goBack();
  await expect(viewer).toBeHidden();
  await expect(page).toHaveURL(/\/gallery$/);
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expectOverlaysLeft(page);
  await page.getByRole('button', { name: '更多操作：一只橘猫' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page).toHaveURL(/\/gallery$/);
  await page.getByRole('button', { name: '播放：一只橘猫' }).click();
  await expect(viewer).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '播放：一只橘猫' })).toBeVisible();
  await expectOverlaysLeft(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/c\//);
  await expect(chat.clips).toHaveCount(1);
});

test('Back closes menus', { tag: ['@long', '@both-widths'] }, async ({ page, viewport }) => {
  const chat = new Chat(page);
  await chat.make('一只橘猫');
  const address = page.url();
  const inToolbar = (viewport?.width ?? 0) < 720 ? [] : ['语言', '主题'];
  for (const name of [...inToolbar, '添加', '另存…'])
    await expectClosedByBack(page.getByRole('button', { name, exact: true }));
  await expect(page).toHaveURL(address);
});

async function expectClosedByBack(button: Locator): Promise<void> {
  const page = button.page();
  const menu = page.getByRole('menu');
  await button.click();
  await expect(menu).toBeVisible();
  await page.goBack();
  await expect(menu).toBeHidden();
}

test(
  'Back closes the side panel, and a link in it leaves nothing behind',
  { tag: ['@long', '@phone'] },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.open('/settings');
    await chat.openSidePanel();
    await page.goBack();
    await expect(chat.pages).toBeHidden();
    await expect(page).toHaveURL(/\/settings$/);
    await chat.goTo('作品');
    await expect(page).toHaveURL(/\/gallery$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/settings$/);
  },
);

test(
  'Back closes menus that lead elsewhere, and goes past them once something was picked',
  { tag: ['@long', '@both-widths'] },
  async ({ page, viewport }) => {
    const chat = new Chat(page);
    await chat.make('一只橘猫', '一只白兔');
    const address = page.url();
    const isNarrow = (viewport?.width ?? 0) < 720;
    await expectClosedByBack(chat.log.getByRole('button', { name: '再画几个' }).last());
    if (isNarrow) await expectClosedByBack(page.getByRole('button', { name: '更多', exact: true }));
    await expect(page).toHaveURL(address);
    // A conversation that is deleted by its menu leads to a new one, a moment later.
    await chat.openSidePanel();
    const more = page.getByRole('button', { name: /的更多操作$/ });
    await expectClosedByBack(more);
    await more.click();
    await page.getByRole('menuitem', { name: '置顶' }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    await more.click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await expect(page).not.toHaveURL(address);
    await expect(chat.composer).toBeVisible();
  },
);

test('Back goes past a menu of which something was picked', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.make('一只橘猫');
  const address = page.url();
  await chat.goTo('作品');
  await page.getByRole('button', { name: '更多操作：一只橘猫' }).click();
  await page.getByRole('menuitem', { name: '复制描述' }).click();
  await expect(page.getByRole('menu')).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await page.goForward();
  await expect(page).toHaveURL(/\/gallery$/);
  await page.getByRole('button', { name: '更多操作：一只橘猫' }).click();
  await page.getByRole('menuitem', { name: '做个变体' }).click();
  await expect(page).toHaveURL(/\/c\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/gallery$/);
});
