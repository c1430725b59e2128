import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test.use({ gatewayEnv: { MEDIA_ACCESS: 'private' } });

test('a private clip plays, also after a refresh of the code, and is shared by a link', async ({ page, browser }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只猫');
  await expect(chat.video).toHaveCount(1);
  const bare = await chat.video.evaluate((video: HTMLVideoElement) => new URL(video.currentSrc || video.src).href);
  const stranger = await browser.newContext();
  await expect.poll(async () => (await page.request.get(bare)).status()).toBe(200);
  expect((await stranger.request.get(bare)).status()).toBe(403);

  // It says so for four seconds.
  await Promise.all([
    expect(page.getByRole('region', { name: '提示' }).getByText('链接已复制')).toBeVisible(),
    page.getByRole('button', { name: '复制链接' }).first().click(),
  ]);
  // Only what is pasted shows what was copied: the page itself may not read it.
  await chat.composer.press('ControlOrMeta+v');
  await expect(chat.composer).toHaveValue(/until=/);
  const link = await chat.composer.inputValue();
  await chat.composer.fill('');
  expect((await stranger.request.get(link)).status()).toBe(200);
  await stranger.close();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.mp4$/);

  const socket = page.waitForEvent('websocket');
  await chat.refreshCode();
  // The page was connected before, too: by this one it is under its new code.
  await socket;
  await chat.expectStatus('已连接');
  await expect.poll(async () => (await page.request.get(bare)).status()).toBe(200);
});
