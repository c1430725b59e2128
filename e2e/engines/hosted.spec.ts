import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from './hosted-fixture.ts';

test('a prompt becomes a clip of a hosted service that plays', async ({ page, hosted: { service } }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫在窗台上打盹');
  await expect(chat.video).toBeVisible({ timeout: 20_000 });
  await chat.video.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => chat.video.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(128);
  expect(service.starts).toBe(1);
});

test('no credit at a hosted service is told as that', { tag: '@long' }, async ({ page, hosted: { service } }) => {
  const body = JSON.stringify({ code: 'Arrearage', message: 'Access denied, your account has an overdue payment.' });
  service.answerNext(new Response(body, { status: 400 }));
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const error = chat.log.getByRole('article', { name: '错误' });
  await expect(error).toContainText('额度');
  await expect(error).toContainText('overdue payment');
  expect(service.starts).toBe(0);
});

test(
  'where the answer of a hosted service is lost, a person decides whether to ask again',
  { tag: '@long' },
  async ({ page, hosted }) => {
    hosted.service.answerNext(new Response('oops', { status: 502 }));
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.log.getByRole('article', { name: '错误' })).toContainText('计费');
    expect(hosted.service.asked).toHaveLength(1);
  },
);
