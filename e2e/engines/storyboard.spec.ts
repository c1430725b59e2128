import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { childrenOf } from '../fixtures/child-processes.ts';
import { testWithOwnGateway as test } from '../fixtures/own-gateway.ts';

test.use({ engine: 'storyboard' });

test(
  'a clip whose drawing process died twice is told as that, and the next one is drawn',
  { tag: '@long' },
  async ({ page, gateway }) => {
    const chat = new Chat(page);
    await chat.open();
    // So much to draw that it can't be done before its process is ended.
    for (const option of ['/时长 10', '/画幅 1920x1080']) await chat.choose(option);
    await chat.ask('一条蓝色的鲸鱼在深海里游泳');
    const error = chat.log.getByRole('article', { name: '错误' });
    // Whatever draws is ended until nobody draws any more.
    const endDrawing = async (): Promise<number> => {
      for (const pid of childrenOf(gateway.pid, 'drawing-process/main')) process.kill(pid, 'SIGKILL');
      return error.count();
    };
    await expect(chat.log.getByRole('progressbar')).toBeVisible();
    await expect.poll(endDrawing).toBe(1);
    await expect(error).toContainText('视频生成失败');
    await expect(error).toContainText('the drawing process was ended by SIGKILL');
    await expect(chat.log.getByRole('progressbar')).toBeHidden();

    for (const option of ['/时长 1', '/画幅 640x360']) await chat.choose(option);
    await chat.ask('一只橘猫');
    await expect(chat.video).toBeVisible({ timeout: 60_000 });
    await expect(error).toHaveCount(1);
  },
);

test('a greeting is answered while a clip is drawn, and does not wait for it', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  for (const option of ['/时长 10', '/画幅 1920x1080']) await chat.choose(option);
  await chat.ask('一条蓝色的鲸鱼在深海里游泳');
  await expect(chat.log.getByRole('progressbar')).toBeVisible();
  await chat.ask('你好');
  await expect(chat.log).toContainText('想看什么画面？');
  await expect(chat.log.getByRole('progressbar')).toHaveCount(1);
  await chat.log.getByRole('button', { name: /^取消/ }).click();
});
