import { expect } from '@playwright/test';

import { Chat, configure } from '../fixtures/chat.ts';
import { deliveryFigures, faultless } from '../fixtures/delivery-figures.ts';
import { storedRecords } from '../fixtures/stored.ts';
import { LogObserver } from '../fixtures/log-observer.ts';
import { QUICK_CONFIG, test } from './fixture.ts';
import { SCENARIOS } from './scenarios.ts';

const BEFORE = ['一只橘猫', '一只黑猫'];
const DURING = ['一条蓝鲸', '一条金鱼'];
const AFTER = ['一条小狗', '一条柴犬'];
const PROMPTS = [...BEFORE, ...DURING, ...AFTER];

for (const { name, strike, end, tag } of SCENARIOS) {
  test(`${name} loses nothing and repeats nothing`, { tag }, async ({ page, gateway, network }) => {
    await configure(page, QUICK_CONFIG);
    const chat = new Chat(page);
    await chat.open();
    const observer = new LogObserver(gateway.url, (await chat.userCode()) ?? '');

    for (const prompt of BEFORE) await chat.ask(prompt);
    const greeted = network.greeted;
    // It may be between two connections. Told twice, a fault is the same.
    await expect.poll(() => strike(network)).toBe(1);
    for (const prompt of DURING) await chat.ask(prompt);
    if (end === '连接错误') {
      await chat.expectStatus(end);
      network.treatNext(0, 'pass');
      // Asking is reason enough to try again.
      for (const prompt of AFTER) await chat.ask(prompt);
    }
    await expect.poll(() => network.greeted, { timeout: 30_000 }).toBeGreaterThan(greeted);
    await chat.expectStatus('已连接');
    if (end === '已连接') for (const prompt of AFTER) await chat.ask(prompt);

    // What costs the page nothing is looked at first: the conversation has to be walked through.
    await expect.poll(() => deliveryFigures(observer.durable, PROMPTS)).toEqual(faultless(PROMPTS.length));
    await expect.poll(() => chat.answered()).toEqual(PROMPTS.map((prompt) => ({ prompt, videos: 1 })));
    await expect(page.getByRole('article', { name: '错误' })).toHaveCount(0);
    observer.close();
  });
}

test('a code that is revoked in the middle is not tried again', { tag: '@long' }, async ({ page, network }) => {
  await configure(page, QUICK_CONFIG);
  const chat = new Chat(page);
  await chat.open();
  const opened = network.opened;
  network.toAll((socket) => socket.close(4401));
  await chat.expectStatus('连接错误');
  await chat.ask('一只猫');
  await page.getByRole('button', { name: '换用新的用户码' }).click();
  await chat.expectStatus('已连接');
  expect(network.opened).toBe(opened + 1);
});

test(
  'what was asked without a connection is sent after a reload',
  { tag: '@long' },
  async ({ page, gateway, network }) => {
    await configure(page, QUICK_CONFIG);
    const chat = new Chat(page);
    await chat.open();
    const observer = new LogObserver(gateway.url, (await chat.userCode()) ?? '');
    await chat.ask('一只橘猫');
    await expect(chat.video).toHaveCount(1);
    network.treatNext(Infinity, 'refuse');
    network.toAll((socket) => socket.reset());
    await chat.expectStatus('连接错误');
    await chat.ask('一只黑猫');
    await chat.ask('一条蓝鲸');
    await expect.poll(() => storedRecords(page, 'ask-kitten', 'outbox')).toHaveLength(2);
    await page.reload();
    await chat.expectStatus('连接错误');
    network.treatNext(0, 'pass');
    await page.getByRole('button', { name: '重新连接' }).click();
    const prompts = ['一只橘猫', '一只黑猫', '一条蓝鲸'];
    await expect.poll(() => deliveryFigures(observer.durable, prompts)).toEqual(faultless(prompts.length));
    await expect.poll(() => chat.answered()).toEqual(prompts.map((prompt) => ({ prompt, videos: 1 })));
    observer.close();
  },
);
