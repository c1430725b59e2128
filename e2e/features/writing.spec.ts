import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('undo steps back over what the page has put into the field', { tag: '@desktop' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.clips).toHaveCount(1);
  await chat.composer.pressSequentially('一只狗');
  await chat.composer.press('Control+a');
  await chat.composer.press('Delete');
  await chat.composer.press('ArrowUp');
  await expect(chat.composer).toHaveValue('一只橘猫');
  await chat.composer.press('Control+z');
  await expect(chat.composer).toHaveValue('');
  await chat.composer.press('Control+z');
  await expect(chat.composer).toHaveValue('一只狗');
  await page.getByRole('button', { name: '修改描述' }).click();
  await expect(chat.composer).toHaveValue('一只橘猫');
  await chat.composer.press('Control+z');
  await expect(chat.composer).toHaveValue('一只狗');
});
