import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

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
    when: /腾出空间后可以再试/,
  },
];

for (const { what, env, says, when } of REFUSALS) {
  test.describe(what, { tag: '@long' }, () => {
    test.use({ gatewayEnv: env });

    test('is told in the chat, with when it may work again', async ({ page }) => {
      const chat = new Chat(page);
      await chat.open();
      await chat.ask('一只猫');
      if (!('MIN_FREE_DISK_MB' in env)) {
        await expect(chat.clips).toHaveCount(1);
        await chat.ask('两只猫');
      }
      const refusal = chat.log.getByRole('article', { name: '错误' });
      await expect(refusal).toContainText(says);
      await expect(refusal).toContainText(when);
    });
  });
}

test.describe('in English', { tag: '@long' }, () => {
  test.use({ gatewayEnv: { MAX_JOBS_PER_DAY_AND_CODE: '1' }, locale: 'en-US' });

  test('a quota of the day says when it is over, too', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('ask-kitten.language', 'en'));
    await page.goto('/');
    const log = page.getByRole('log');
    for (const prompt of ['a cat', 'two cats']) {
      await page.getByRole('textbox', { name: 'Message' }).fill(prompt);
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(log.getByText(prompt, { exact: true }).first()).toBeVisible();
    }
    const refusal = log.getByRole('article', { name: 'Error' });
    await expect(refusal).toContainText('Today’s jobs are used up.');
    await expect(refusal).toContainText(/\d+ (?:h|min|s)/);
  });
});
