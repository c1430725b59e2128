import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

interface Sent {
  readonly type: string;
  readonly options?: { readonly seed?: number; readonly group?: string };
}

/** The prompts that the page sends from now on. */
function listen(page: Page): readonly Sent[] {
  const sent: Sent[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(String(payload)) as Sent;
      if (message.type === 'text') sent.push(message);
    }),
  );
  return sent;
}

test('another one is another one; four stand side by side, and the best is found by its star', async ({ page }) => {
  const sent = listen(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log.getByText('已完成')).toHaveCount(1);
  await chat.log.getByRole('button', { name: '再画一次' }).click();
  await expect(chat.log.getByText('已完成')).toHaveCount(2);
  // The test may hear of a frame later than of its answer in the page.
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]?.options?.seed).toEqual(expect.any(Number));
  expect(sent[1]?.options?.group).toBeUndefined();

  await chat.log.getByRole('button', { name: '再画几个' }).last().click();
  await page.getByRole('menuitem', { name: '再画 4 个' }).click();
  const beside = chat.log.getByRole('list', { name: '同一描述的几个视频' });
  await expect(beside.locator('video')).toHaveCount(4);
  await expect.poll(() => sent.length).toBe(6);
  expect(new Set(sent.slice(2).map(({ options }) => options?.seed)).size).toBe(4);
  expect(new Set(sent.slice(2).map(({ options }) => options?.group)).size).toBe(1);
  await expectNoFindings(page);

  await beside.getByRole('button', { name: '收藏' }).nth(2).click();
  await page.reload();
  await expect(beside.locator('video')).toHaveCount(4);
  await expect(beside.getByRole('button', { name: '收藏', pressed: true })).toHaveCount(1);
  await chat.goTo('作品');
  await page.getByRole('radio', { name: '已收藏' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(1);
});

test('what is known of a clip unfolds below it', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.choose('/种子 42');
  await chat.ask('一只橘猫');
  await expect(chat.log.getByText('已完成')).toBeVisible();
  const details = chat.log.locator('kitten-clip-details');
  await expect(details.locator('dl')).toBeHidden();
  await details.locator('summary').click();
  await expect(details.locator('dl')).toContainText('42');
  await expect(details.locator('dl')).toContainText('一只橘猫');
  await expectNoFindings(page);
});

test('a frame is saved as a picture', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await chat.video.focus();
  await page.keyboard.press('k');
  await expect.poll(() => chat.video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime)).toBeGreaterThan(0);
  await page.keyboard.press('.');
  await chat.log.getByRole('button', { name: '另存…' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '保存当前画面' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.png$/);
});

test('a clip is saved as a GIF that moves', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log.getByText('已完成')).toBeVisible();
  await chat.log.getByRole('button', { name: '另存…' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '保存为 GIF 动图' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.gif$/);
  const bytes = await readFile(await saved.path());
  expect(bytes.subarray(0, 6).toString()).toBe('GIF89a');
  // Each frame has a control block of its own, and the file says that it begins again at its end.
  const frames = bytes.toString('latin1').split('\x21\xf9\x04').length - 1;
  expect(frames).toBeGreaterThan(2);
  expect(bytes.includes('NETSCAPE2.0')).toBe(true);
  await expect(page.getByRole('region', { name: '提示' }).getByText('GIF 已保存')).toBeVisible();
});
