import { expect } from '@playwright/test';

import type { HostedServer } from '../../src/engines/ai-sdk/testing/hosted-server.ts';
import { sendHalfAClip } from '../../src/engines/testing/half-a-clip.ts';
import { Chat } from '../fixtures/chat.ts';
import { expectPlays } from '../fixtures/playing.ts';
import { test } from './hosted-fixture.ts';
import { expectClips, expectUncertain, killAt, killBeforeStart, type KillPoint } from './kill-points.ts';

/** A job makes no progress, and the gateway asks about it. */
function whileAsked({ service }: HostedServer): KillPoint {
  return { isReached: () => service.questions > 0, release: () => service.finish() };
}

test(
  'a prompt becomes a clip of a hosted service that plays, and one sees that it is waited for',
  { tag: '@long' },
  async ({ page, hosted: { service } }) => {
    service.stall();
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫在窗台上打盹');
    await expect(chat.log.getByRole('progressbar')).toBeVisible();
    await expect.poll(() => service.questions).toBeGreaterThan(1);
    service.finish();
    await expect(chat.video).toBeVisible();
    await expectPlays(chat.video);
    await expect(chat.video).toHaveJSProperty('videoWidth', 128);
    await expect(chat.log.getByRole('progressbar')).toBeHidden();
    expect(service.starts).toBe(1);
  },
);

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

test('a cancel ends the job, whatever the hosted service does', { tag: '@long' }, async ({ page, hosted }) => {
  hosted.service.stall();
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => hosted.service.questions).toBeGreaterThan(0);
  await chat.log.getByRole('button', { name: '取消' }).click();
  await expect(chat.log).toContainText('已取消');
  hosted.service.finish();
  await chat.ask('一条狗');
  await expect(chat.video).toHaveCount(1);
});

test.describe('after kill -9 of the gateway a job is begun at most once', { tag: '@long' }, () => {
  test('killed before it is begun', async ({ page, hosted, gateway }) => {
    hosted.service.stall();
    const chat = await killBeforeStart(page, gateway, whileAsked(hosted));
    await expectClips(chat, 2);
    expect(hosted.service.starts).toBe(2);
  });

  test('killed before the answer, it says that it may have been charged', async ({ page, hosted, gateway }) => {
    hosted.hangsAtStart = true;
    const chat = await killAt(page, gateway, {
      isReached: () => hosted.service.starts > 0,
      release: () => {
        hosted.hangsAtStart = false;
      },
    });
    await expectUncertain(chat);
    expect(hosted.service.starts).toBe(1);
    await chat.log.getByRole('button', { name: '重试' }).click();
    await expect(chat.video).toBeVisible();
    expect(hosted.service.starts).toBe(2);
  });

  test('killed while it is asked how far it is', async ({ page, hosted, gateway }) => {
    hosted.service.stall();
    const chat = await killAt(page, gateway, whileAsked(hosted));
    await expectClips(chat, 1);
    expect(hosted.service.starts).toBe(1);
  });

  test('killed while the clip is fetched', async ({ page, hosted, gateway }) => {
    const whole = hosted.onFile;
    hosted.service.clipUrl = `${hosted.url}/clip.mp4`;
    hosted.onFile = sendHalfAClip;
    const chat = await killAt(page, gateway, {
      isReached: () => hosted.files > 0,
      release: () => {
        hosted.onFile = whole;
      },
    });
    await expectClips(chat, 1);
    expect(hosted.service.starts).toBe(1);
  });
});
