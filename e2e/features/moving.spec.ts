import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { expectPlays } from '../fixtures/playing.ts';
import { storedRecords } from '../fixtures/stored.ts';

/** Two conversations: of two clips, and of one. */
async function make(page: Page): Promise<Chat> {
  const chat = new Chat(page);
  await chat.open();
  for (const prompt of ['一只橘猫', '一只黑猫']) {
    await chat.ask(prompt);
    await expect(chat.log.getByRole('listitem').filter({ hasText: prompt }).getByText('已完成')).toBeVisible();
  }
  // Before the first one has its address, and before the page is at the new one, it would be asked in the wrong one.
  await expect(page).toHaveURL(/\/c\//);
  await chat.openSidePanel();
  await page.getByRole('link', { name: '新对话' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(chat.messages).toHaveCount(0);
  await chat.ask('一条蓝鲸');
  await expect(chat.log.getByRole('listitem').filter({ hasText: '一条蓝鲸' }).getByText('已完成')).toBeVisible();
  return chat;
}

async function anotherDevice(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', ...(baseURL !== undefined && { baseURL }) });
  return context.newPage();
}

/** What is kept of each conversation: the prompts whose clips have come. */
async function conversationsOf(page: Page): Promise<readonly string[]> {
  const events = await storedRecords<{
    conversationId: string;
    event: { message?: { event?: string; prompt?: string } };
  }>(page, 'ask-kitten-history', 'messages');
  const asked = new Map<string, string[]>();
  for (const { conversationId, event } of events) {
    const { prompt, event: what } = event.message ?? {};
    if (what === 'accepted' && prompt !== undefined)
      asked.set(conversationId, [...(asked.get(conversationId) ?? []), prompt]);
  }
  return [...asked.values()].map((prompts) => prompts.join()).sort();
}

const MADE = ['一只橘猫,一只黑猫', '一条蓝鲸'].sort();

/** What was made before is no news, where it comes for the first time, or comes back. */
async function expectNoNews(chat: Chat): Promise<void> {
  await chat.openSidePanel();
  const panel = chat.page.getByRole('navigation', { name: '会话' });
  await expect(panel.getByRole('link', { name: /一只橘猫|一条蓝鲸/ })).toHaveCount(2);
  await expect(panel.getByText('有新结果')).toHaveCount(0);
}

test('a second device joins by a code, has all that was made, and both go on together', async ({
  page,
  browser,
  baseURL,
}) => {
  const here = await make(page);
  await page.goto('/settings');
  const section = page.getByRole('region', { name: '另一台设备' });
  await section.getByRole('button', { name: '显示连接码' }).click();
  const shown = section.locator('output');
  await expect(shown).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const code = await shown.innerText();
  await expectNoFindings(page);

  const other = await anotherDevice(browser, baseURL);
  const there = new Chat(other);
  await there.open('/settings');
  await other.getByRole('textbox', { name: '连接码' }).fill('AAAA-AAAA');
  await other.getByRole('button', { name: '连接', exact: true }).click();
  await expect(other.getByRole('alert')).toContainText('没有这个连接码');
  await other.getByRole('textbox', { name: '连接码' }).fill(code.toLowerCase());
  await other.getByRole('textbox', { name: '连接码' }).press('Enter');
  await expect.poll(() => there.userCode()).toBe(await here.userCode());
  await expect.poll(() => conversationsOf(other)).toEqual(MADE);
  await other.goto('/gallery');
  await expect(other.getByText('3 个作品')).toBeVisible();
  await expectNoNews(there);

  await test.step('what is asked there comes here', async () => {
    await other.goto('/');
    await there.expectStatus('已连接');
    await there.ask('一只小狗');
    await expect(there.log.getByRole('listitem').filter({ hasText: '一只小狗' }).getByText('已完成')).toBeVisible();
    await page.goto('/gallery');
    await expect(page.getByText('4 个作品')).toBeVisible();
  });
  await other.context().close();
});

test('everything moves to another browser by a file, with its clips', async ({ page, browser, baseURL }) => {
  await make(page);
  await page.goto('/gallery');
  await page.getByRole('button', { name: '收藏', exact: true }).first().click();
  await expect(page.locator('.kept')).toHaveCount(3);
  await page.goto('/settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '全部导出' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('问小猫.zip');
  const path = await file.path();

  const other = await anotherDevice(browser, baseURL);
  await new Chat(other).open('/settings');
  await other.locator('kitten-moving-settings input').setInputFiles({
    name: '问小猫.zip',
    mimeType: 'application/zip',
    buffer: await readFile(path),
  });
  await expect(other.getByRole('region', { name: '提示' }).getByText('已导入 2 段对话')).toBeVisible();
  expect(await conversationsOf(other)).toEqual(MADE);
  await other.route(/\/media\//, (route) => route.abort());
  await other.goto('/gallery');
  await expect(other.locator('.kept')).toHaveCount(3);
  await expect(other.getByRole('button', { name: '收藏', pressed: true })).toHaveCount(1);
  await other.getByRole('button', { name: /^播放/ }).first().click();
  await expectPlays(other.getByRole('dialog').locator('video'));
  await other.context().close();
});

test('what the server still has comes back where the device has lost it, each conversation by itself', async ({
  page,
}) => {
  await make(page);
  await expect.poll(() => conversationsOf(page)).toEqual(MADE);
  await page.goto('/favicon.svg');
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  });
  const chat = new Chat(page);
  await chat.open();
  await expect.poll(() => conversationsOf(page)).toEqual(MADE);
  await page.goto('/gallery');
  await expectNoNews(chat);
});
