import { expect } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { testWithOwnGateway as test } from '../fixtures/own-gateway.ts';

test.use({ engine: 'storyboard' });

test('what was read stands there word by word, and one of them is changed by a click', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.choose('/时长 1');
  await chat.ask('一只橘猫在雨夜的霓虹街头散步');
  const read = page.getByRole('list', { name: '画面里有' });
  await expect(read.first().getByRole('button')).toHaveText([
    '猫',
    '橘色',
    '散步',
    '霓虹街头',
    '下雨',
    '夜晚',
    '缓慢推近',
    '扁平插画',
    '加主体',
  ]);

  // Back closes its menu.
  const address = page.url();
  await read.first().getByRole('button').first().click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page).toHaveURL(address);

  // By the keyboard, as a menu is.
  const weather = read.first().getByRole('button', { name: '天气：下雨，换一个' });
  await weather.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: '晴朗' })).toBeFocused();
  await expect(page.getByRole('menuitemradio', { name: '下雨', checked: true })).toBeVisible();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(read.last().getByRole('button', { name: '天气：下雪，换一个' })).toBeVisible();
  await expect(chat.log.getByText('按选定的画面')).toBeVisible();
});

test('a change carries the scene before it on, and thanks get a sentence', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.choose('/时长 1');
  await chat.ask('一只橘猫在下雪的霓虹街头散步');
  const read = page.getByRole('list', { name: '画面里有' });
  await expect(read.first().getByRole('button', { name: '天气：下雪，换一个' })).toBeVisible();
  await chat.choose('/时长 1');
  await chat.ask('改成白天');
  await expect(read.last().getByRole('button')).toHaveText([
    '猫',
    '橘色',
    '散步',
    '霓虹街头',
    '下雪',
    '白天',
    '缓慢推近',
    '扁平插画',
    '加主体',
  ]);
  await chat.ask('谢谢');
  await expect(chat.log).toContainText('不客气');
});

test('nothing is found in what was read, nor in its menus', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.choose('/时长 1');
  await chat.ask('一只橘猫在雨夜的霓虹街头散步');
  await expect(chat.log).toContainText('已完成');
  await expectNoFindingsInEitherTheme(page);
  await page.getByRole('button', { name: '天气：下雨，换一个' }).click();
  await expect(page.getByRole('menuitemradio', { name: '晴朗' })).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
});

test('nothing is found in the words that the engine knows instead of others', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  await chat.choose('/时长 1');
  await chat.ask('一台缝纫机');
  await expect(chat.log).toContainText('已完成');
  const kinds = chat.log.locator('kitten-known-words').getByRole('group');
  await expect(kinds.getByRole('button', { pressed: true })).toHaveCount(1);
  await expectNoFindingsInEitherTheme(page);
  await kinds.getByRole('button', { pressed: false }).last().click();
  await expect(kinds.getByRole('button').last()).toHaveAttribute('aria-pressed', 'true');
  await expectNoFindingsInEitherTheme(page);
});
