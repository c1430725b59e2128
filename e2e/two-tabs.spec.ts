import { expect } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { deliveryFigures, faultless } from './fixtures/delivery-figures.ts';
import { test } from './fixtures/gateway.ts';
import { storedRecords } from './fixtures/stored.ts';
import { LogObserver } from './fixtures/log-observer.ts';

test('two tabs with one code both ask, and both hear of everything once', async ({ page, context, gateway }) => {
  const [one, other] = [new Chat(page), new Chat(await context.newPage())];
  await one.open();
  await other.open();
  expect(await other.userCode()).toBe(await one.userCode());
  const observer = new LogObserver(gateway.url, (await one.userCode()) ?? '');
  const prompts = ['一只橘猫', '一条蓝鲸', '一只黑猫', '一条金鱼'];
  for (const [index, prompt] of prompts.entries()) {
    const chat = index % 2 === 0 ? one : other;
    await chat.ask(prompt);
    const asked = prompts.slice(0, index + 1);
    await expect.poll(() => deliveryFigures(observer.durable, asked)).toEqual(faultless(asked.length));
  }
  const answered = prompts.map((prompt) => ({ prompt, videos: 1 }));
  for (const tab of [one, other]) {
    await expect.poll(() => tab.answered()).toEqual(answered);
    await expect.poll(() => tab.playableClips()).toBe(prompts.length);
  }
  await expect.poll(() => deliveryFigures(observer.durable, prompts)).toEqual(faultless(prompts.length));
  observer.close();
});

test('a code that is refreshed in one tab is followed by the other', { tag: '@long' }, async ({ page, context }) => {
  const [one, other] = [new Chat(page), new Chat(await context.newPage())];
  await one.open();
  await other.open();
  const old = await one.userCode();
  const socket = other.page.waitForEvent('websocket');
  await one.refreshCode();
  await expect.poll(() => one.userCode()).not.toBe(old);
  const code = await one.userCode();
  expect(new URL((await socket).url()).searchParams.get('code')).toBe(code);
  await one.expectStatus('已连接');
  await other.expectStatus('已连接');
  await one.ask('一只橘猫');
  await expect(other.video).toHaveCount(1);
});

test(
  'a prompt that begins a conversation in one tab is no draft in the other',
  { tag: '@long' },
  async ({ page, context }) => {
    const [one, other] = [new Chat(page), new Chat(await context.newPage())];
    await one.open();
    await other.open();
    await one.composer.pressSequentially('一只橘猫');
    await one.send.click();
    await expect(other.video).toHaveCount(1);
    await expect(other.composer).toHaveValue('');
    await other.page.reload();
    await other.expectStatus('已连接');
    await expect(other.composer).toHaveValue('');
  },
);

test(
  'a draft that a tab was opened with goes when the tab in which it was written sends it',
  { tag: '@long' },
  async ({ page, context }) => {
    const one = new Chat(page);
    await one.open();
    await one.composer.pressSequentially('一只橘猫');
    const other = new Chat(await context.newPage());
    await other.open();
    await expect(other.composer).toHaveValue('一只橘猫');
    await one.send.click();
    await expect(other.video).toHaveCount(1);
    await expect(other.composer).toHaveValue('');
  },
);

test('what a tab has not got through when it is closed, another one sends at once', async ({ page, context }) => {
  const other = new Chat(page);
  await other.open();
  const closing = await context.newPage();
  // Its server says nothing: it waits to be greeted, as this address has greeted before.
  await closing.routeWebSocket(/./, () => undefined);
  await closing.goto('/');
  const { composer, send } = new Chat(closing);
  await composer.pressSequentially('一只橘猫');
  await send.click();
  await expect(closing.getByText('一只橘猫').first()).toBeVisible();
  await expect.poll(() => storedRecords(closing, 'ask-kitten', 'outbox')).toHaveLength(1);
  await expect(other.video).toHaveCount(0);
  await closing.close();
  await expect(other.video).toHaveCount(1);
});
