import { expect } from '@playwright/test';

import { Chat, configure, PATIENT } from './fixtures/chat.ts';
import { decodeInOrder, mostAlike, pictureAt, readClip } from './fixtures/clip-frames.ts';
import { test } from './fixtures/gateway.ts';
import { testWithOwnGateway } from './fixtures/own-gateway.ts';
import { expectPlays } from './fixtures/playing.ts';

const PROMPT = '一只橘猫在雨夜的霓虹街头散步';

/** Has the page note how far its jobs are said to be, which stands for a moment only; returns how to read that. */
async function percents({ page, log }: Chat): Promise<() => Promise<readonly string[]>> {
  const notes = await log.evaluateHandle((element) => {
    const told: string[] = [];
    new MutationObserver(() => {
      told.push(element.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? '');
    }).observe(element, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] });
    return told;
  });
  return () => page.evaluate((told) => told, notes);
}

test.describe('a prompt becomes a video', () => {
  testWithOwnGateway.use({ engine: 'storyboard' });

  testWithOwnGateway('with progress, a preview and a clip that plays and seeks', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    const told = await percents(chat);
    await chat.ask(PROMPT);

    await expect(chat.composer).toHaveValue('');
    await expect(chat.messages.filter({ hasText: PROMPT }).first()).toBeVisible();
    const progress = chat.log.getByRole('progressbar');
    await expect(progress).toBeVisible();
    await expect(chat.log.locator('kitten-turn img').first()).toBeVisible();

    await expect(chat.video).toBeVisible({ timeout: 90_000 });
    await expect.poll(told).toContainEqual(expect.stringMatching(/^[1-9]\d?(\.\d+)?$/));
    await expect(progress).toBeHidden();
    await expect(chat.log).toContainText('橘');
    await expect(chat.video).toHaveAttribute('poster', /\/media\//);

    await test.step('it plays', async () => {
      await expectPlays(chat.video);
      await expect.poll(() => chat.video.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.5);
      await chat.video.evaluate((video: HTMLVideoElement) => video.pause());
    });

    await test.step('it is the clip that was asked for', async () => {
      for (const [fact, value] of Object.entries({ videoWidth: 640, videoHeight: 360, duration: 4 })) {
        await expect(chat.video).toHaveJSProperty(fact, value);
      }
      const url = await chat.video.evaluate((video: HTMLVideoElement) => video.currentSrc);
      const response = await page.request.get(url);
      expect(response.headers()['cache-control']).toContain('immutable');
      const clip = await readClip(await response.body());
      expect(clip.codec).toMatch(/^avc1\./);
      expect(clip.chunks.length).toBe(96);

      await test.step('it seeks to the right frame', async () => {
        const pictures = await decodeInOrder(page, clip);
        expect(pictures.length).toBe(96);
        for (const frame of [41, 7, 90, 23, 60]) {
          const shown = await pictureAt(chat.video, (frame + 0.5) / 24);
          expect(mostAlike(shown, pictures)).toBe(frame);
        }
      });
    });
  });

  testWithOwnGateway('the engine says that it is no model', { tag: '@long' }, async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await expect(page.getByText(/并非 ?AI ?模型/).first()).toBeVisible();
  });

  testWithOwnGateway('a running job can be cancelled', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    // So much to draw that it can't be done before it is cancelled.
    for (const option of ['/时长 10', '/画幅 1280x720']) await chat.choose(option);
    await chat.ask('一条蓝色的鲸鱼在深海里游泳');
    await chat.log.getByRole('button', { name: /^取消/ }).click();
    await expect(chat.log).toContainText('已取消');
    await expect(chat.log.getByRole('progressbar')).toBeHidden();
    await expect(chat.video).toBeHidden();
  });

  testWithOwnGateway(
    'a clip that was half drawn when the gateway was killed is drawn by the next one',
    { tag: '@long' },
    async ({ page, gateway }) => {
      await configure(page, PATIENT);
      const chat = new Chat(page);
      await chat.open();
      await chat.ask(PROMPT);
      await expect(chat.log.getByRole('progressbar')).toBeVisible();
      await gateway.kill();
      await gateway.start();
      await expect(chat.video).toBeVisible({ timeout: 90_000 });
      await expect(chat.video).toHaveCount(1);
    },
  );
});

test.describe('with an engine that answers at once', () => {
  test('the application connects by itself', { tag: '@long' }, async ({ page, gateway }) => {
    const addresses: string[] = [];
    page.on('websocket', (socket) => addresses.push(socket.url()));
    const chat = new Chat(page);
    await chat.open();
    const address = `${gateway.url.replace('http', 'ws')}/api/ws/video-generation?code=${await chat.userCode()}`;
    await expect.poll(() => addresses).toEqual([address]);
  });

  test('the user code lasts over a reload', { tag: '@long' }, async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    const code = await chat.userCode();
    expect(code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await page.reload();
    await chat.expectStatus('已连接');
    expect(await chat.userCode()).toBe(code);
  });

  test('the conversation comes back after a reload, and in another tab', async ({ page, context }) => {
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只猫');
    await expect(chat.video).toBeVisible();
    await page.reload();
    await expect(chat.video).toHaveCount(1);
    await expect(chat.messages.filter({ hasText: '一只猫' }).first()).toBeVisible();
    const other = new Chat(await context.newPage());
    await other.open();
    await expect(other.video).toHaveCount(1);
    await other.ask('一只狗');
    await expect(chat.video).toHaveCount(2);
    await expect(chat.messages.filter({ hasText: '一只狗' }).first()).toBeVisible();
  });

  test('refreshing the code reconnects under the new one', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    const code = await chat.userCode();
    const socket = page.waitForEvent('websocket');
    await chat.refreshCode();
    const url = new URL((await socket).url());
    await chat.expectStatus('已连接');
    expect(url.searchParams.get('code')).not.toBe(code);
    await expect.poll(() => chat.userCode()).toBe(url.searchParams.get('code'));
    await chat.ask('一只猫');
    await expect(chat.video).toBeVisible();
  });

  test("two people never see each other's messages", { tag: '@long' }, async ({ page, browser, baseURL }) => {
    const mine = new Chat(page);
    await mine.open();
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const theirs = new Chat(await context.newPage());
    await theirs.open();
    await mine.ask('一只猫');
    await expect(mine.video).toBeVisible();
    await expect(theirs.messages).toHaveCount(0);
    await context.close();
  });

  test('the gallery shows what was made', { tag: '@long' }, async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只猫');
    await expect(chat.video).toBeVisible();
    await chat.goTo('作品');
    await expect(page).toHaveURL(/\/gallery$/);
    await expect(page.getByRole('button', { name: '播放：一只猫' })).toHaveCount(1);
    await chat.goTo('聊天');
    await expect(chat.video).toBeVisible();
  });
});
