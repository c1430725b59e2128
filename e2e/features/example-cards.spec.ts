import { expect } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('a newcomer has a clip by one click, on an example or by chance', { tag: '@both-widths' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const cards = page.locator('kitten-example-cards');
  await expect(cards.getByRole('button')).toHaveCount(4);
  await expectNoFindingsInEitherTheme(page);
  await cards.getByRole('button').first().click();
  await expect(chat.clips).toHaveCount(1);
  await expect(cards).toBeHidden();
});

test('an idea comes by chance', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await page.getByRole('button', { name: '随便来一个' }).click();
  await expect(chat.clips).toHaveCount(1);
});
