import { expect } from '@playwright/test';

import {
  json,
  type VideosServer,
  type VideosServerOptions,
} from '../../src/engines/openai-videos/testing/videos-server.ts';
import { sendHalfAClip } from '../../src/engines/testing/half-a-clip.ts';
import { Chat } from '../fixtures/chat.ts';
import { expectPlays } from '../fixtures/playing.ts';
import { expectClips, killAt, killBeforeStart, type KillPoint } from './kill-points.ts';
import { test } from './videos-fixture.ts';

/** The server does as a test says until it is released. */
function heldUp(videos: VideosServer, options: VideosServerOptions, isReached: () => boolean): KillPoint {
  videos.options = options;
  const release = (): void => {
    videos.options = {};
  };
  return { isReached, release };
}

/** A job makes no progress, and the gateway asks about it. */
function whileAsked(videos: VideosServer): KillPoint {
  const isAsked = (): boolean => [...videos.videos.values()].some(({ asked }) => asked > 0);
  return heldUp(videos, { statusOf: () => ({ status: 'in_progress', progress: 40 }) }, isAsked);
}

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
  await expectPlays(chat.video);
  await expect(chat.video).toHaveJSProperty('videoWidth', 128);
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

test.describe('after kill -9 of the gateway a job is begun once', { tag: '@long' }, () => {
  test('killed before it is begun', async ({ page, videos, gateway }) => {
    const chat = await killBeforeStart(page, gateway, whileAsked(videos));
    await expectClips(chat, 2);
    expect(videos.starts).toEqual(['一只橘猫', '一条狗']);
  });

  test('killed before the answer, it is found', async ({ page, videos, gateway }) => {
    const isBegun = (): boolean => videos.starts.length > 0;
    const silent: VideosServerOptions = { faults: { start: () => ({ answer: () => undefined, afterwards: true }) } };
    const chat = await killAt(page, gateway, heldUp(videos, silent, isBegun));
    await expectClips(chat, 1);
    expect(videos.starts).toEqual(['一只橘猫']);
  });

  test('killed while it is asked how far it is', async ({ page, videos, gateway }) => {
    const chat = await killAt(page, gateway, whileAsked(videos));
    await expectClips(chat, 1);
    expect(videos.starts).toEqual(['一只橘猫']);
  });

  test('killed while the clip is fetched', async ({ page, videos, gateway }) => {
    const isFetched = (): boolean => videos.requests.some((request) => request.endsWith('/content'));
    const chat = await killAt(page, gateway, heldUp(videos, { faults: { content: () => sendHalfAClip } }, isFetched));
    await expectClips(chat, 1);
    expect(videos.starts).toEqual(['一只橘猫']);
  });
});
