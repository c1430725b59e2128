import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page } from '@playwright/test';

import { expectNoFindings, expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat, expectOverlaysLeft } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { expectPlays } from '../fixtures/playing.ts';
import { talk, uuid } from '../fixtures/talk.ts';

test('it shows what was made before this visit, and plays it in the viewer', async ({ page }) => {
  await new Chat(page).make('一只橘猫', '一只小狗');
  await page.goto('/gallery');
  await expect(page.getByText('2 个作品')).toBeVisible();
  await expect(page.locator('kitten-work-card .caption')).toHaveText(['一只小狗', '一只橘猫']);
  await page.getByRole('button', { name: '播放：一只小狗' }).click();
  const viewer = page.getByRole('dialog', { name: '查看大图' });
  await expect(viewer).toContainText('1 / 2');
  await expect(viewer.locator('video')).toHaveAttribute('aria-label', '一只小狗');
  await viewer.getByRole('button', { name: '下一个' }).click();
  await expect(viewer.locator('video')).toHaveAttribute('aria-label', '一只橘猫');
  await expectPlays(viewer.locator('video'));
  await viewer.getByRole('button', { name: '关闭' }).click();
  await expect(viewer).toBeHidden();
  await expect(page.getByRole('button', { name: '播放：一只小狗' })).toBeFocused();
});

test('its filters stand in the address', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).make('一只橘猫', '一只小狗');
  await page.goto('/gallery');
  await page.getByRole('searchbox', { name: '搜索描述' }).fill('橘猫');
  await expect(page.locator('kitten-work-card')).toHaveCount(1);
  await page.getByRole('combobox', { name: '时间' }).selectOption({ label: '今天' });
  await expect(page).toHaveURL(/gallery\?time=today&q=/);
  await page.reload();
  await expect(page.locator('kitten-work-card')).toHaveCount(1);
  await expect(page.getByRole('searchbox', { name: '搜索描述' })).toHaveValue('橘猫');
  await page.getByRole('radio', { name: '图片' }).click();
  await expect(page.getByText('没有符合条件的作品')).toBeVisible();
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(2);
});

test('several are chosen, put into a collection and deleted', { tag: '@both-widths' }, async ({ page }) => {
  await new Chat(page).make('一只橘猫', '一只小狗', '一只白兔');
  await page.goto('/gallery');
  await page.getByRole('button', { name: '选择', exact: true }).click();
  const bar = page.getByRole('toolbar', { name: '对所选作品的操作' });
  await expect(bar).toContainText('已选 0 个');
  await page.getByRole('button', { name: '选择：一只小狗' }).click();
  await page.getByRole('button', { name: '选择：一只橘猫' }).click();
  await expect(bar).toContainText('已选 2 个');
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expectNoFindingsInEitherTheme(page);
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: '下载' }).click();
  expect((await download).suggestedFilename()).toBe('作品.zip');
  await bar.getByRole('button', { name: '加入合集' }).click();
  await page.getByRole('menuitem', { name: '新合集' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: '合集名称' })).toHaveValue('合集 1');
  await expectNoFindingsInEitherTheme(page);
  await page.goto('/gallery');
  await page.getByRole('button', { name: '更多操作：一只白兔' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(2);
  await page.reload();
  await expectOverlaysLeft(page);
  await page.getByRole('button', { name: '回收站（1）' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(1);
  await expectNoFindingsInEitherTheme(page);
  await page.getByRole('button', { name: '更多操作：一只白兔' }).click();
  await page.getByRole('menuitem', { name: '恢复' }).click();
  await page.getByRole('button', { name: '返回作品' }).click();
  await expect(page.locator('kitten-work-card')).toHaveCount(3);
});

/** How long a clip is that the browser plays, in seconds. */
async function lengthOf(page: Page, download: Download): Promise<number> {
  const base64 = (await readFile(await download.path())).toString('base64');
  return page.evaluate(async (data) => {
    const clip = document.createElement('video');
    const isLoaded = new Promise((resolve, reject) => {
      clip.addEventListener('loadeddata', resolve);
      clip.addEventListener('error', reject);
    });
    clip.src = `data:video/mp4;base64,${data}`;
    await isLoaded;
    return clip.duration;
  }, base64);
}

test('two clips are joined into one', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).make('一只橘猫', '一只小狗');
  await page.goto('/gallery');
  await page.getByRole('button', { name: '选择', exact: true }).click();
  const bar = page.getByRole('toolbar', { name: '对所选作品的操作' });
  const save = async (name: string): Promise<number> => {
    const saving = page.waitForEvent('download');
    await bar.getByRole('button', { name }).click();
    return lengthOf(page, await saving);
  };
  await page.getByRole('button', { name: '选择：一只小狗' }).click();
  await expect(bar.getByRole('button', { name: '合并成一段视频' })).toBeDisabled();
  const one = await save('下载');
  await page.getByRole('button', { name: '选择：一只橘猫' }).click();
  expect(await save('合并成一段视频')).toBeCloseTo(2 * one, 1);
});

