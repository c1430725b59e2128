import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { storedRecords } from '../fixtures/stored.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';
import { talk, uuid } from '../fixtures/talk.ts';

/** The list of conversations, which a phone keeps behind a button. */
class Conversations {
  readonly page: Page;
  readonly list: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('navigation', { name: '会话' });
    this.search = page.getByRole('searchbox', { name: '搜索聊天记录' });
  }

  async show(): Promise<void> {
    const button = this.page.getByRole('button', { name: '打开侧边栏' });
    await expect(this.search.or(button).first()).toBeVisible();
    if (await this.search.isVisible()) return;
    await button.click();
    await expect(this.search).toBeVisible();
  }

  async begin(): Promise<void> {
    await this.show();
    await this.page.getByRole('link', { name: '新对话' }).click();
    await expect(this.page).toHaveURL(/\/$/);
    await this.leave();
  }

  async open(title: string): Promise<void> {
    await this.show();
    await this.list.getByRole('link', { name: title }).click();
    await this.leave();
  }

  /** Over a page the list makes way for what it leads to. */
  async leave(): Promise<void> {
    if ((this.page.viewportSize()?.width ?? 0) < 1_000) await expect(this.search).toBeHidden();
  }

  async choose(title: string, action: string): Promise<void> {
    await this.show();
    await this.list.getByRole('button', { name: `“${title}”的更多操作` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}

/** How the conversation begins that was looked at last, as far as that is kept. */
async function lastSeen(page: Page): Promise<string | undefined> {
  const all = await storedRecords<{ opening?: string; seenAt?: number }>(page, 'ask-kitten-history', 'conversations');
  return all.toSorted((one, other) => (other.seenAt ?? 0) - (one.seenAt ?? 0))[0]?.opening;
}

test('each conversation keeps what was asked in it, over a reload and without a network', async ({ page, context }) => {
  const chat = new Chat(page);
  const conversations = new Conversations(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.clips).toHaveCount(1);
  await expect(page).toHaveURL(/\/c\/[0-9a-f]{32}$/);
  await conversations.begin();
  await expect(chat.messages).toHaveCount(0);
  await chat.ask('一条蓝鲸');
  await expect(chat.clips).toHaveCount(1);
  // What is shown is kept a moment later.
  await expect.poll(() => chat.finishedJobs()).toBe(2);
  await page.reload();
  await expect.poll(() => chat.answered()).toEqual([{ prompt: '一条蓝鲸', videos: 1 }]);

  await page.routeWebSocket(/video-generation/, (socket) => void socket.close({ code: 1001 }));
  await page.reload();
  await expect.poll(() => chat.answered()).toEqual([{ prompt: '一条蓝鲸', videos: 1 }]);
  await conversations.open('一只橘猫');
  await expect.poll(() => chat.answered()).toEqual([{ prompt: '一只橘猫', videos: 1 }]);
  await page.goBack();
  await expect.poll(() => chat.answered()).toEqual([{ prompt: '一条蓝鲸', videos: 1 }]);

  await expect.poll(() => lastSeen(page)).toBe('一条蓝鲸');
  const fresh = new Chat(await context.newPage());
  await fresh.page.goto('/');
  await expect.poll(() => fresh.answered()).toEqual([{ prompt: '一条蓝鲸', videos: 1 }]);
});

test('a reload fetches what is new and no more', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  // What is shown is kept a moment later, and how far it goes a moment after that: until then it is fetched once more.
  await expect.poll(() => chat.finishedJobs()).toBe(1);
  await expect(async () => {
    const socket = page.waitForEvent('websocket');
    await page.reload();
    expect(Number(new URL((await socket).url()).searchParams.get('after'))).toBeGreaterThanOrEqual(4);
  }).toPass();
  await chat.expectStatus('已连接');
  await expect(chat.messages.filter({ hasText: '一只橘猫' }).first()).toBeVisible();
  await expect(chat.log).toContainText('已完成');
});

test('a conversation that is pinned stands first, over a reload', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  const conversations = new Conversations(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.clips).toHaveCount(1);
  await conversations.begin();
  await chat.ask('一条蓝鲸');
  await expect(chat.clips).toHaveCount(1);
  const first = conversations.list.getByRole('link', { name: /橘猫|蓝鲸/ }).first();
  await conversations.show();
  await expect(first).toContainText('一条蓝鲸');
  await conversations.choose('一只橘猫', '置顶');
  await expect(first).toContainText('一只橘猫');
  await expectNoFindings(page);
  await page.reload();
  await conversations.show();
  await expect(first).toContainText('一只橘猫');
  await conversations.choose('一只橘猫', '取消置顶');
  await expect(first).toContainText('一条蓝鲸');
});

test('a conversation is renamed, deleted and brought back', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  const conversations = new Conversations(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.clips).toHaveCount(1);
  await conversations.choose('一只橘猫', '重命名');
  await page.getByRole('textbox', { name: '“一只橘猫”的名称' }).fill('雨夜');
  await page.keyboard.press('Enter');
  await expect(conversations.list.getByRole('link', { name: '雨夜' })).toBeFocused();
  await expect(page.locator('kitten-toolbar')).toContainText('雨夜');
  await expect(page).toHaveTitle('雨夜 · 问小猫');
  await page.reload();
  await conversations.choose('雨夜', '删除');
  const undo = page.getByRole('button', { name: '撤销' });
  // It can be brought back for ten seconds.
  await Promise.all([
    expect(page).toHaveURL(/\/$/),
    expect(page).toHaveTitle('问小猫'),
    expect(chat.messages).toHaveCount(0),
    expect(undo).toBeFocused(),
    expect(conversations.list.getByRole('link', { name: '雨夜' })).toHaveCount(0),
  ]);
  await undo.press('Enter');
  await expect(conversations.list.getByRole('link', { name: '雨夜' })).toBeFocused();
  await expect(page).toHaveURL(/\/c\/[0-9a-f]{32}$/);
  await expect(page).toHaveTitle('雨夜 · 问小猫');
  await expect(chat.clips).toHaveCount(1);
});

