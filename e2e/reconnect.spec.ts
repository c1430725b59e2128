import { expect } from '@playwright/test';

import { Chat, configure, PATIENT } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';
import { testWithOwnGateway } from './fixtures/own-gateway.ts';

testWithOwnGateway(
  'a gateway that is killed and started again is found again, without a reload',
  async ({ page, gateway }) => {
    await configure(page, PATIENT);
    const chat = new Chat(page);
    await chat.open();
    await page.evaluate(() => ((window as Window & { mark?: string }).mark = 'same page'));
    await gateway.kill();
    await chat.expectStatus('重连中');
    await gateway.start();
    await chat.expectStatus('已连接');
    expect(await page.evaluate(() => (window as Window & { mark?: string }).mark)).toBe('same page');
    await chat.ask('一只猫');
    await expect(chat.video).toBeVisible();
  },
);

testWithOwnGateway('a gateway that stops politely is found again too', { tag: '@long' }, async ({ page, gateway }) => {
  await configure(page, PATIENT);
  const chat = new Chat(page);
  await chat.open();
  expect(await gateway.stop()).toBe(0);
  await chat.expectStatus('重连中');
  await gateway.start();
  await chat.expectStatus('已连接');
});

testWithOwnGateway(
  'what is sent while there is no connection arrives when there is one',
  { tag: '@long' },
  async ({ page, gateway }) => {
    await configure(page, PATIENT);
    const chat = new Chat(page);
    await chat.open();
    await gateway.kill();
    await chat.expectStatus('重连中');
    await chat.ask('一只猫');
    await expect(chat.log).toContainText('等待发送');
    await gateway.start();
    await expect(chat.video).toBeVisible();
    await expect(chat.log).not.toContainText('等待发送');
  },
);

testWithOwnGateway('attempts run out, and there is a way back', async ({ page, gateway }) => {
  await configure(page, { maxReconnectAttempts: 2, reconnectTimeout: 300 });
  const chat = new Chat(page);
  await chat.open();
  await gateway.kill();
  await chat.expectStatus('连接错误');
  await expect(page.getByText('重连 2 次仍未成功')).toBeVisible();
  await gateway.start();
  await page.getByRole('button', { name: '重新连接' }).click();
  await chat.expectStatus('已连接');
  await expect(page.getByText('重连 2 次仍未成功')).toBeHidden();
});

// Without a browser, in no time, the specs show it by marbles.
testWithOwnGateway(
  'the five retries of the guide are three seconds apart',
  { tag: '@long' },
  async ({ page, gateway }) => {
    // Timed in the page: Playwright's events may reach the test late.
    await page.addInitScript(() => {
      const opened: number[] = [];
      Object.assign(window, { opened });
      window.WebSocket = class extends WebSocket {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols);
          opened.push(performance.now());
        }
      };
    });
    const chat = new Chat(page);
    await chat.open();
    await gateway.kill();
    await chat.expectStatus('连接错误', 60_000);
    const opened = (): Promise<readonly number[]> =>
      page.evaluate(() => (window as unknown as { readonly opened: readonly number[] }).opened);
    await expect.poll(opened).toHaveLength(1 + 5);
    const [, ...retries] = await opened();
    const waits = retries.slice(1).map((at, index) => at - retries[index]!);
    // To the millisecond it is shown by marbles; here the machine may be late, and the application never early.
    for (const wait of waits) {
      expect(wait).toBeGreaterThan(2_900);
      expect(wait).toBeLessThan(9_000);
    }
  },
);

test('a revoked code is not retried: refreshing it is the remedy', async ({ page }) => {
  let connections = 0;
  await page.routeWebSocket(/video-generation/, (socket) => {
    connections++;
    if (connections === 1) void socket.close({ code: 4401, reason: 'revoked' });
    else socket.send('{"type":"text","content":"欢迎回来"}');
  });
  const chat = new Chat(page);
  await page.goto('/');
  await chat.expectStatus('连接错误');
  await expect(page.getByText('用户码已失效').first()).toBeVisible();
  expect(connections).toBe(1);
  await page.getByRole('button', { name: '换用新的用户码' }).click();
  await chat.expectStatus('已连接');
  await expect(chat.log).toContainText('欢迎回来');
});

test('a config.json points the application at another server', async ({ page, gateway }) => {
  await configure(page, { baseUrl: `ws://localhost:${gateway.port}/api/ws/video-generation` });
  const socket = page.waitForEvent('websocket');
  const chat = new Chat(page);
  await chat.open();
  expect(new URL((await socket).url()).hostname).toBe('localhost');
});
