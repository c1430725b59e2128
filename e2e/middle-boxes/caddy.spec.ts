import { randomUUID } from 'node:crypto';

import { expect } from '@playwright/test';

import { UPLOAD_LIMITS, UPLOADS_PATH, USER_CODE_HEADER } from '../../src/protocol/index.ts';
import { Chat } from '../fixtures/chat.ts';
import { test as base } from '../fixtures/gateway.ts';
import { CADDY } from './kinds.ts';
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
