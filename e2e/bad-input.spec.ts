import { expect, type Page, type WebSocketRoute } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';

/** Puts a basic server of the test's in the gateway's place: it greets nobody and sends what it is told to. */
async function basicServer(page: Page): Promise<(message: object | string) => Promise<void>> {
  const connected = Promise.withResolvers<WebSocketRoute>();
  await page.routeWebSocket(/video-generation/, (socket) => connected.resolve(socket));
  return async (message) => {
    (await connected.promise).send(typeof message === 'string' ? message : JSON.stringify(message));
  };
}

test('HTML in a text is shown, not run', async ({ page }) => {
  const say = await basicServer(page);
  const chat = new Chat(page);
  await chat.open();
  const html = '<img src=x onerror="window.pwned = true"><b>粗</b>';
  await say({ type: 'text', content: html });
  await expect(chat.messages.last()).toContainText(html);
  await expect(chat.messages.last().locator('b, img')).toHaveCount(0);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('an address that is no web address is refused with a clear error', { tag: '@long' }, async ({ page }) => {
  const say = await basicServer(page);
  const chat = new Chat(page);
  await chat.open();
  const urls = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,<script>alert(1)</script>'];
  for (const [index, url] of urls.entries()) {
    await say({ type: 'video', url });
    await say({ type: 'text', content: `后面的消息 ${index}` });
    await expect(chat.log).toContainText(`后面的消息 ${index}`);
    await expect(chat.log.getByText('无法解析')).toHaveCount(index + 1);
  }
  await expect(chat.video).toHaveCount(0);
  await chat.expectStatus('已连接');
});

test('a frame that is broken is reported, and the connection lives', { tag: '@long' }, async ({ page }) => {
  const say = await basicServer(page);
  const chat = new Chat(page);
  await chat.open();
  await say('{"type":"te');
  await say('不是 JSON 的一句话');
  await expect(chat.log).toContainText('无法解析');
  await expect(chat.log).toContainText('不是 JSON 的一句话');
  await chat.expectStatus('已连接');
});

test('a video that does not load says so and offers a retry that works', async ({ page }) => {
  let requests = 0;
  await page.route('**/broken.mp4', (route) => {
    requests++;
    return route.fulfill({ status: 404 });
  });
  const say = await basicServer(page);
  const chat = new Chat(page);
  await chat.open();
  await say({ type: 'video', url: '/broken.mp4', mimeType: 'video/mp4', width: 640, height: 360 });
  await expect(chat.log).toContainText('视频无法加载');
  const before = requests;
  await chat.log.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => requests).toBeGreaterThan(before);
  await expect(chat.log).toContainText('视频无法加载');
});

test('a prompt that is too long is held back, with a reason', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.composer.fill('猫'.repeat(4_001));
  await expect(chat.send).toBeDisabled();
  await expect(page.getByText(/4[,，]?001/).first()).toBeVisible();
  await chat.composer.fill('猫'.repeat(4_000));
  await expect(chat.send).toBeEnabled();
});

test(
  'the gateway refuses what a client should not have sent, and goes on for others',
  { tag: '@long' },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    const answers = await page.evaluate(async (code) => {
      const socket = new WebSocket(`ws://${location.host}/api/ws/video-generation?code=${code}`);
      const codes: string[] = [];
      await new Promise((resolve) => (socket.onopen = resolve));
      const three = new Promise<void>((resolve) => {
        socket.onmessage = ({ data }) => {
          const messages = [JSON.parse(String(data))].flat() as { type: string; code: string }[];
          codes.push(...messages.filter(({ type }) => type === 'error').map(({ code }) => code));
          if (codes.length === 3) resolve();
        };
      });
      socket.send('{"type":');
      socket.send('{"type":"dance"}');
      socket.send(JSON.stringify({ type: 'text', content: 'x'.repeat(4_001) }));
      await three;
      const closed = new Promise<number>((resolve) => (socket.onclose = ({ code }) => resolve(code)));
      socket.send('x'.repeat(70_000));
      return [...codes, await closed];
    }, crypto.randomUUID());
    expect(answers).toEqual(['bad_frame', 'unsupported', 'too_large', 1009]);
    await chat.ask('一只猫');
    await expect(chat.video).toBeVisible();
  },
);

test('a config.json that is cut short is asked for again, and until it is read nobody gets the user code', async ({
  page,
}) => {
  let sockets = 0;
  page.on('websocket', () => sockets++);
  let body = '{ "baseUrl": ';
  await page.route('**/config.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
  const chat = new Chat(page);
  await page.goto('/');
  await expect(chat.status).toHaveText('重连中');
  expect(sockets).toBe(0);
  body = '{}';
  await chat.expectStatus('已连接');
});

for (const [body, tag] of [
  ['[]', []],
  ['{ "maxReconnectAttempts": "many" }', ['@long']],
] as const) {
  test(`a config.json with ${body} costs a warning and nothing else`, { tag: [...tag] }, async ({ page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.route('**/config.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    await new Chat(page).open();
    await expect.poll(() => warnings.filter((text) => text.includes('config.json')).length).toBe(1);
  });
}

test('without a config.json the defaults hold, and a warning says so', { tag: '@long' }, async ({ page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.route('**/config.json', (route) => route.fulfill({ status: 404 }));
  await new Chat(page).open();
  await expect.poll(() => warnings.filter((text) => text.includes('config.json')).length).toBe(1);
});

test('where the browser keeps nothing, the code lives in memory', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只猫');
  await expect(chat.video).toBeVisible();
});
