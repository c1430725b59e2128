import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, type WebSocket } from '@playwright/test';

import { ENDPOINT_PATH, UPLOAD_LIMITS, UPLOADS_PATH, USER_CODE_HEADER } from '../../src/protocol/index.ts';
import { QUICK_CONFIG } from '../faults/fixture.ts';
import { Chat, configure } from '../fixtures/chat.ts';
import { deliveryFigures, faultless } from '../fixtures/delivery-figures.ts';
import { test as base } from '../fixtures/gateway.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';
import { LogObserver } from '../fixtures/log-observer.ts';
import { HAPROXY, IDLE_SECONDS, NGINX, NGINX_LOGS } from './kinds.ts';
import { MiddleBox, type MiddleBoxKind } from './middle-box.ts';
import { missing } from './programs.ts';

/** Often enough for the idle timeout of the middle boxes. */
const HEARTBEAT_MS = 1_000;

const test = base.extend<{ readonly kind: MiddleBoxKind; readonly box: MiddleBox }>({
  ignoreHTTPSErrors: true,
  kind: [NGINX, { option: true }],
  box: async ({ kind, gateway }, use) => {
    const box = await MiddleBox.start(kind, gateway.port);
    await use(box);
    await box.stop();
  },
  baseURL: async ({ box }, use) => {
    await use(box.url);
  },
});

for (const kind of [NGINX, HAPROXY]) {
  test.describe(`behind ${kind.program} with TLS`, { tag: '@long' }, () => {
    const reason = missing(kind.program, 'openssl');
    test.skip(reason !== undefined, reason);
    test.use({ kind });

    test.describe('with heartbeats', () => {
      test.use({ gatewayEnv: { HEARTBEAT_MS: String(HEARTBEAT_MS), TRUST_PROXY: '127.0.0.1' } });

      test('a chat that nobody writes in outlives the idle timeout', async ({ page }) => {
        const sockets: WebSocket[] = [];
        let pings = 0;
        page.on('websocket', (socket) => {
          sockets.push(socket);
          socket.on('framesent', ({ payload }) => (pings += String(payload).includes('"ping"') ? 1 : 0));
        });
        const chat = new Chat(page);
        await chat.open();
        // A ping goes out after each silent second.
        const enough = (2 * IDLE_SECONDS * 1_000) / HEARTBEAT_MS;
        await expect.poll(() => pings, { timeout: 60_000 }).toBeGreaterThan(enough);
        await chat.ask('一只猫');
        await expect(chat.video).toBeVisible();
        expect(sockets.length).toBe(1);
        expect(sockets[0]?.url()).toMatch(/^wss:/);
      });
    });

    test('a chat that the idle timeout ends is mended', async ({ page }) => {
      await configure(page, QUICK_CONFIG);
      let sockets = 0;
      page.on('websocket', () => sockets++);
      const chat = new Chat(page);
      await chat.open();
      await expect.poll(() => sockets, { timeout: 10 * IDLE_SECONDS * 1_000 }).toBeGreaterThan(1);
      await chat.expectStatus('已连接');
      await chat.ask('一只猫');
      await expect(chat.video).toBeVisible();
    });
  });
}

test.describe('nginx, reloaded while prompts go out', { tag: '@long' }, () => {
  const reason = missing('nginx', 'openssl');
  test.skip(reason !== undefined, reason);

  test('loses nothing and repeats nothing', async ({ page, gateway, box }) => {
    await configure(page, QUICK_CONFIG);
    const prompts = Array.from({ length: 24 }, (_, index) => `第 ${index + 1} 只猫`);
    let sockets = 0;
    page.on('websocket', () => sockets++);
    const chat = new Chat(page);
    await chat.open();
    for (const [index, prompt] of prompts.entries()) {
      await expect.poll(() => chat.finishedJobs()).toBeGreaterThan(index - 10);
      await chat.ask(prompt);
      if (index % 8 !== 4) continue;
      const before = sockets;
      box.reload();
      // The old worker takes its connections with it.
      if (index % 16 === 4) await expect.poll(() => sockets).toBeGreaterThan(before);
    }
    await expect.poll(() => chat.answered()).toEqual(prompts.map((prompt) => ({ prompt, videos: 1 })));
    const observer = new LogObserver(gateway.url, (await chat.userCode()) ?? '');
    await expect.poll(() => deliveryFigures(observer.durable, prompts)).toEqual(faultless(prompts.length));
    observer.close();
  });
});

testWithOwnGateway.describe('nginx', { tag: '@long' }, () => {
  const reason = missing('nginx', 'openssl');
  testWithOwnGateway.skip(reason !== undefined, reason);

  testWithOwnGateway(
    'passes on the largest reference image, and has the user code in no log, gateway or not',
    async ({ playwright, gateway }) => {
      const box = await MiddleBox.start(NGINX, gateway.port);
      const visitor = await playwright.request.newContext({ ignoreHTTPSErrors: true });
      const code = randomUUID();
      const socketPath = `${box.url}${ENDPOINT_PATH}?code=${code}`;
      const upload = await visitor.post(box.url + UPLOADS_PATH, {
        headers: { 'content-type': 'image/png', [USER_CODE_HEADER]: code },
        data: Buffer.alloc(UPLOAD_LIMITS.bytes),
      });
      // The gateway has read all of it, and found that it is no picture.
      expect(upload.status()).toBe(415);
      expect((await visitor.get(socketPath)).status()).toBe(426);
      await gateway.kill();
      expect((await visitor.get(socketPath)).status()).toBe(502);
      const read = (log: string): Promise<string> => readFile(join(box.folder, log), 'utf8');
      // A line is written after its answer has gone out.
      await expect.poll(() => read(NGINX_LOGS.access)).toContain(`${ENDPOINT_PATH} 502`);
      for (const log of Object.values(NGINX_LOGS)) expect(await read(log)).not.toContain(code);
      await box.stop();
    },
  );
});
