import { expect } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';

test(
  'a browser that has none of what came after those that Angular supports makes clips too',
  { tag: '@long' },
  async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(URL, 'parse');
      Reflect.deleteProperty(URL, 'canParse');
      Reflect.deleteProperty(Promise, 'withResolvers');
      Reflect.deleteProperty(Promise, 'try');
      Reflect.deleteProperty(Map, 'groupBy');
      Reflect.deleteProperty(Object, 'groupBy');
      Reflect.deleteProperty(Array, 'fromAsync');
      Reflect.deleteProperty(Intl, 'Segmenter');
    });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只猫');
    await expect(chat.video).toHaveCount(1);
  },
);

test('a browser that is too old gets a sentence instead of a blank page', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Array.prototype, 'toSorted');
  });
  await page.goto('/');
  await expect(page.getByText('这个浏览器太旧了')).toBeVisible();
});

test('a browser that locks nothing and stores nothing connects, and throws nothing', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
    Object.defineProperty(navigator, 'locks', { get: () => undefined });
    Object.defineProperty(window, 'caches', { get: refuse });
  });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只猫');
  await expect(chat.video).toHaveCount(1);
  expect(errors.map(({ message }) => message)).toEqual([]);
});
