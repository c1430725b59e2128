import { expect } from '@playwright/test';

import { json } from '../../src/engines/openai-videos/testing/videos-server.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from './videos-fixture.ts';

test('a prompt becomes a clip that plays, with progress on the way', async ({ page, videos }) => {
  let isHeld = true;
  videos.options = {
    statusOf: () => (isHeld ? { status: 'in_progress', progress: 60 } : { status: 'completed', progress: 100 }),
  };
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫在窗台上打盹');
  const progress = chat.log.getByRole('progressbar');
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(50);
  isHeld = false;
  await expect(chat.video).toBeVisible();
  await chat.video.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => chat.video.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(128);
  expect(videos.starts).toEqual(['一只橘猫在窗台上打盹']);
});

test('a cancel reaches the server', { tag: '@long' }, async ({ page, videos }) => {
  videos.options = { statusOf: () => ({ status: 'in_progress', progress: 20 }) };
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect.poll(() => videos.starts.length).toBe(1);
  await chat.log.getByRole('button', { name: '取消' }).click();
  await expect(chat.log).toContainText('已取消');
  await expect.poll(() => videos.deleted.length).toBe(1);
});

test("the server's fault is told by its cause", { tag: '@long' }, async ({ page, videos }) => {
  const refusal = json(400, { error: { code: 'moderation_blocked', message: 'Your request was blocked.' } });
  videos.options = { faults: { start: () => ({ answer: refusal }) } };
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const error = chat.log.getByRole('article', { name: '错误' });
  await expect(error).toContainText('审核');
  await expect(error).toContainText('Your request was blocked.');
});

test(
  'a job whose answer was lost with the gateway is found, and begun once',
  { tag: '@long' },
  async ({ page, videos, gateway }) => {
    videos.options = { faults: { start: () => ({ answer: () => undefined, afterwards: true }) } };
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect.poll(() => videos.starts.length).toBe(1);
    await gateway.kill();
    videos.options = {};
    await gateway.start();
    await expect(chat.video).toBeVisible({ timeout: 30_000 });
    expect(videos.starts).toHaveLength(1);
  },
);
