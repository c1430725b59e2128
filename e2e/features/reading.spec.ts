import { expect, type Page } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { answers, talk, uuid } from '../fixtures/talk.ts';

const COUNT = 40;

/** The reading place, which the tab stores a moment after scrolling has ended. */
function savedPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    const name = Object.keys(sessionStorage).find((key) => key.startsWith('ask-kitten.place'));
    return name === undefined ? '' : (sessionStorage.getItem(name) ?? '');
  });
}

test('a long conversation is read on after another page and a reload', async ({ page }) => {
  const { say } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  say(...answers(1, COUNT));
  await expect(chat.log).toContainText(`第 ${COUNT} 条`);
  const early = chat.log.getByText('第 7 条');
  await chat.log.press('Home');
  await expect.poll(() => savedPlace(page)).toContain(uuid(1));
  await chat.log.press('PageDown');
  await expect(early).toBeInViewport();
  await expect.poll(() => savedPlace(page)).not.toContain(uuid(1));
  await chat.goTo('诊断');
  await expect(page.getByRole('heading', { name: '诊断', level: 1 })).toBeVisible();
  await chat.goTo('聊天');
  await expect(early).toBeInViewport();
  await page.reload();
  await expect(early).toBeInViewport();
  await expect(page.getByRole('button', { name: '回到底部' })).toBeVisible();
});

test(
  'what is found in a conversation stands below the search, not under it',
  { tag: '@both-widths' },
  async ({ page }) => {
    const { say } = await talk(page);
    const chat = new Chat(page);
    await chat.open();
    say(...answers(1, COUNT));
    await expect(chat.log).toContainText(`第 ${COUNT} 条`);
    await page.keyboard.press('Control+f');
    const search = page.getByRole('search', { name: '在对话中查找' });
    await search.getByRole('searchbox').fill('第 7 条');
    await expect(search.getByRole('status')).toHaveText('1/1');
    const found = chat.log.getByText('第 7 条');
    await expect(found).toBeInViewport();
    const top = async (): Promise<number> => (await found.boundingBox())?.y ?? 0;
    const { y, height } = await restingBox(search);
    await expect.poll(top).toBeGreaterThanOrEqual(y + height);
    await expectNoFindingsInEitherTheme(page);
  },
);
