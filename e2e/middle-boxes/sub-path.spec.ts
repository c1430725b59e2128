import { expect, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { expectInstalled, test as base } from '../fixtures/installed.ts';
import { MiddleBox, type MiddleBoxKind } from './middle-box.ts';
import { missing } from './programs.ts';
import { BASE_PATH, SUB_PATH_KINDS } from './sub-path-kinds.ts';

const test = base.extend<{ readonly kind: MiddleBoxKind | undefined }>({
  kind: [undefined, { option: true }],
  gatewayEnv: async ({ deployment }, use) => {
    await use({ APP_DIR: deployment.folder, BASE_PATH, MEDIA_ACCESS: 'private', TRUST_PROXY: '127.0.0.1' });
  },
  baseURL: async ({ gateway, kind }, use) => {
    if (kind === undefined) return use(gateway.url);
    const box = await MiddleBox.start(kind, gateway.port);
    await use(box.url);
    await box.stop();
  },
});

/** Every path that the page asks its host for. */
function pathsAsked(page: Page, origin: string): readonly string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin === origin) paths.push(url.pathname);
  });
  return paths;
}

for (const kind of [undefined, ...SUB_PATH_KINDS]) {
  test.describe(
    `below ${BASE_PATH} ${kind === undefined ? 'by itself' : `of ${kind.program}`}`,
    { tag: '@long' },
    () => {
      const reason = kind && missing(kind.program, 'openssl');
      test.skip(reason !== undefined, reason);
      test.use({ kind });

      test('a clip plays, deep links open, and it opens without its gateway and comes back', async ({
        page,
        gateway,
        baseURL,
      }) => {
        const asked = pathsAsked(page, baseURL ?? '');
        const chat = new Chat(page);
        await chat.open(BASE_PATH.slice(0, -1));
        expect(new URL(page.url()).pathname).toBe(BASE_PATH);
        await expectInstalled(page);
        await chat.ask('一只猫');
        await expect(chat.clips).toHaveCount(1);
        const clip = await chat.video.evaluate((video: HTMLVideoElement) => video.currentSrc || video.src);
        expect(new URL(clip, page.url()).pathname).toMatch(/^\/kitten\/media\/./);
        // For the owner alone: the cookie has come back to the path that it was set for.
        expect((await page.request.get(clip)).status()).toBe(200);
        // It gets the conversation's own address a moment after the first prompt.
        await expect(page).toHaveURL(({ pathname }) => /^\/kitten\/c\/./.test(pathname));
        const conversation = page.url();
        await page.goto(conversation);
        await expect(chat.clips).toHaveCount(1);
        await page.goto(`${BASE_PATH}gallery`);
        await expect(page.getByRole('heading', { name: '作品' })).toBeVisible();

        await gateway.stop();
        await page.goto(conversation);
        await expect(chat.clips).toHaveCount(1);
        await chat.expectStatus('重连中');
        await chat.ask('两只猫');
        await gateway.start();
        await chat.expectStatus('已连接');
        await expect(chat.clips).toHaveCount(2);
        expect(asked.filter((path) => !`${path}/`.startsWith(BASE_PATH))).toEqual([]);
      });
    },
  );
}
