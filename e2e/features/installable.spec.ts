import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { expectInstalled, test } from '../fixtures/installed.ts';

/** Opens the application so that it is on the device, and under the worker. */
async function install(page: Page): Promise<Chat> {
  const chat = new Chat(page);
  await chat.open();
  await expectInstalled(page);
  return chat;
}

/** The parts of the application that are loaded when they are needed. */
async function partsOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((file) => file.startsWith('chunk-'));
}

/** The browser finds nothing that keeps the page from being installed. */
async function expectInstallable(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const errors = async (): Promise<readonly string[]> => {
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A context of a test is a private one, in which nothing is ever installed.
    return installabilityErrors.map(({ errorId }) => errorId).filter((errorId) => errorId !== 'in-incognito');
  };
  await expect.poll(errors).toEqual([]);
}

interface WebManifest {
  readonly name: string;
  readonly start_url: string;
  readonly display: string;
  readonly lang: string;
  readonly description: string;
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose: string;
  }[];
}

async function manifestOf(page: Page, request: APIRequestContext, language: string): Promise<WebManifest> {
  await page.goto('/');
  await page.evaluate((tag) => localStorage.setItem('ask-kitten.language', tag), language);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const link = page.locator('link[rel=manifest]');
  await expect(link).toHaveAttribute('href', language === 'en' ? /manifest\.en\./ : /manifest\.webmanifest/);
  const address = await link.getAttribute('href');
  const answer = await request.get(`/${address ?? ''}`);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  return (await answer.json()) as WebManifest;
}

/** Relative to itself: so it may be below another site's path. Its identity is where it starts. */
const PLACE = { start_url: '.', scope: '.', display: 'standalone' } as const;

/** It holds what an installation needs. */
async function expectWhole(page: Page, manifest: WebManifest): Promise<void> {
  expect(manifest).toMatchObject({ ...PLACE, name: '问小猫', lang: 'zh-CN' });
  for (const [sizes, purpose] of [
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ]) {
    expect(manifest.icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose)).toBe(true);
  }
  const touchIcon = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  for (const src of [...manifest.icons.map((icon) => icon.src), touchIcon ?? '']) {
    const size = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    const wanted = manifest.icons.find((icon) => icon.src === src)?.sizes ?? '180x180';
    if (wanted !== 'any') expect(size).toBe(wanted);
  }
}

test(
  'the manifest holds what an installation needs, in the language that was chosen',
  { tag: '@long' },
  async ({ page, request }) => {
    const chinese = await manifestOf(page, request, 'zh-CN');
    await expectWhole(page, chinese);
    const english = await manifestOf(page, request, 'en');
    expect(english).toMatchObject({ ...PLACE, name: 'Ask Kitten', short_name: 'Ask Kitten', lang: 'en' });
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', english.description);
    expect(english.shortcuts.map(({ name }) => name)).toEqual(['Gallery', 'Diagnostics']);
    expect(english.shortcuts.map(({ url }) => url)).toEqual(chinese.shortcuts.map(({ url }) => url));
    expect(english.icons).toEqual(chinese.icons);
  },
);

test('what tells of a new version is asked for each time', async ({ request }) => {
  const manifests = ['/manifest.webmanifest', '/manifest.en.webmanifest'];
  for (const path of ['/ngsw-worker.js', '/ngsw.json', '/index.html', '/', ...manifests, '/config.json']) {
    const { 'cache-control': caching } = (await request.get(path)).headers();
    expect(caching, path).toBe('no-cache');
  }
});

test('the worker leaves the first screen its time', async ({ page }) => {
  // A visit loads and hashes all of the application for it, on a processor that the screen wants too.
  await page.addInitScript(() => {
    const workers = navigator.serviceWorker;
    const register = workers.register.bind(workers);
    workers.register = (...parameters) => {
      document.documentElement.dataset['hadExamples'] = String(document.querySelector('kitten-example-cards') !== null);
      return register(...parameters);
    };
  });
  await install(page);
  await expect(page.locator('html')).toHaveAttribute('data-had-examples', 'true');
});

