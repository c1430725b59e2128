import { expect, type Page } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { talk, uuid } from '../fixtures/talk.ts';

const ANSWER = `# 分镜

一段**粗**字，见[说明](https://a.example/)。

| 镜头 | 时长 |
|:-----|-----:|
| 街头 | 1.5 秒 |

\`\`\`ts
const cat = '猫';
\`\`\`

![猫](https://a.example/cat.png) <img src="https://a.example/spy.png" onerror="alert(1)">`;

interface Writing {
  readonly chat: Chat;
  /** Adds a piece to the answer. */
  readonly write: (content: string) => void;
}

/** Opens the chat, and has the answer come in pieces, as a model writes it. */
async function open(page: Page): Promise<Writing> {
  const said = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect.poll(() => said.prompts.length).toBe(1);
  const write = (content: string): void => {
    said.say({ type: 'text', id: uuid(1), jobId: uuid(2), replyTo: said.prompts[0], append: true, content });
  };
  for (let at = 0; at < ANSWER.length; at += 7) write(ANSWER.slice(at, at + 7));
  await expect(chat.log.getByRole('link', { name: '猫', exact: true })).toBeVisible();
  return { chat, write };
}

test('an answer has the form that its markdown gives it', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('a.example')) elsewhere.push(request.url());
  });
  const { chat } = await open(page);
  await expect(chat.log.getByRole('heading', { name: '分镜' })).toBeVisible();
  await expect(chat.log.getByRole('table')).toContainText('街头');
  await expect(chat.log.locator('strong')).toHaveText('粗');
  const link = chat.log.getByRole('link', { name: '说明' });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(chat.log).toContainText('<img src="https://a.example/spy.png" onerror="alert(1)">');
  expect(elsewhere).toEqual([]);
});

test('code is coloured, and copied with a button', { tag: '@long' }, async ({ page }) => {
  const { chat } = await open(page);
  await expect(chat.log.locator('[data-scope=keyword]')).toHaveText('const');
  // It says so for two seconds.
  await Promise.all([
    expect(chat.log.getByRole('button', { name: '已复制' })).toBeVisible(),
    chat.log.getByRole('button', { name: '复制', exact: true }).click(),
  ]);
  await chat.composer.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(chat.composer).toHaveValue("const cat = '猫';");
});

test('what is settled stays the same elements while the rest comes', { tag: '@long' }, async ({ page }) => {
  const { chat, write } = await open(page);
  await chat.log.getByRole('heading', { name: '分镜' }).evaluate((heading) => (heading.dataset['mark'] = 'same'));
  write('\n\n还有一段。');
  await expect(chat.log).toContainText('还有一段。');
  await expect(chat.log.getByRole('heading', { name: '分镜' })).toHaveAttribute('data-mark', 'same');
});

test('what the person writes stays as it was written', { tag: '@long' }, async ({ page }) => {
  await talk(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('**一只**猫\n<b>两只</b>狗');
  const mine = chat.log.getByRole('article', { name: '我的消息' });
  await expect(mine).toHaveText('**一只**猫\n<b>两只</b>狗');
  await expect(mine.locator('strong, b')).toHaveCount(0);
});

test('axe finds nothing in markdown', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
  await open(page);
  await expect(page.locator('[data-scope=keyword]')).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
});
