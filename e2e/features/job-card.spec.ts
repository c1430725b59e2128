import { expect, type Page } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { storedRecords } from '../fixtures/stored.ts';
import { type Talk, talk, uuid } from '../fixtures/talk.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

interface Asked extends Talk {
  readonly chat: Chat;
  /** Says something of the job. */
  readonly sendOfJob: (message: object) => void;
}

async function ask(page: Page): Promise<Asked> {
  const said = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect.poll(() => said.prompts.length).toBe(1);
  const job = { jobId: uuid(1), replyTo: said.prompts[0] };
  return { ...said, chat, sendOfJob: (message) => said.say({ ts: Date.now(), ...job, ...message }) };
}

test('a job says what it does, how far it is, and how long it still takes', async ({ page }) => {
  const { chat, sendOfJob } = await ask(page);
  sendOfJob({ type: 'system', event: 'queued', position: 3 });
  await expect(chat.log).toContainText('排队中，第 3 位');
  sendOfJob({ type: 'system', event: 'started', ts: Date.now() - 90_000 });
  sendOfJob({ type: 'system', event: 'progress', progress: 0.42, stage: 'draw', etaMs: 20_000 });
  await expect(chat.log).toContainText('绘制画面');
  await expect(chat.log.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '42');
  await expect(chat.log).toContainText(/已用 1:\d\d/);
  await expect(chat.log).toContainText('约剩 20–40 秒');
  await expectNoFindings(page);
  sendOfJob({ type: 'system', event: 'progress', progress: 0.99 });
  await expect(chat.log).toContainText('正在收尾');
  await expect(chat.log).not.toContainText('99%');
});

test("previews take each other's place", { tag: '@long' }, async ({ page }) => {
  const { chat, sendOfJob } = await ask(page);
  sendOfJob({ type: 'system', event: 'started' });
  const card = chat.log.getByRole('article', { name: '任务进展' });
  for (const number of [1, 2, 3]) {
    sendOfJob({
      type: 'image',
      id: uuid(10 + number),
      preview: true,
      mimeType: 'image/gif',
      url: `${PIXEL}#${number}`,
    });
    await expect(card.getByRole('img', { name: '生成中的画面' })).toHaveAttribute('src', `${PIXEL}#${number}`);
    await expect(card.locator('kitten-flicker-free-image img')).toHaveCount(1);
  }
});

test('a job that failed tells why, and what can be done', async ({ page }) => {
  const { chat, sendOfJob, prompts } = await ask(page);
  sendOfJob({ type: 'error', code: 'engine_failed', content: '显存不足。', retryable: true });
  const error = chat.log.getByRole('article', { name: '错误' });
  await expect(error).toContainText('视频生成失败。');
  await expect(error).toContainText('显存不足。');
  await expectNoFindings(page);

  await test.step('its id can be copied', async () => {
    await chat.log.getByRole('button', { name: '复制诊断编号' }).click();
    await chat.composer.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(chat.composer).toHaveValue(`engine_failed ${uuid(1)}`);
  });
  await test.step('its prompt can be changed', async () => {
    await chat.log.getByRole('button', { name: '修改描述' }).click();
    await expect(chat.composer).toHaveValue('一只橘猫');
    await expect(chat.composer).toBeFocused();
  });
  await test.step('it can be tried again', async () => {
    await chat.log.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => prompts.length).toBe(2);
    await expect(chat.log.getByRole('article', { name: '我的消息' })).toHaveCount(2);
  });
});

test('a finished job offers another, and where it was delivered is said', { tag: '@long' }, async ({ page }) => {
  const { chat, sendOfJob, prompts } = await ask(page);
  sendOfJob({ type: 'system', event: 'accepted' });
  await expect(chat.log).toContainText('已送达');
  sendOfJob({ type: 'system', event: 'started', ts: Date.now() - 8_000 });
  sendOfJob({ type: 'system', event: 'completed' });
  await expect(chat.log).toContainText('已完成，用时 8 秒');
  await chat.log.getByRole('button', { name: '再画一次' }).click();
  await expect.poll(() => prompts.length).toBe(2);
});

test(
  'a job of a revoked user code stands still, and goes on with the same code',
  { tag: '@long' },
  async ({ page }) => {
    const { chat, sendOfJob, hangUp, pickUp } = await ask(page);
    sendOfJob({ type: 'system', event: 'started', ts: Date.now() - 65_000 });
    sendOfJob({ type: 'system', event: 'progress', progress: 0.42, stage: 'draw' });
    const card = chat.log.getByRole('article', { name: '任务进展' });
    await expect(card.getByRole('button', { name: '取消' })).toBeVisible();
    await hangUp(4401);
    await expect(card).toContainText('用户码已失效，收不到这个任务的进展了');
    await expect(card.getByRole('button')).toHaveCount(0);
    await expectNoFindingsInEitherTheme(page);
    // The banner has no way back to the old code; a page that is opened with it tries once more.
    pickUp();
    await page.reload();
    await chat.expectStatus('已连接');
    sendOfJob({ type: 'system', event: 'progress', progress: 0.5, stage: 'draw' });
    await expect(card).toContainText('50%');
    await expect(card.getByRole('button', { name: '取消' })).toBeVisible();
    await expect(card).not.toContainText('用户码已失效');
  },
);

test(
  'a job that was cancelled without a connection is stopped by the next page',
  { tag: '@long' },
  async ({ page }) => {
    const { chat, sendOfJob, prompts, cancels, hangUp, pickUp } = await ask(page);
    sendOfJob({ type: 'system', event: 'accepted', id: uuid(21), seq: 1 });
    sendOfJob({ type: 'system', event: 'started', id: uuid(22), seq: 2 });
    const card = chat.log.getByRole('article', { name: '任务进展' });
    await expect(card).toBeVisible();
    await expect(page).toHaveURL(/\/c\/[0-9a-f]{32}$/);
    // As long as it may not have been accepted, the cancel waits for that.
    await expect.poll(() => storedRecords(page, 'ask-kitten', 'outbox')).toEqual([]);
    await hangUp(1001);
    await chat.expectStatus('重连中');
    await card.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => storedRecords(page, 'ask-kitten', 'outbox')).toHaveLength(1);
    await page.reload();
    await chat.expectStatus('重连中');
    // The page is gone before the server is back: it would connect in between, and its cancel go out from both pages.
    const address = page.url();
    await page.goto('about:blank');
    expect(cancels).toEqual([]);
    pickUp();
    await page.goto(address);
    await chat.expectStatus('已连接');
    await expect.poll(() => cancels).toEqual(prompts);
  },
);
