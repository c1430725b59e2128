import { expect, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { testWithOwnGateway as test } from '../fixtures/own-gateway.ts';
import { expectSettled } from './settled.ts';

const PROMPTS = [
  '清晨的海边，一艘红色小船慢慢驶过',
  '雪后的森林里，一只白兔在月光下奔跑',
  '一只橘猫在雨夜的霓虹街头散步',
];

async function make(chat: Chat, prompts: readonly string[]): Promise<void> {
  for (const [index, prompt] of prompts.entries()) {
    await chat.ask(prompt);
    await expect(chat.log.getByText('已完成')).toHaveCount(index + 1);
  }
}

async function take(page: Page, name: string): Promise<void> {
  await expectSettled(page);
  await page.screenshot({ path: `docs/images/${name}.png` });
}

test.use({ engine: 'storyboard' });

test.describe('wide and light', () => {
  test.use({ colorScheme: 'light', viewport: { width: 1280, height: 800 } });

  test('the chat, the gallery, and diagnostics', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await make(chat, PROMPTS.slice(0, 2));
    await page.getByRole('link', { name: '新对话' }).click();
    await expect(chat.log.getByText('已完成')).toHaveCount(0);
    await make(chat, PROMPTS.slice(2));
    await take(page, 'chat');
    await chat.goTo('作品');
    await expect(page.getByRole('button', { name: /^播放/ })).toHaveCount(PROMPTS.length);
    await take(page, 'gallery');
    await chat.goTo('诊断');
    await expect(page.getByText('一切正常')).toBeVisible();
    await take(page, 'diagnostics');
  });
});

test.describe('a phone in the dark', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the chat', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await make(chat, PROMPTS.slice(2));
    await take(page, 'phone');
  });
});
