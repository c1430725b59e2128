import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { ENDPOINT_PATH, UPLOAD_LIMITS, UPLOADS_PATH, USER_CODE_HEADER } from '../../src/protocol/index.ts';
import { Chat } from '../fixtures/chat.ts';
import { test as base } from '../fixtures/gateway.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';
import { CADDY, CADDY_LOG } from './kinds.ts';
import { MiddleBox } from './middle-box.ts';
import { missing } from './programs.ts';

const test = base.extend({
  ignoreHTTPSErrors: true,
  gatewayEnv: { TRUST_PROXY: '127.0.0.1' },
  baseURL: async ({ gateway }, use) => {
    const box = await MiddleBox.start(CADDY, gateway.port);
    await use(box.url);
    await box.stop();
  },
});

test.describe('behind caddy with TLS', { tag: '@long' }, () => {
  const reason = missing('caddy', 'openssl');
  test.skip(reason !== undefined, reason);

  test('a clip comes, and the largest reference image goes through', async ({ page, baseURL }) => {
    const chat = new Chat(page);
    const socket = page.waitForEvent('websocket');
    await chat.open();
    expect((await socket).url()).toMatch(/^wss:/);
    await chat.ask('一只猫');
    await expect(chat.clips).toHaveCount(1);
    const upload = await page.request.post(`${baseURL ?? ''}${UPLOADS_PATH}`, {
      headers: { 'content-type': 'image/png', [USER_CODE_HEADER]: randomUUID() },
      data: Buffer.alloc(UPLOAD_LIMITS.bytes),
    });
    // The gateway has read all of it, and found that it is no picture.
    expect(upload.status()).toBe(415);
  });
});

testWithOwnGateway.describe('caddy, whose gateway is gone', { tag: '@long' }, () => {
  const reason = missing('caddy', 'openssl');
  testWithOwnGateway.skip(reason !== undefined, reason);

  testWithOwnGateway('has the user code in no log', async ({ playwright, gateway }) => {
    const box = await MiddleBox.start(CADDY, gateway.port);
    const visitor = await playwright.request.newContext({ ignoreHTTPSErrors: true });
    const code = randomUUID();
    await gateway.kill();
    expect((await visitor.get(`${box.url}${ENDPOINT_PATH}?code=${code}`)).status()).toBe(502);
    const upload = await visitor.post(box.url + UPLOADS_PATH, { headers: { [USER_CODE_HEADER]: code } });
    expect(upload.status()).toBe(502);
    const read = (): Promise<string> => readFile(join(box.folder, CADDY_LOG), 'utf8');
    // A line is written after its answer has gone out.
    await expect.poll(read).toContain(`"uri":"${UPLOADS_PATH}"`);
    expect(await read()).toContain(`"uri":"${ENDPOINT_PATH}?"`);
    expect(await read()).not.toContain(code);
    await box.stop();
  });
});