test('a work leads to its conversation, and to a variation', { tag: '@long' }, async ({ page }) => {
  const chat = new Chat(page);
  await chat.make('一只橘猫');
  // It gets the conversation's own address a moment after the first prompt.
  await expect(page).toHaveURL(/\/c\/[0-9a-f]{32}$/);
  const address = page.url();
  await page.goto('/gallery');
  const more = page.getByRole('button', { name: '更多操作：一只橘猫' });
  await more.click();
  await page.getByRole('menuitem', { name: '查看所在对话' }).click();
  await expect(page).toHaveURL(address);
  await expect(chat.video).toBeVisible();
  await page.goto('/gallery');
  await more.click();
  await page.getByRole('menuitem', { name: '做个变体' }).click();
  await expect(chat.composer).toHaveValue('一只橘猫');
});

test('without a network it shows what is kept, and plays it', { tag: '@long' }, async ({ page, context }) => {
  await new Chat(page).make('一只橘猫');
  await page.goto('/gallery');
  await expect(page.locator('.kept')).toBeVisible();
  const play = page.getByRole('button', { name: '播放：一只橘猫' });
  const video = page.getByRole('dialog').locator('video');
  // The viewer is loaded apart from the page, in moments when nothing else is to do.
  await play.click();
  await expect(video).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(video).toBeHidden();
  await context.setOffline(true);
  await page.route(/\/media\//, (route) => route.abort());
  await expect(page.getByText(/当前没有网络/)).toBeVisible();
  await play.click();
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    element.loop = true;
    element.play().catch(() => undefined);
  });
  await expect
    .poll(() => video.evaluate(({ currentSrc, paused }: HTMLVideoElement) => `${currentSrc} ${paused}`))
    .toMatch(/^blob:.* false$/);
});

test('many works take no more of the page than few, and Tab goes through them', { tag: '@long' }, async ({ page }) => {
  const { say } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  const still = { type: 'image', mimeType: 'image/png', url: new URL('/favicon.svg', page.url()).href };
  say(
    ...Array.from({ length: 200 }, (_, index) => {
      return { ...still, id: uuid(index), seq: index + 1, ts: Date.now() - index * 1_000, name: `${index + 1}.png` };
    }),
  );
  await expect(chat.log.locator('kitten-turn img').last()).toBeVisible();
  await chat.goTo('作品');
  await expect(page.getByText('200 个作品')).toBeVisible();
  const items = page.locator('kitten-gallery').getByRole('listitem');
  await expect.poll(() => items.count()).toBeLessThan(40);
  await expect(items.first()).toHaveAttribute('aria-setsize', '200');
  await expectNoFindings(page);

  await test.step('to the end of a row, and on into the next', async () => {
    await items.first().getByRole('button').first().focus();
    const place = (): Promise<number> =>
      page.evaluate(() => {
        return Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset'));
      });
    for (let before = 1; before < 25;) {
      // A row comes into the page when the one before it has the focus.
      await expect(page.locator(`kitten-gallery [aria-posinset="${before + 1}"]`)).toBeAttached();
      await page.keyboard.press('Tab');
      const now = await place();
      expect([before, before + 1]).toContain(now);
      before = now;
    }
    await expect(page.locator(':focus')).toBeInViewport();
  });

  await test.step('the last one is there', async () => {
    const gallery = page.locator('kitten-gallery');
    await expect
      .poll(() =>
        gallery.evaluate((element) => {
          element.scrollTop = element.scrollHeight;
          return [...element.querySelectorAll('.caption')].at(-1)?.textContent;
        }),
      )
      .toBe('200.png');
    await expect(items.last()).toHaveAttribute('aria-posinset', '200');
    await expect.poll(() => items.count()).toBeLessThan(60);
  });
});

test(
  'nothing is found in an empty gallery, a full one, and one whose filter finds nothing',
  { tag: ['@long', '@both-widths'] },
  async ({ page }) => {
    await page.goto('/gallery');
    await expect(page.getByText('还没有作品')).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
    await new Chat(page).make('一只橘猫');
    await page.goto('/gallery');
    await expect(page.locator('kitten-work-card')).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
    await page.getByRole('searchbox', { name: '搜索描述' }).fill('没有的');
    await expect(page.getByText('没有符合条件的作品')).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
  },
);
