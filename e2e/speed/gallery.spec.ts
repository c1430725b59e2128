import { expect, type Page } from '@playwright/test';

import { test } from '../fixtures/gateway.ts';
import { openWithClips } from './many-clips.ts';
import { expectSmooth } from './smooth-scrolling.ts';

const WORKS = 1_000;
/** How far each frame goes, in pixels: 6,000 a second, a row of cards in three frames. */
const STEP = 100;

/** A gallery of many clips, each with a still of its own address. */
async function open(page: Page): Promise<void> {
  const chat = await openWithClips(page, WORKS, (index) => ({
    ts: Date.now() - index * 60_000,
    name: `${index + 1} 一只橘猫在雨夜的霓虹街头散步，远处有灯`,
  }));
  await expect(chat.video.last()).toBeAttached();
  await chat.goTo('作品');
  await expect(page.getByText(`${WORKS} 个作品`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`${WORKS} 个作品`)).toBeVisible();
  await expect(page.locator('kitten-work-card').first()).toBeVisible();
}

test('1,000 works scroll in frames of 20 ms, both ways', { tag: ['@long', '@desktop'] }, async ({ browser, page }) => {
  await open(page);
  await expectSmooth(browser, page, { element: page.locator('kitten-gallery'), axis: 'scrollTop', step: STEP });
});
