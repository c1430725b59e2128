import { expect, type Locator, type Page } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test('the viewer leads to a remix, with the cursor in the field, and to the turn', async ({ page }) => {
  const chat = new Chat(page);
  await chat.make('一只橘猫');
  const conversation = /\/c\/[0-9a-f]{32}$/;
  await expect(page).toHaveURL(conversation);
  const viewer = page.getByRole('dialog', { name: '查看大图' });
  const lookAt = async (way: string): Promise<void> => {
    await chat.goTo('作品');
    await page.getByRole('button', { name: '播放：一只橘猫' }).click();
    await viewer.getByRole('button', { name: way }).click();
    await expect(viewer).toBeHidden();
    await expect(page).toHaveURL(conversation);
  };
  await lookAt('做个变体');
  await expect(chat.composer).toBeFocused();
  await expect(chat.composer).toHaveValue('一只橘猫');
  await expect(page.getByRole('list', { name: '选项' }).last()).toContainText('种子');
  await lookAt('查看所在对话');
  await expect(chat.log.locator('kitten-turn').first()).toBeFocused();
  await chat.log.locator('kitten-clip-details summary').click();
  await chat.composer.fill('');
  await chat.log.getByRole('button', { name: '做个变体' }).click();
  await expect(chat.composer).toBeFocused();
  await expect(chat.composer).toHaveValue('一只橘猫');
});

/** Where the two clips of the comparison are, in seconds, and whether both rest. */
function places(page: Page): Promise<{ readonly at: readonly number[]; readonly isResting: boolean }> {
  return page.locator('kitten-comparison-dialog video').evaluateAll((clips) => ({
    at: clips.map((clip) => (clip as HTMLVideoElement).currentTime),
    isResting: clips.every((clip) => (clip as HTMLVideoElement).paused),
  }));
}

test('two works play in step, what differs is marked, and the better one gets its star', async ({ page }) => {
  await new Chat(page).make('一只橘猫', '一只小狗');
  await page.goto('/gallery');
  await page.getByRole('button', { name: '选择', exact: true }).click();
  const bar = page.getByRole('toolbar', { name: '对所选作品的操作' });
  await page.getByRole('button', { name: '选择：一只小狗' }).click();
  await expect(bar.getByRole('button', { name: '比较' })).toBeDisabled();
  await page.getByRole('button', { name: '选择：一只橘猫' }).click();
  await bar.getByRole('button', { name: '比较' }).click();
  const dialog = page.getByRole('dialog', { name: '比较两个作品' });
  await expect(dialog.locator('video')).toHaveCount(2);
  await expect(dialog.getByRole('row', { name: /^描述 不同/ }).locator('mark')).not.toHaveCount(0);
  await expect(dialog.getByRole('row', { name: /^引擎/ })).not.toContainText('不同');

  // Nothing moves by itself for who wants less motion; one key, one button and one place are for both.
  const place = dialog.getByRole('slider', { name: '播放进度' });
  await expect(place).toBeVisible();
  expect((await places(page)).isResting).toBe(true);
  await page.keyboard.press('k');
  await expect(dialog.getByRole('button', { name: '暂停' })).toBeVisible();
  await expect.poll(async () => Math.min(...(await places(page)).at)).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: '暂停' }).click();
  await place.fill('0.2');
  await expect.poll(() => places(page)).toEqual({ at: [0.2, 0.2], isResting: true });
  await page.keyboard.press('Home');

  await page.keyboard.press('2');
  const second = dialog.getByRole('region', { name: 'B：一只橘猫' });
  await expect(second.getByRole('button', { name: '收藏', pressed: true })).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(bar.getByRole('button', { name: '比较' })).toBeFocused();
});

test(
  'of several variations any two are compared, the starred one first',
  { tag: ['@long', '@both-widths'] },
  async ({ page }) => {
    const chat = new Chat(page);
    await chat.make('一只橘猫');
    await chat.log.getByRole('button', { name: '再画几个' }).last().click();
    await page.getByRole('menuitem', { name: '再画 4 个' }).click();
    const beside = chat.log.getByRole('list', { name: '同一描述的几个视频' });
    await expect(beside.locator('video')).toHaveCount(4);
    await beside.getByRole('button', { name: '收藏' }).nth(2).click();
    await chat.log.getByRole('button', { name: '比较' }).click();
    const dialog = page.getByRole('dialog', { name: '比较两个作品' });
    const shown = (side: 'A' | 'B'): Locator => dialog.getByRole('region', { name: `${side}：` });
    await expect(shown('A').getByRole('button', { name: '收藏', pressed: true })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /^种子 不同/ })).toBeVisible();
    const [a, b] = [shown('A').locator('video'), shown('B').locator('video')];
    const first = await a.getAttribute('src');
    await dialog.getByRole('combobox', { name: 'B 是哪一个' }).selectOption({ index: 3 });
    await expect(a).toHaveAttribute('src', first ?? '');
    const last = await b.getAttribute('src');
    await dialog.getByRole('combobox', { name: 'A 是哪一个' }).selectOption({ index: 3 });
    await expect(a).toHaveAttribute('src', last ?? '');
    await expect(b).toHaveAttribute('src', first ?? '');
    await expectNoFindings(page);
    await test.step('both are seen whole, also in a low window', async () => {
      await page.setViewportSize({ width: 640, height: 400 });
      const cutOff = (): Promise<readonly number[]> =>
        dialog.locator('.frame').evaluateAll((frames) =>
          frames.map((frame) => {
            const [outer, inner] = [frame, frame.querySelector('video')!].map((each) => each.getBoundingClientRect());
            return Math.max(0, outer!.top - inner!.top, inner!.bottom - outer!.bottom, outer!.left - inner!.left);
          }),
        );
      await expect.poll(cutOff).toEqual([0, 0]);
    });
  },
);
