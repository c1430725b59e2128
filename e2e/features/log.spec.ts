import { expect } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { answers, talk, uuid } from '../fixtures/talk.ts';

/** More rows than are in sight and just beyond it, and far fewer than there are. */
const MANY = 60;

test('a long conversation takes no more of the page than a short one', async ({ page }) => {
  const { say } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  say(...answers(1, 600));
  await expect(chat.log).toContainText('第 600 条');
  await expect.poll(() => chat.log.getByRole('listitem').count()).toBeLessThan(MANY);

  await test.step('the list says how long it is, and which part of it is there', async () => {
    const last = chat.log.getByRole('listitem').last();
    await expect(last).toHaveAttribute('aria-setsize', '600');
    await expect(last).toHaveAttribute('aria-posinset', '600');
  });

  await test.step('keys go to either end', async () => {
    await chat.log.focus();
    await page.keyboard.press('Home');
    await expect(chat.log.getByText('第 1 条', { exact: true })).toBeInViewport();
    await expect.poll(() => chat.log.getByRole('listitem').count()).toBeLessThan(MANY);
    await page.keyboard.press('End');
    await expect(chat.log.getByText('第 600 条', { exact: true })).toBeInViewport();
  });
});

test('a running job, and what has the focus, stay however far one goes', { tag: '@long' }, async ({ page }) => {
  const { say, prompts } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect.poll(() => prompts.length).toBe(1);
  const job = { jobId: uuid(7_000), replyTo: prompts[0] };
  say({ type: 'system', event: 'started', ts: Date.now(), ...job });
  say(...answers(1, 200));
  await expect(chat.log).toContainText('第 200 条');
  await expect(chat.log.getByRole('progressbar')).toBeAttached();
  await chat.log.getByRole('button', { name: '取消' }).focus();
  say({ type: 'system', event: 'cancelled', ts: Date.now(), ...job });
  await expect(chat.log.getByRole('progressbar')).toHaveCount(0);
  await chat.log.locator('kitten-turn').first().focus();
  await chat.log.evaluate((log) => (log.scrollTop = log.scrollHeight));
  await expect(chat.log.getByText('第 200 条', { exact: true })).toBeInViewport();
  await expect(chat.log.getByText('一只橘猫')).toBeAttached();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(chat.log.getByText('一只橘猫')).toHaveCount(0);
});

test('a button that is pressed stays under the mouse, whatever comes meanwhile', { tag: '@long' }, async ({ page }) => {
  const { say, prompts, cancels } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  say(...answers(1, 30));
  await expect(chat.log).toContainText('第 30 条');
  await chat.expectMarkdown();
  await chat.ask('一只橘猫');
  await expect.poll(() => prompts.length).toBe(1);
  const job = { jobId: uuid(7_001), replyTo: prompts[0] };
  say({ type: 'system', event: 'started', ts: Date.now(), ...job });
  const cancel = chat.log.getByRole('button', { name: '取消' });
  await expect(cancel).toBeVisible();
  await expect.poll(() => chat.distanceToEnd()).toBe(0);
  await cancel.hover();
  await page.mouse.down();
  await expect(cancel).toBeFocused();
  // Over its card, and below it.
  const pressedAt = await restingBox(cancel);
  say({ type: 'text', id: uuid(902), content: '又一句。\n\n'.repeat(9), ...job }, ...answers(31, 5));
  await expect.poll(() => chat.distanceToEnd()).toBeGreaterThan(100);
  await expect.poll(() => cancel.boundingBox()).toEqual(pressedAt);
  await page.mouse.up();
  await expect.poll(() => cancels).toEqual(prompts);
  await expect.poll(() => chat.distanceToEnd()).toBe(0);
});

test('axe finds nothing in a long conversation', { tag: '@long' }, async ({ page }) => {
  const { say } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  say(...answers(1, 200));
  await expect(chat.log).toContainText('第 200 条');
  await expectNoFindingsInEitherTheme(page);
});
