import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';

import { LOCAL, WAN } from '../../src/app/engines/testing/engine-profiles.ts';
import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { test } from '../fixtures/gateway.ts';
import { type Talk, talk } from '../fixtures/talk.ts';

/** An engine with all that makes its texts long. */
const LITE = {
  ...WAN,
  id: 'lite',
  name: 'Seedance 1.0 Lite (ByteDance)',
  model: 'bytedance/seedance-1-0-lite-t2v-250428',
  sizes: ['1280x720', '720x1280', '1920x1080'],
  price: { amount: 0.05, currency: 'USD', per: 'second' },
} as const;

const LANGUAGES = [
  {
    locale: 'zh-CN',
    length: '/时长 8',
    inMenu: /Seedance.*\$0\.05\/秒/,
    before: '约 $0.40',
    again: '再画一次 · 约 $0.40',
    more: '再画几个',
    two: '再画 2 个 · 约 $0.80',
    four: '再画 4 个 · 约 $1.60',
    others: '换引擎再画',
    other: /通义万相.*约 ¥4\.80/,
    sum: '1 条 · 约 $0.40',
  },
  {
    locale: 'en',
    length: '/duration 8',
    inMenu: /Seedance.*\$0\.05 a second/,
    before: 'about $0.40',
    again: 'Make another · about $0.40',
    more: 'Make several',
    two: 'Make 2 more · about $0.80',
    four: 'Make 4 more · about $1.60',
    others: 'Another engine',
    other: /通义万相.*about ¥4\.80/,
    sum: '1 clip · about $0.40',
  },
] as const;

/** All of it is to be read: it is in the window, and nothing makes the page wider than that. */
async function expectWhole(page: Page, shown: Locator): Promise<void> {
  await expect(shown).toBeVisible();
  await shown.scrollIntoViewIfNeeded();
  await expect(shown).toBeInViewport({ ratio: 1 });
  const overflow = (element: HTMLElement | SVGElement): number =>
    element.scrollWidth - Math.max(element.clientWidth, element.getBoundingClientRect().width);
  await expect.poll(() => shown.evaluate(overflow)).toBeLessThanOrEqual(1);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
}

/** Answers the last prompt with a clip of the engine, of 8 seconds. */
function finish(server: Talk): void {
  const { id, name, isModel, model, price } = LITE;
  const madeWith = { id, name, isModel, model, price, options: { seconds: 8 } };
  const messages = [
    { type: 'system', event: 'accepted', madeWith },
    { type: 'system', event: 'started' },
    { type: 'video', url: '/media/clip.mp4', width: 1280, height: 720, durationMs: 8_000, madeWith },
    { type: 'system', event: 'completed' },
  ];
  const ofJob = { jobId: randomUUID(), replyTo: server.prompts.at(-1) };
  server.say(
    ...messages.map((message, index) => ({ ...message, ...ofJob, id: randomUUID(), ts: Date.now(), seq: index + 1 })),
  );
}

for (const words of LANGUAGES) {
  test.describe(`prices in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test(
      'are read whole wherever something is asked, and in the sum',
      { tag: ['@long', '@both-widths'] },
      async ({ page }) => {
        const server = await talk(page, { engines: [WAN, LITE, LOCAL] });
        await page.goto('/');
        const composer = page.locator('[data-composer]');
        await page.locator('kitten-engine-picker button').click();
        const offer = page.getByRole('menuitemradio', { name: words.inMenu });
        await expectWhole(page, offer);
        await expectNoFindingsInEitherTheme(page);
        await offer.click();
        await composer.fill(words.length);
        await page.getByRole('option').first().click();
        await expectWhole(page, page.locator('kitten-engine-picker').getByText(words.before));
        await composer.fill('一只橘猫');
        await composer.press('Enter');
        await expect.poll(() => server.prompts.length).toBe(1);
        finish(server);

        const log = page.getByRole('log');
        await expectWhole(page, log.getByRole('button', { name: words.again }));
        await log.getByRole('button', { name: words.more }).click();
        await expectWhole(page, page.getByRole('menuitem', { name: words.two }));
        await expectWhole(page, page.getByRole('menuitem', { name: words.four }));
        await expectNoFindingsInEitherTheme(page);
        await page.keyboard.press('Escape');
        await log.getByRole('button', { name: words.others }).click();
        await expectWhole(page, page.getByRole('menuitem', { name: words.other }));
        await expectNoFindingsInEitherTheme(page);
        await page.keyboard.press('Escape');

        // What is shown is stored a moment later.
        await expect(page).toHaveURL(/\/c\//);
        await expect(async () => {
          await page.goto('/settings');
          await expect(page.locator('kitten-spending dd').first()).toHaveText(words.sum, { timeout: 2_000 });
        }).toPass();
        await expectWhole(page, page.locator('kitten-spending').getByText(words.sum));
        await expectNoFindingsInEitherTheme(page);
      },
    );
  });
}
