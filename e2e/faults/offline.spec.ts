import { expect } from '@playwright/test';

import { OTHER_HOST } from '../chromium-flags.ts';
import { Chat, configure } from '../fixtures/chat.ts';
import { QUICK_CONFIG, test } from './fixture.ts';

test.use({
  // A server on this machine needs no network, so this one is reached by a name that is not this machine's.
  baseURL: async ({ network }, use) => {
    await use(`http://${OTHER_HOST}:${network.port}`);
  },
});

test('without a network no attempt is spent, and with it the next comes at once', async ({
  page,
  context,
  network,
}) => {
  await configure(page, { ...QUICK_CONFIG, maxReconnectAttempts: 2, reconnectTimeout: 3_000 });
  await page.clock.install();
  const chat = new Chat(page);
  await chat.open();
  await context.setOffline(true);
  network.toAll((socket) => socket.reset());
  await chat.expectStatus('重连中');
  const opened = network.opened;
  await chat.ask('一只猫');
  await page.clock.runFor(10 * 60_000);
  await chat.expectStatus('重连中');
  expect(network.opened).toBe(opened);

  await context.setOffline(false);
  await chat.expectStatus('已连接');
  expect(network.opened).toBe(opened + 1);
  await expect(chat.video).toHaveCount(1);
});