test('can be installed, opens without a server, says so, and comes back by itself', async ({ page, gateway }) => {
  const chat = await install(page);
  await expectInstallable(page);
  await gateway.stop();
  await page.reload();
  await expect(chat.composer).toBeVisible();
  await chat.expectStatus('重连中');
  await expectNoFindings(page);
  await chat.composer.fill('写到一半');
  await page.goto('/gallery');
  await expect(page.getByRole('heading', { name: '作品' })).toBeVisible();
  await expectNoFindings(page);
  await page.goto('/');
  await gateway.start();
  await chat.expectStatus('已连接');
});

test('speaks English without a server as well', { tag: '@long' }, async ({ page, gateway }) => {
  await install(page);
  await page.evaluate(() => localStorage.setItem('ask-kitten.language', 'en'));
  await gateway.stop();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/Ask Kitten/);
  await expectNoFindings(page);
  expect(await page.evaluate(async () => (await fetch('/manifest.en.webmanifest')).status)).toBe(200);
});

test('clips come in parts and are not kept by the worker; nor is the API', { tag: '@long' }, async ({ page }) => {
  const chat = await install(page);
  await chat.ask('一只橘猫');
  await expect.poll(() => chat.video.evaluate(({ currentSrc }: HTMLVideoElement) => currentSrc)).toContain('/media/');
  const found = await page.evaluate(async () => {
    const url = document.querySelector('video')?.currentSrc ?? '';
    const part = await fetch(url, { headers: { range: 'bytes=0-99' } });
    await fetch('/api/health');
    const keys = (await caches.keys()).filter((name) => name.startsWith('ngsw:'));
    const kept = await Promise.all(
      keys.map(async (key) => (await (await caches.open(key)).keys()).map((request) => request.url)),
    );
    return { status: part.status, size: (await part.arrayBuffer()).byteLength, kept: kept.flat() };
  });
  expect([found.status, found.size]).toEqual([206, 100]);
  expect(found.kept.filter((url) => /\/(?:media|api)\//.test(url))).toEqual([]);
});

test(
  'a configuration that has changed is taken; without a server the last one holds',
  { tag: '@long' },
  async ({ page, gateway, deployment }) => {
    await install(page);
    await writeFile(
      join(deployment.folder, 'config.json'),
      JSON.stringify({ maxReconnectAttempts: 9, reconnectTimeout: 60_000 }),
    );
    await new Chat(page).open();
    await gateway.stop();
    await page.reload();
    // A narrow toolbar says it to screen readers alone.
    await expect(page.getByText('1/9')).toBeAttached();
  },
);

test(
  'a new version is offered, and taken when the person says so',
  { tag: '@long' },
  async ({ page, gateway, deployment }) => {
    const chat = await install(page);
    await chat.composer.fill('写到一半');
    await deployment.deploy('2');
    await gateway.kill();
    await gateway.start();
    const update = page.getByRole('button', { name: '更新' });
    await expect(update).toBeVisible();
    await expectNoFindings(page);
    await expect(page.locator('html')).not.toHaveAttribute('data-version');
    await expect(chat.composer).toHaveValue('写到一半');
    await update.click();
    await expect(page.locator('html')).toHaveAttribute('data-version', '2');
    await expect(chat.composer).toHaveValue('写到一半');
  },
);

test(
  'a page that was open over a deployment goes on with its own parts',
  { tag: '@long' },
  async ({ page, gateway, deployment }) => {
    await install(page);
    await deployment.deploy('2');
    // As a build does that calls every part by another name.
    for (const part of await partsOf(deployment.folder)) await rm(join(deployment.folder, part));
    await gateway.kill();
    await gateway.start();
    await expect(page.getByRole('button', { name: '更新' })).toBeVisible();
    await page.getByRole('button', { name: '稍后' }).click();
    await page.evaluate(() => {
      history.pushState(null, '', '/gallery');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(page.getByRole('heading', { name: '作品' })).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-version');
  },
);
