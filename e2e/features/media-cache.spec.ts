import { expect, type Page } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

const MEDIA = /\/media\/.*\.(mp4|jpg|png)/;

/** The addresses that this device keeps. */
function cachedAddresses(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const requests = await (await caches.open('ask-kitten-shelf')).keys();
    return requests.map(({ url }) => url);
  });
}

/** Waits until the clip is put away, and nothing waits to be. */
async function expectAllKept(page: Page): Promise<void> {
  await expect.poll(() => cachedAddresses(page)).toContainEqual(expect.stringMatching(/\.mp4$/));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('ask-kitten.shelf.waiting'))).toBe('[]');
}

test('a finished clip plays from this device when its link is no more', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.video).toBeVisible();
  await expectAllKept(page);
  const all = await cachedAddresses(page);

  await page.route(MEDIA, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(chat.video).toBeVisible();
  await chat.video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    element.loop = true;
    element.play().catch(() => undefined);
  });
  await expect.poll(() => chat.video.evaluate((element: HTMLVideoElement) => element.currentSrc)).toMatch(/^blob:/);
  await expect.poll(() => chat.video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(false);
  await expect(chat.log).not.toContainText('视频无法加载');
  if (all.length > 1) await expect(chat.video).toHaveAttribute('poster', /^blob:/);

  await test.step('it can be sought, and saved', async () => {
    const at = await chat.video.evaluate(async (element: HTMLVideoElement) => {
      element.pause();
      const sought = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
      element.currentTime = element.duration / 2;
      await sought;
      return [element.currentTime, element.duration / 2];
    });
    expect(at[0]).toBeCloseTo(at[1] ?? NaN, 3);
    const saved = page.waitForEvent('download');
    await chat.log.getByRole('link', { name: '下载' }).click();
    expect((await saved).suggestedFilename()).toMatch(/橘猫.*\.mp4$/);
    expect(await (await saved).failure()).toBeNull();
  });

  await test.step('what has been kept once is not loaded again', async () => {
    expect([...(await cachedAddresses(page))].sort()).toEqual([...all].sort());
  });
});

test('everything that is kept can be cleared, once asked twice', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  // What had not been put away yet would be, after everything was cleared.
  await expectAllKept(page);
  await chat.open('/settings');
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(page.getByRole('group', { name: '要清除这台设备上保存的全部文件吗' })).toBeFocused();
  await expectNoFindingsInEitherTheme(page);
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(page.getByRole('heading', { name: '本机保存' })).toBeFocused();
  await expect.poll(() => cachedAddresses(page)).toEqual([]);
});

test('what may not be read from another place is left out quietly', { tag: '@long' }, async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  const clip = { contentType: 'video/mp4', body: Buffer.from('AAAAHGZ0eXBpc29t', 'base64') };
  for (const [host, reader] of [
    ['closed', 'http://nobody.example'],
    ['open', '*'],
  ] as const) {
    const headers = { 'access-control-allow-origin': reader };
    await page.route(`http://${host}.example/**`, (route) => route.fulfill({ ...clip, headers }));
  }
  await page.routeWebSocket(/video-generation/, (socket) => {
    for (const host of ['closed', 'open']) {
      socket.send(JSON.stringify({ type: 'video', id: `clip-${host}`, url: `http://${host}.example/cat.mp4` }));
    }
  });
  await page.goto('/');
  // They are kept one after the other, so the first has had its turn.
  await expect.poll(() => cachedAddresses(page)).toEqual(['http://open.example/cat.mp4']);
  expect(complaints).toEqual([]);
});