test('Chinese words are found in all conversations, and lead to their place', async ({ page }) => {
  const chat = new Chat(page);
  const conversations = new Conversations(page);
  await chat.open();
  await chat.ask('一只橘猫在雨夜的霓虹街头散步');
  await expect(chat.clips).toHaveCount(1);
  await conversations.begin();
  await chat.ask('A blue whale sings');
  await expect(chat.clips).toHaveCount(1);
  await conversations.show();
  await conversations.search.fill('霓虹');
  const hits = conversations.list.getByRole('link');
  await expect(hits.first()).toContainText('一只橘猫');
  await expect(hits.locator('mark').first()).toHaveText('霓虹');
  await expectNoFindings(page);
  await conversations.search.fill('wha');
  await expect(hits.first()).toContainText('whale');
  await conversations.search.fill('恐龙');
  await expect(conversations.list.getByText('没有找到相关内容')).toBeVisible();
  await conversations.search.fill('猫');
  await hits.first().click();
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]+$/);
  await expect(chat.messages.filter({ hasText: '一只橘猫在雨夜' }).first()).toBeVisible();
});

test('a conversation is exported', async ({ page }) => {
  const chat = new Chat(page);
  const conversations = new Conversations(page);
  await chat.open();
  await chat.ask('一只/橘猫');
  await expect.poll(() => chat.finishedJobs()).toBe(1);
  const endings = { '导出为 Markdown': 'md', '导出为 JSON': 'json', '连同媒体导出为 ZIP': 'zip' };
  const contents: Record<string, Buffer> = {};
  for (const [action, ending] of Object.entries(endings)) {
    const download = page.waitForEvent('download');
    await conversations.choose('一只/橘猫', action);
    expect((await download).suggestedFilename()).toBe(`一只 橘猫.${ending}`);
    contents[ending] = await readFile(await (await download).path());
  }
  expect(contents['md']?.toString()).toContain('# 一只/橘猫');
  expect(JSON.parse(contents['json']?.toString() ?? '')).toMatchObject({ prompts: [{ content: '一只/橘猫' }] });
  expect(contents['zip']?.includes('media/001 ')).toBe(true);
  expect(contents['zip']?.includes('ftyp')).toBe(true);
});

test(
  'a job of another conversation says in the list how far it is, and when it is done',
  { tag: '@long' },
  async ({ page }) => {
    const { say, prompts } = await talk(page);
    const chat = new Chat(page);
    const conversations = new Conversations(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect.poll(() => prompts.length).toBe(1);
    const job = { jobId: uuid(1), replyTo: prompts[0] };
    say(
      { type: 'system', event: 'accepted', id: uuid(2), seq: 1, ...job },
      { type: 'system', event: 'started', id: uuid(3), seq: 2, ...job },
    );
    await expect(chat.log.getByRole('progressbar')).toBeVisible();
    await conversations.begin();
    await conversations.show();
    say({ type: 'system', event: 'progress', progress: 0.42, stage: 'draw', ...job });
    const item = conversations.list.getByRole('link', { name: '一只橘猫' });
    await expect(item).toContainText('42%');
    await expectNoFindings(page);
    say(
      { type: 'video', id: uuid(4), seq: 3, url: '/cat.mp4', mimeType: 'video/mp4', ...job },
      { type: 'system', event: 'completed', id: uuid(5), seq: 4, ...job },
    );
    await expect(item).toContainText('有新结果');
    await item.click();
    await conversations.leave();
    await expect(chat.clips).toHaveCount(1);
    await conversations.show();
    await expect(item).not.toContainText('有新结果');
  },
);

test.describe('with an engine that takes its time', { tag: '@long' }, () => {
  testWithOwnGateway.use({ engine: 'storyboard' });

  testWithOwnGateway(
    'a job goes on while another conversation is open, and is told when it is done',
    async ({ page }) => {
      const chat = new Chat(page);
      const conversations = new Conversations(page);
      await chat.open();
      // So long that it can be looked at from elsewhere.
      await chat.choose('/时长 10');
      await chat.ask('一只橘猫');
      await expect(chat.log.getByRole('progressbar')).toBeVisible();
      await conversations.begin();
      await conversations.show();
      const item = conversations.list.getByRole('link', { name: '一只橘猫' });
      await expect(item).toContainText(/\d+%/);
      await expectNoFindings(page);
      await expect(item).toContainText('有新结果', { timeout: 90_000 });
      await item.click();
      await conversations.leave();
      await expect(chat.clips).toHaveCount(1);
      await conversations.show();
      await expect(item).not.toContainText('有新结果');
    },
  );

  testWithOwnGateway('a reload in the middle attaches to the job again', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    // So long that it outlasts a reload.
    await chat.choose('/时长 10');
    await chat.ask('一只橘猫');
    const progress = chat.log.getByRole('progressbar');
    await expect(progress).toHaveAttribute('aria-valuenow', /[1-9]/);
    await page.reload();
    await expect(progress).toHaveAttribute('aria-valuenow', /[1-9]/);
    await expect(chat.clips).toHaveCount(1, { timeout: 90_000 });
    await expect.poll(() => chat.answered()).toEqual([{ prompt: '一只橘猫', videos: 1 }]);
  });
});
