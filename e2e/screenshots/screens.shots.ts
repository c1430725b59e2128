import { expect, type Page } from '@playwright/test';

import { testWithOwnGateway as test } from '../fixtures/own-gateway.ts';
import { expectSettled } from './settled.ts';

/** Where they go: they are looked at, and not kept. */
const FOLDER = 'test-results/screens';

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 834, height: 1112 },
  { width: 1280, height: 800 },
] as const;

/** Takes a screen in both themes and at all widths, in the language that the page has. */
async function take(page: Page, name: string, language: string): Promise<void> {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectSettled(page);
      const path = `${FOLDER}/${name}-${size.width}-${colorScheme}-${language}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}

test.use({ engine: 'storyboard' });

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen in ${language}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.addInitScript((tag) => localStorage.setItem('ask-kitten.language', tag), language);
    const english = language === 'en';
    const prompt = english
      ? 'An orange cat walks through a neon street on a rainy night'
      : '一只橘猫在雨夜的霓虹街头散步';
    await page.goto('/');
    const field = page.getByRole('textbox', { name: english ? 'Message' : '消息' });
    await expect(page.getByText(english ? 'Connected' : '已连接').first()).toBeVisible();
    await take(page, 'empty', language);
    await field.fill(prompt);
    await field.press('Enter');
    await expect(page.locator('kitten-job-card')).toContainText('%');
    await take(page, 'running', language);
    await expect(page.locator('kitten-video-message')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('kitten-job-card')).toHaveCount(0);
    await take(page, 'finished', language);
    await page.locator('video').first().hover();
    await take(page, 'finished-hover', language);
    await page.locator('kitten-clip-details summary').first().click();
    await take(page, 'details', language);
    await page.locator('kitten-repeat-several button').click();
    await page.getByRole('menuitem').last().click();
    await expect(page.locator('kitten-variation-grid video')).toHaveCount(4, { timeout: 120_000 });
    await take(page, 'variations', language);
    for (const path of ['gallery', 'settings', 'diagnostics']) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await take(page, path, language);
    }
    await page.goto('/gallery');
    await page.locator('kitten-work-card .thumbnail').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await take(page, 'viewer', language);
  });
}
