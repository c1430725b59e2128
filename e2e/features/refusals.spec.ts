import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { pictureFile } from '../fixtures/pictures.ts';
import { talk, uuid } from '../fixtures/talk.ts';

const HOURS_OR_MINUTES = /约 \d+ (?:小时|分钟)后可以再试/;

/** What a person is told in the chat, by what the operator has set. */
const REFUSALS: readonly {
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  readonly says: RegExp;
  readonly when: RegExp;
}[] = [
  {
    what: 'a quota of the day for a code',
    env: { MAX_JOBS_PER_DAY_AND_CODE: '1' },
    says: /你今天的 1 个任务已经用完/,
    when: HOURS_OR_MINUTES,
  },
  {
    what: 'a quota of the day for an address',
    env: { MAX_JOBS_PER_DAY_AND_ADDRESS: '1' },
    says: /你所在的网络今天的 1 个任务已经用完/,
    when: HOURS_OR_MINUTES,
  },
  {
    what: 'a disk without room',
    env: { MIN_FREE_DISK_MB: '999999999' },
    says: /服务器的磁盘快满了/,
    when: /可以在 60 秒后再试/,
  },
];

for (const { what, env, says, when } of REFUSALS) {
  test.describe(what, { tag: '@long' }, () => {
    test.use({ gatewayEnv: env });

    test('is told in the chat, with when it may work again', async ({ page }) => {
      const chat = new Chat(page);
      await chat.open();
      // The second one is refused, or where a day ends before it, the third.
      for (const prompt of ['一只猫', '两只猫', '三只猫']) {
        await chat.ask(prompt);
        await expect(chat.log.getByText(prompt, { exact: true }).first()).toBeVisible();
      }
      const refusal = chat.log.getByRole('article', { name: '错误' }).first();
      await expect(refusal).toContainText(says);
      await expect(refusal).toContainText(when);
    });
  });
}

test('a queue that is full says so at the prompt, and when it goes out again', { tag: '@long' }, async ({ page }) => {
  const server = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只猫');
  await expect.poll(() => server.prompts.length).toBe(1);
  const [replyTo] = server.prompts;
  const refusal = { type: 'error', code: 'queue_full', content: '满了', retryable: true, retryAfterMs: 30_000 };
  server.say({ ...refusal, id: uuid(1), ts: Date.now(), replyTo });
  await expect(chat.log).toContainText('30 秒后自动重发');
  await expect(chat.log).toContainText('排队的任务太多');
});

test('an upload that comes too soon says when it may be tried again', { tag: '@long' }, async ({ page }) => {
  await page.route('**/api/uploads', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '30' } }));
  await new Chat(page).open();
  await page.getByRole('button', { name: '添加' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: '添加参考图…' }).click();
  await (await choosing).setFiles([pictureFile('green.png', '#2f9e44')]);
  await expect(page.getByRole('list', { name: '参考图' })).toContainText('上传得太快，30 秒后可以重试');
});

test.describe('in English', { tag: '@long' }, () => {
  test.use({ gatewayEnv: { MAX_JOBS_PER_DAY_AND_CODE: '1' }, locale: 'en-US' });

  test('a quota of the day says when it is over, too', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('ask-kitten.language', 'en'));
    await page.goto('/');
    const log = page.getByRole('log');
    // The second one is refused, or where a day ends before it, the third.
    for (const prompt of ['a cat', 'two cats', 'three cats']) {
      await page.getByRole('textbox', { name: 'Message' }).fill(prompt);
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(log.getByText(prompt, { exact: true }).first()).toBeVisible();
    }
    const refusal = log.getByRole('article', { name: 'Error' }).first();
    await expect(refusal).toContainText('You’ve used up today’s jobs.');
    await expect(refusal).toContainText(/\d+ (?:h|min|s)/);
  });
});
