import { expect } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';
import { storedRecords } from './fixtures/stored.ts';

test(
  'what is sent after the databases were cleared outlives a reload, and no page stands in the way of clearing',
  { tag: '@long' },
  async ({ page, context }) => {
    let isUp = true;
    await page.routeWebSocket(/video-generation/, (socket) => {
      if (isUp) socket.connectToServer();
      else void socket.close({ code: 1012 });
    });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只猫');
    await expect(chat.video).toHaveCount(1);
    await expect.poll(() => storedRecords(page, 'ask-kitten', 'outbox')).toEqual([]);
    isUp = false;
    await page.reload();
    await chat.expectStatus('重连中');
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
    const outcomes = await page.evaluate(
      (all) =>
        Promise.all(
          all.map(
            (name) =>
              new Promise((resolve) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = () => resolve('deleted');
                request.onblocked = () => resolve(`${name} is blocked`);
              }),
          ),
        ),
      names,
    );
    expect(outcomes).toEqual(names.map(() => 'deleted'));
    const client = await context.newCDPSession(page);
    await client.send('Storage.clearDataForOrigin', {
      origin: new URL(page.url()).origin,
      storageTypes: 'indexeddb',
    });
    await chat.ask('一条蓝鲸');
    await expect(chat.log).toContainText('等待发送');
    await expect.poll(() => storedRecords(page, 'ask-kitten', 'outbox')).toHaveLength(1);
    await page.reload();
    isUp = true;
    await expect(chat.video.last()).toBeVisible();
    await expect.poll(async () => (await chat.answered()).map(({ prompt }) => prompt)).toContain('一条蓝鲸');
  },
);
