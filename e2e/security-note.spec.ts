import { expect } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';

const WARNING = /连接未加密/;

test('a connection to this machine needs no warning', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).open();
  await expect(page.getByText(WARNING)).toHaveCount(0);
});

test('an unencrypted connection to another machine is warned of', async ({ page }) => {
  const address = 'ws://server.example/api/ws/video-generation';
  await page.route('**/config.json', (route) => route.fulfill({ json: { baseUrl: address } }));
  await page.routeWebSocket(/server\.example/, () => undefined);
  await new Chat(page).open();
  await expect(page.getByText(WARNING).first()).toBeVisible();
});

test('an encrypted one is not', { tag: '@long' }, async ({ page }) => {
  const address = 'wss://server.example/api/ws/video-generation';
  await page.route('**/config.json', (route) => route.fulfill({ json: { baseUrl: address } }));
  await page.routeWebSocket(/server\.example/, () => undefined);
  await new Chat(page).open();
  await expect(page.getByText(WARNING)).toHaveCount(0);
});
