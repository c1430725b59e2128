import { expect } from '@playwright/test';

import { Chat } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';

test(
  'a conversation that another tab deletes says so, and what is asked in it brings it back',
  { tag: '@long' },
  async ({ page, context }) => {
    const one = new Chat(page);
    await one.open();
    await one.ask('一只橘猫');
    await expect(one.video).toHaveCount(1);
    await expect(page).toHaveURL(/\/c\//);
    const other = new Chat(await context.newPage());
    await other.open(new URL(page.url()).pathname);
    await expect(other.video).toHaveCount(1);
    await other.openSidePanel();
    await other.page.getByRole('link', { name: '一只橘猫' }).press('Delete');
    await expect(other.page.getByRole('button', { name: '撤销' })).toBeVisible();
    await expect(page.getByText('这段对话已被删除')).toBeVisible();
    await one.ask('一条蓝鲸');
    await expect(page.getByText('这段对话已被删除')).toBeHidden();
    await expect(one.video).toHaveCount(2);
    await page.reload();
    await expect
      .poll(() => one.answered())
      .toEqual([
        { prompt: '一只橘猫', videos: 1 },
        { prompt: '一条蓝鲸', videos: 1 },
      ]);
  },
);
