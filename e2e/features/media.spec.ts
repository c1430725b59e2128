import { expect, type Locator } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { serve } from '../fixtures/scripted-gateway.ts';
import { answers } from '../fixtures/talk.ts';

const CLIPS = /\/media\/.*\.mp4/;

function isPaused(video: Locator): Promise<boolean> {
  return video.evaluate((element: HTMLVideoElement) => element.paused);
}

function play(video: Locator): Promise<void> {
  return video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    element.loop = true;
    await element.play();
  });
}

async function askTwice(chat: Chat): Promise<void> {
  await chat.open();
  for (const [index, prompt] of ['一只橘猫', '一只小狗'].entries()) {
    await chat.ask(prompt);
    await expect(chat.video).toHaveCount(index + 1);
  }
}

test('one clip plays at a time', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await askTwice(chat);
  const [first, second] = [chat.video.first(), chat.video.last()];
  await play(first);
  await play(second);
  await expect.poll(() => isPaused(first)).toBe(true);
  await expect.poll(() => isPaused(second)).toBe(false);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a clip that comes into view plays by itself, without sound, until somebody brings it to rest', async ({
    page,
  }) => {
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect.poll(() => isPaused(chat.video)).toBe(false);
    await expect(chat.video).toHaveJSProperty('muted', true);
    await chat.video.focus();
    await page.keyboard.press('.');
    await expect.poll(() => isPaused(chat.video)).toBe(true);
    // At its end there would be no further frame.
    await page.keyboard.press('Home');
    const at = (): Promise<number> => chat.video.evaluate((element: HTMLVideoElement) => element.currentTime);
    await expect.poll(at).toBe(0);
    await page.keyboard.press('.');
    await expect.poll(at).toBeGreaterThan(0);
    await page.keyboard.press('<');
    await expect(chat.log.getByRole('button', { name: '速度 0.5×' })).toBeAttached();
  });
});

test('a clip rests until somebody plays it', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const play = chat.log.getByRole('button', { name: '播放', exact: true });
  await expect(play).toBeVisible();
  expect(await isPaused(chat.video)).toBe(true);
  await play.click();
  await expect.poll(() => isPaused(chat.video)).toBe(false);
  await expect(play).toBeHidden();
});

test('a clip obeys the keys, and the conversation stays where it is', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 390, height: 500 });
  const chat = new Chat(page);
  await askTwice(chat);
  const video = chat.video.last();
  await play(video);
  const scroller = chat.log;
  await video.focus();
  const scrolledTo = (): Promise<number> => scroller.evaluate(({ scrollTop }) => scrollTop);
  // What is being scrolled or laid out still would move by itself.
  await restingBox(video);
  const before = await scrolledTo();
  await page.keyboard.press('Space');
  await expect.poll(() => isPaused(video)).toBe(true);
  await page.keyboard.press('k');
  await expect.poll(() => isPaused(video)).toBe(false);
  await page.keyboard.press('k');
  await expect.poll(() => isPaused(video)).toBe(true);
  await video.evaluate((element: HTMLVideoElement) => (element.currentTime = 0));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0);
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  await restingBox(video);
  expect(await scrolledTo()).toBe(before);
});

test('a clip can be saved, linked to, looped and shown on the whole screen', async ({ page, context, gateway }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const actions = chat.log.getByRole('group', { name: '视频操作' });

  await actions.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByText('链接已复制').first()).toBeVisible();
  // The page itself may not read the clipboard.
  await chat.composer.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(chat.composer).toHaveValue(CLIPS);
  const link = await chat.composer.inputValue();
  expect(link.startsWith(gateway.url)).toBe(true);

  const saved = page.waitForEvent('download');
  await actions.getByRole('link', { name: '下载' }).click();
  expect((await saved).suggestedFilename()).toMatch(/橘猫.*\.mp4$/);

  const controls = chat.log.getByRole('group', { name: '播放控制' });
  const loop = controls.getByRole('button', { name: '循环播放' });
  await expect(chat.video).toHaveJSProperty('loop', true);
  // By the keyboard: a finger has to ask for the controls first, and they leave again.
  await loop.press('Enter');
  await expect(loop).toHaveAttribute('aria-pressed', 'false');
  await expect(chat.video).toHaveJSProperty('loop', false);

  await controls.getByRole('button', { name: '全屏' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('kitten-video-player');
  await controls.getByRole('button', { name: '退出全屏' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('a clip whose link is no more says why, and plays when its link is back', { tag: '@long' }, async ({ page }) => {
  await page.route(CLIPS, (route) => route.fulfill({ status: 404 }));
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await chat.video.evaluate((element: HTMLVideoElement) => element.play().catch(() => undefined));
  await expect(chat.log).toContainText('视频无法加载');
  await expect(chat.log).toContainText('链接已失效');
  await expectNoFindingsInEitherTheme(page);
  await page.unroute(CLIPS);
  await chat.log.getByRole('button', { name: '重试' }).click();
  await play(chat.video);
  await expect.poll(() => isPaused(chat.video)).toBe(false);
});

test(
  'a clip in its own window keeps its place in the page, however far one reads on',
  { tag: '@long' },
  async ({ page }) => {
    let say: (messages: readonly object[]) => void = () => undefined;
    await page.routeWebSocket(/video-generation/, (socket) => {
      socket.connectToServer();
      say = (messages) => socket.send(JSON.stringify(messages));
    });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.video).toBeVisible();
    const beside = (): Promise<string | undefined> => page.evaluate(() => document.pictureInPictureElement?.localName);

    // By the keyboard: a finger has to ask for the controls first, and they leave again.
    await chat.log.getByRole('button', { name: '画中画' }).press('Enter');
    await expect.poll(beside).toBe('video');
    await chat.video.evaluate((element: HTMLVideoElement) => element.pause());
    // The focus would keep the row as well.
    await chat.composer.focus();
    say(answers(1, 60).map((answer) => ({ ...answer, seq: undefined })));
    await expect(chat.log).toContainText('第 60 条');
    await expect(chat.log).not.toContainText('第 10 条');
    await expect(chat.video).toHaveCount(1);
    await expect(chat.video).not.toBeInViewport();
    await expect.poll(beside).toBe('video');

    await page.evaluate(() => document.exitPictureInPicture());
    await expect(chat.video).toHaveCount(0);
    await expect.poll(beside).toBeUndefined();
  },
);

test('what is done with an upright clip stands below it, not beside', { tag: '@long' }, async ({ page }) => {
  await serve(page, (socket, replyTo) => {
    const job = { jobId: '5d0c5f4e-6f0e-4b51-8a3c-1f2e3d4c5b6a', replyTo };
    const upright = { url: '/examples/cat.mp4', mimeType: 'video/mp4', durationMs: 4_000, width: 360, height: 640 };
    const told = [
      { type: 'system', event: 'accepted' },
      { type: 'video', ...upright },
      { type: 'system', event: 'completed' },
    ];
    for (const message of told) socket.send(JSON.stringify({ ...message, ...job }));
  });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只猫');
  const clip = await restingBox(chat.log.locator('kitten-video-player'));
  const tools = await restingBox(chat.log.getByRole('group', { name: '视频操作' }));
  expect(tools.x).toBeGreaterThanOrEqual(clip.x);
  expect(tools.x + tools.width).toBeLessThanOrEqual(clip.x + clip.width);
});
