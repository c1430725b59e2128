import { expect, type Page, type WebSocketRoute } from '@playwright/test';

import { expectNoFindings } from './fixtures/accessibility.ts';
import { Chat, configure } from './fixtures/chat.ts';
import { test } from './fixtures/gateway.ts';
import { serve } from './fixtures/scripted-gateway.ts';
import { talk } from './fixtures/talk.ts';

const JOB_ID = '5d0c5f4e-6f0e-4b51-8a3c-1f2e3d4c5b6a';

function run(socket: WebSocketRoute, replyTo: string): void {
  const job = { jobId: JOB_ID, replyTo };
  const told = [
    { type: 'system', event: 'accepted', seq: 1, ...job },
    { type: 'system', event: 'started', seq: 2, ...job },
    { type: 'text', id: '6b01f3d2-0b7e-4f55-9c1a-2e8d7b6a5c40', content: '我看到一只橘猫', ...job },
    { type: 'system', event: 'progress', progress: 0.42, stage: 'draw', etaMs: 4_200, ...job },
  ];
  for (const message of told) socket.send(JSON.stringify(message));
}

/** Each theme, and each layout of the toolbar, with what tells that it is there. */
const SCREENS = [
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 }, button: '主题' },
  { colorScheme: 'light', viewport: { width: 390, height: 844 }, button: '更多' },
] as const;

async function expectNoFindingsOnAnyScreen(page: Page): Promise<void> {
  for (const { colorScheme, viewport, button } of SCREENS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible();
    await expectNoFindings(page);
  }
}

test.describe('nothing is found', () => {
  test('in an empty conversation', { tag: '@long' }, async ({ page }) => {
    await new Chat(page).open();
    await expect(page.getByText('并非 AI 模型')).toBeVisible();
    await expectNoFindingsOnAnyScreen(page);
  });

  test('while a job runs', { tag: '@long' }, async ({ page }) => {
    await serve(page, run);
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.log).toContainText('42%');
    await expectNoFindingsOnAnyScreen(page);
  });

  test('when a clip is finished, and in the gallery', async ({ page }) => {
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.log).toContainText('已完成');
    await expectNoFindingsOnAnyScreen(page);
    await chat.goTo('作品');
    await expect(page.getByRole('button', { name: '播放：一只橘猫' })).toBeVisible();
    await expectNoFindingsOnAnyScreen(page);
  });

  test('while it reconnects, with a prompt that waits', { tag: '@long' }, async ({ page }) => {
    await configure(page, { reconnectTimeout: 60_000 });
    const { hangUp } = await talk(page);
    const chat = new Chat(page);
    await chat.open();
    await hangUp(1001);
    await chat.expectStatus('重连中');
    await chat.ask('一只橘猫');
    await expect(page.getByText(/秒后重试/)).toBeVisible();
    await expect(page.getByRole('button', { name: '立即重连' })).toBeVisible();
    await expect(page.getByRole('button', { name: '撤回' })).toBeVisible();
    await expectNoFindingsOnAnyScreen(page);
  });

  test('when the attempts have run out', { tag: '@long' }, async ({ page }) => {
    await configure(page, { maxReconnectAttempts: 0 });
    const { hangUp } = await talk(page);
    const chat = new Chat(page);
    await chat.open();
    await hangUp(1001);
    await chat.expectStatus('连接错误');
    await expectNoFindingsOnAnyScreen(page);
  });

  test('when the code is revoked', { tag: '@long' }, async ({ page }) => {
    await page.routeWebSocket(/video-generation/, (socket) => void socket.close({ code: 4401 }));
    await page.goto('/');
    await expect(page.getByRole('button', { name: '换用新的用户码' })).toBeVisible();
    await expectNoFindingsOnAnyScreen(page);
  });

  test('where a message has failed, and where something is missing', { tag: '@long' }, async ({ page }) => {
    await serve(page, (socket, replyTo) => {
      socket.send(JSON.stringify({ type: 'system', event: 'gap', fromSeq: 13 }));
      socket.send(JSON.stringify({ type: 'error', replyTo, code: 'unsupported', content: '', retryable: false }));
    });
    const chat = new Chat(page);
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.log).toContainText('有 12 条较早的消息已不在服务器上');
    await expect(chat.log.getByRole('button', { name: '重试' })).toBeVisible();
    await expectNoFindingsOnAnyScreen(page);
  });
});
