import { expect } from '@playwright/test';

import { ChatCompletionsServer } from '../../src/bot/testing/chat-completions-server.ts';
import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, configure, PATIENT } from '../fixtures/chat.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';

const FULL = '清晨的海边，一艘红色小船慢慢驶过，薄雾，电影感';
const NIGHT = '夜晚的海边，一艘红色小船在月光下慢慢驶过，薄雾，电影感';

/** What the language model says; null where it fails. */
function answerTo(asked: string, before: string): object | null {
  if (asked === '谢谢') return { kind: 'answer', reply: '不客气，想看什么再叫我！' };
  if (asked.startsWith('故事')) return { kind: 'shots', reply: '分成两个镜头：', shots: ['小船出海', '小船归来'] };
  if (asked.includes('改成晚上'))
    return { kind: 'clip', reply: '好的，改成晚上。', prompt: before.includes(FULL) ? NIGHT : '?' };
  return asked === '坏了' ? null : { kind: 'clip', reply: '好的，我会这样画：', prompt: FULL };
}

interface Model {
  readonly model: ChatCompletionsServer;
}

const test = testWithOwnGateway.extend<Model>({
  model: async ({ browserName: _ }, use) => {
    const server = await ChatCompletionsServer.start(({ messages }) => {
      const answer = answerTo(messages.at(-1)?.content ?? '', messages.at(-2)?.content ?? '');
      return answer === null ? { status: 400 } : { text: JSON.stringify(answer) };
    });
    await use(server);
    await server.close();
  },
  gatewayEnv: async ({ model }, use) => {
    await use({ TEXT_MODEL: 'qwen3', TEXT_URL: model.url });
  },
});

test.describe('a bot that talks', () => {
  let chat: Chat;

  test.beforeEach(async ({ page }) => {
    // So high that two clips and what was said before them are near the window: only that is in the page.
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 390, height: 2_400 });
    await configure(page, PATIENT);
    chat = new Chat(page);
    await chat.open();
  });

  test('answers what is no wish, and makes no clip of it', { tag: '@long' }, async ({ page }) => {
    await chat.ask('谢谢');
    await expect(chat.log.getByText('不客气，想看什么再叫我！')).toBeVisible();
    await expect(chat.log.getByRole('progressbar')).toHaveCount(0);
    await expect(chat.clips).toHaveCount(0);
    await expect(page.getByRole('button', { name: '再画一次' })).toHaveCount(0);
    await expectNoFindingsInEitherTheme(page);
  });

  test('shows the full prompt, lets people change it, and knows what was drawn last', async ({ page }) => {
    await chat.ask('海边的小船');
    await expect(chat.log.locator('blockquote', { hasText: FULL })).toBeVisible();
    await expect(chat.clips).toHaveCount(1);
    await page.getByRole('button', { name: '修改描述' }).click();
    await expect(chat.composer).toHaveValue(FULL);
    await chat.ask('把刚才那个改成晚上');
    await expect(chat.log.locator('blockquote', { hasText: NIGHT })).toBeVisible();
    await expect(chat.clips).toHaveCount(2);
    await page.reload();
    await expect(chat.clips).toHaveCount(2);
    await expectNoFindingsInEitherTheme(page);
  });

  test('makes a clip of each shot of a story, in its conversation', { tag: '@long' }, async ({ page }) => {
    await chat.ask('故事：小船出海又归来');
    await expect(chat.clips).toHaveCount(2);
    await expect
      .poll(() => chat.answered())
      .toEqual([
        { prompt: '故事：小船出海又归来', videos: 0 },
        { prompt: '小船出海', videos: 1 },
        { prompt: '小船归来', videos: 1 },
      ]);
    await page.reload();
    await expect(chat.clips).toHaveCount(2);
  });

  test('draws what was asked where the language model fails, and says so', { tag: '@long' }, async () => {
    await chat.ask('坏了');
    await expect(chat.log.getByText(/按你的原话来画/)).toBeVisible();
    await expect(chat.clips).toHaveCount(1);
  });

  test('goes on after kill -9 with what it has decided', { tag: '@long' }, async ({ gateway }) => {
    await chat.ask('故事：小船出海又归来');
    await expect(chat.log.getByText('分成两个镜头：')).toBeVisible();
    await gateway.kill();
    await gateway.start();
    await chat.expectStatus('已连接');
    await expect(chat.clips).toHaveCount(2);
    await expect(chat.log.getByText('分成两个镜头：')).toHaveCount(1);
  });
});
