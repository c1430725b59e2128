import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';

import { BUILT_IN, WAN } from '../../src/app/engines/testing/engine-profiles.ts';
import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { type Talk, talk } from '../fixtures/talk.ts';

test.describe('a server with two engines', () => {
  let chat: Chat;
  let server: Talk;

  test.beforeEach(async ({ page }) => {
    server = await talk(page, { engines: [BUILT_IN, WAN] });
    chat = new Chat(page);
    await chat.open();
  });

  /** Sends the whole life of the job of the last prompt. */
  function finish(madeWith: object): void {
    const job = { jobId: randomUUID(), replyTo: server.prompts.at(-1) };
    const messages = [
      { type: 'system', event: 'accepted', madeWith },
      { type: 'system', event: 'started' },
      { type: 'video', url: '/media/clip.mp4', width: 832, height: 480, durationMs: 5_000, madeWith },
      { type: 'system', event: 'completed' },
    ];
    const from = 4 * (server.prompts.length - 1);
    server.say(
      ...messages.map((message, index) => ({
        ...message,
        ...job,
        id: randomUUID(),
        ts: Date.now(),
        seq: from + index + 1,
      })),
    );
  }

  test(
    'says what each can do, and what becomes of the options, before anything is sent',
    { tag: '@long' },
    async ({ page }) => {
      await chat.choose('/时长 10');
      await chat.choose('/seed 7');
      await page.getByRole('button', { name: '视频引擎：内置引擎' }).click();
      await expect(page.getByRole('menuitemradio', { name: /通义万相.*5 或 8 秒.*¥0\.60\/秒/ })).toBeVisible();
      await expectNoFindings(page);
      await page.getByRole('menuitemradio', { name: /通义万相/ }).click();
      await expect(chat.composer).toBeFocused();
      await expect(page.getByText('“通义万相”做不了 10 秒，会改为 8 秒')).toBeVisible();
      await expect(page.getByText('“通义万相”不用种子，这次不会带上')).toBeVisible();
      await expect(page.getByText('约 ¥4.80')).toBeVisible();
      await expectNoFindingsInEitherTheme(page);
      await chat.ask('一只橘猫');
      await expect.poll(() => server.asked).toEqual([{ content: '一只橘猫', options: { seconds: 8, engine: 'wan' } }]);
      await page.reload();
      await expect(page.getByRole('button', { name: '视频引擎：通义万相' })).toBeVisible();
    },
  );

  test('what made a clip stands with it, after a reload too, and another engine is one click away', async ({
    page,
  }) => {
    await chat.ask('一只橘猫');
    await expect.poll(() => server.prompts.length).toBe(1);
    finish({ id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v', options: { seconds: 5 } });
    const maker = chat.log.getByText('由 通义万相 · wan2.6-t2v 制作');
    await expect(maker).toBeVisible();
    await expect(page).toHaveURL(/\/c\//);
    // What is shown is stored a moment later.
    await expect.poll(() => chat.finishedJobs()).toBe(1);
    await page.reload();
    await expect(maker).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
    await page.getByRole('button', { name: '用“内置引擎”再画一次' }).click();
    await expect.poll(() => server.asked.at(-1)).toEqual({ content: '一只橘猫', options: { engine: 'storyboard' } });
    await chat.goTo('作品');
    await expect(page.locator('kitten-work-card')).toContainText('通义万相 · wan2.6-t2v');
    await page.goto('/settings');
    await expect(page.locator('kitten-spending')).toContainText('1 条 · 约 ¥3.00');
    await expectNoFindingsInEitherTheme(page);
  });

  test('an engine that is gone after a reconnect is missed at once', { tag: '@long' }, async ({ page }) => {
    await page.getByRole('button', { name: '视频引擎：内置引擎' }).click();
    await page.getByRole('menuitemradio', { name: /通义万相/ }).click();
    server.pickUp({ engines: [BUILT_IN] });
    await server.hangUp(1012);
    server.pickUp();
    await chat.expectStatus('已连接');
    await expect(page.getByText('之前选的引擎“通义万相”已不在这台服务器上，将由“内置引擎”来做')).toBeVisible();
    await expect(page.getByRole('button', { name: /视频引擎/ })).toHaveCount(0);
    await chat.ask('一只橘猫');
    await expect.poll(() => server.asked.at(-1)).toEqual({ content: '一只橘猫' });
  });
});
