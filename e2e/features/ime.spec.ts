import { type CDPSession, expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

/** One event of an input method: a key, the text so far, or the end of the composition. */
type Step = readonly [type: 'keydown' | 'compositionstart' | 'input' | 'compositionend', init: object, value?: string];

const ENTER = { key: 'Enter', bubbles: true, cancelable: true };

/** The end of a pinyin word that is taken with Enter, in the orders of browsers that are not here. */
const ORDERS: Readonly<Record<string, readonly Step[]>> = {
  Safari: [
    ['compositionstart', { data: '' }],
    ['input', { isComposing: true }, 'ni hao'],
    ['input', { isComposing: false }, '你好'],
    ['compositionend', { data: '你好' }],
    // After the end, and of no composition: only its code tells whose it is.
    ['keydown', { ...ENTER, keyCode: 229, isComposing: false }],
  ],
  Firefox: [
    ['compositionstart', { data: '' }],
    ['input', { isComposing: true }, 'ni hao'],
    ['keydown', { ...ENTER, key: 'Process', keyCode: 229, isComposing: true }],
    ['compositionend', { data: '你好' }],
    ['input', { isComposing: false }, '你好'],
  ],
};

async function dispatch(page: Page, steps: readonly Step[]): Promise<void> {
  await page.getByRole('textbox', { name: '消息' }).evaluate((field: HTMLTextAreaElement, all) => {
    for (const [type, init, value] of all) {
      if (value !== undefined) field.value = value;
      const bubbling = { bubbles: true, ...init };
      if (type === 'keydown') field.dispatchEvent(new KeyboardEvent(type, bubbling));
      else if (type === 'input') field.dispatchEvent(new InputEvent(type, bubbling));
      else field.dispatchEvent(new CompositionEvent(type, bubbling));
    }
  }, steps);
}

test.describe('an input method', () => {
  let chat: Chat;

  test.beforeEach(async ({ page }) => {
    chat = new Chat(page);
    await chat.open();
  });

  for (const [browser, steps] of Object.entries(ORDERS)) {
    const tag = browser === 'Safari' ? [] : ['@long'];
    test(
      `does not send half a word in the order of ${browser}, and the next Enter sends the whole`,
      { tag },
      async ({ page }) => {
        await dispatch(page, steps);
        await expect(chat.composer).toHaveValue('你好');
        await expect(chat.messages).toHaveCount(0);
        await chat.composer.press('Enter');
        await expect(chat.messages.first()).toContainText('你好');
      },
    );
  }

  test('does not send half a word in this browser, nor grow before the word is whole', async ({ page }) => {
    const client: CDPSession = await page.context().newCDPSession(page);
    // The composer is complete, and as high as it stays.
    await expect(page.getByRole('button', { name: '添加' })).toBeVisible();
    await chat.composer.focus();
    const height = (): Promise<number> => chat.composer.evaluate((field: HTMLTextAreaElement) => field.offsetHeight);
    const low = await height();
    const long = '猫'.repeat(200);
    await client.send('Input.imeSetComposition', {
      text: long,
      selectionStart: long.length,
      selectionEnd: long.length,
    });
    await expect(chat.composer).toHaveValue(long);
    expect(await height()).toBe(low);
    // The Enter that takes the candidate, as Chrome hands it to the page.
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await client.send('Input.insertText', { text: long });
    await expect(chat.composer).toHaveValue(long);
    await expect.poll(height).toBeGreaterThan(low);
    await expectNoFindings(page);
    await expect(chat.messages).toHaveCount(0);
    await chat.composer.press('Enter');
    await expect(chat.messages.first()).toContainText(long);
  });

  test('keeps a word whole that is composed while the conversation goes on', { tag: '@long' }, async ({ page }) => {
    await chat.ask('一只猫');
    await expect(chat.composer).toHaveValue('');
    const client = await page.context().newCDPSession(page);
    await chat.composer.focus();
    await client.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
    await expect(chat.clips).toHaveCount(1);
    await expect(chat.composer).toHaveValue('ni hao');
    await client.send('Input.insertText', { text: '你好' });
    await expect(chat.composer).toHaveValue('你好');
  });
});
