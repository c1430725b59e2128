import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

import { OTHER_HOST } from '../chromium-flags.ts';
import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, configure, expectLoaded } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';

/** The page of diagnostics as a person sees it. */
class DiagnosticsPage {
  readonly page: Page;
  readonly events: Locator;

  constructor(page: Page) {
    this.page = page;
    this.events = page.getByRole('region', { name: '最近的事件' });
  }

  check(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  verdict(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }
}

/** Goes to the page without loading the application anew. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

test('finds a healthy connection well, and measures it', async ({ page }) => {
  const diagnostics = new DiagnosticsPage(page);
  await page.goto('/diagnostics');
  await expect(diagnostics.verdict('一切正常')).toBeVisible();
  await expect(diagnostics.check('服务器')).toContainText('毫秒内有应答');
  await expect(page.getByRole('img', { name: /最近 \d+ 次往返/ })).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
});

testWithOwnGateway('finds the server gone, and back again', { tag: '@long' }, async ({ page, gateway }) => {
  // Not by itself between the start and the click.
  await configure(page, { reconnectTimeout: 60_000 });
  const diagnostics = new DiagnosticsPage(page);
  await page.goto('/diagnostics');
  await expect(diagnostics.verdict('一切正常')).toBeVisible();
  await expectLoaded(page);
  await gateway.kill();
  await expect(diagnostics.check('服务器')).toContainText('没有应答');
  await expect(diagnostics.check('实时连接')).toContainText('1006');
  await expectNoFindingsInEitherTheme(page);
  await gateway.start();
  await diagnostics.check('实时连接').getByRole('button', { name: '立即重连' }).click();
  await expect(diagnostics.verdict('一切正常')).toBeVisible();
  await expect(page.getByText('重新连上').locator('..')).toContainText('1');
});

test('a revoked code is found, and a new one mends it', { tag: '@long' }, async ({ page, gateway }) => {
  const diagnostics = new DiagnosticsPage(page);
  let refused = 0;
  await page.routeWebSocket(/video-generation/, (socket) => {
    refused++;
    if (refused === 1) void socket.close({ code: 4401 });
    else socket.connectToServer();
  });
  await page.goto(`${gateway.url}/diagnostics`);
  await expect(diagnostics.check('用户码')).toContainText('已失效');
  await expectNoFindings(page);
  await diagnostics.check('用户码').getByRole('button', { name: '刷新用户码' }).click();
  await expect(diagnostics.verdict('一切正常')).toBeVisible();
});

testWithOwnGateway(
  'without a network it is the network that is to blame',
  { tag: '@long' },
  async ({ page, context, gateway }) => {
    const diagnostics = new DiagnosticsPage(page);
    // A host that is not this machine by its name.
    await page.goto(`http://${OTHER_HOST}:${gateway.port}/diagnostics`);
    await expect(diagnostics.check('服务器')).toContainText('毫秒内有应答');
    await expect(diagnostics.check('加密')).toContainText('未加密');
    // Once greeted, its silence is noticed, whatever the browser says of the socket without a network.
    await expect(diagnostics.check('实时连接')).toContainText('支持断线续传');
    await context.setOffline(true);
    await gateway.kill();
    await expect(diagnostics.check('网络')).toContainText('没有网络');
    await expect(diagnostics.check('服务器')).toContainText('暂时无法检查');
    await expectNoFindings(page);
  },
);

test('lists what happened, and hands it on without a secret', { tag: '@long' }, async ({ page, gateway }) => {
  const diagnostics = new DiagnosticsPage(page);
  const chat = new Chat(page);
  await chat.open();
  const prompt = '一只橘猫在雨夜的霓虹街头散步';
  await chat.ask(prompt);
  await expect(chat.video).toBeVisible();
  const code = (await chat.userCode()) ?? '';
  await goWithin(page, '/diagnostics');
  await expect(diagnostics.events).toContainText('发送描述');
  await expect(diagnostics.events).toContainText('completed');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^ask-kitten-diagnostics-.*\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  const report = JSON.parse(text) as {
    readonly events: readonly object[];
    readonly counts: { readonly connects: number };
  };
  expect(report.counts.connects).toBe(1);
  expect(report.events.length).toBeGreaterThan(5);
  for (const secret of [code, prompt, new URL(gateway.url).host, 'code=', '/media/'])
    expect(text).not.toContain(secret);
});

test('is usable by keyboard, and in English', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('ask-kitten.language', 'en'));
  await page.goto('/diagnostics');
  await expect(page.getByRole('heading', { name: 'Diagnostics', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Everything is fine' })).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Last checked at/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeFocused();
  await expectNoFindings(page);
});
