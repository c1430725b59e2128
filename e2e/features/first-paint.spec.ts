import { expect, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

/** The application's first script, without which nothing of it comes. */
const SCRIPT = '**/main-*.js';

/** Selectors of what both have: the screen that index.html paints, and the application's own. */
const PARTS = {
  name: ['#first-paint .name', 'kitten-root .name'],
  kitten: ['#first-paint .greeting img', 'kitten-empty-state img'],
  title: ['#first-paint .title', 'kitten-empty-state h2'],
  hint: ['#first-paint .hint', 'kitten-empty-state > p'],
  field: ['#first-paint .field', 'kitten-composer form'],
} as const;

/** What one sees of each part: its words, left, top and height. */
type Look = Readonly<Record<string, readonly (string | number)[]>>;

/** What each of both looks like, at the moment in which the application's screen takes the place of the painted one. */
async function looksOfBoth(page: Page): Promise<readonly [Look, Look]> {
  await page.addInitScript((parts) => {
    const lookAt = (selector: string): readonly (string | number)[] => {
      const seen = [...document.querySelectorAll<HTMLElement>(selector)].find((part) => {
        return part.checkVisibility({ visibilityProperty: true }) && part.offsetWidth > 0;
      });
      if (seen === undefined) return [];
      const { left, top, height } = seen.getBoundingClientRect();
      const words = seen.querySelector('textarea')?.placeholder ?? seen.innerText.trim();
      return [words, ...[left, top, height].map(Math.round)];
    };
    const look = (which: 0 | 1): Look =>
      Object.fromEntries(Object.entries(parts).map(([name, selectors]) => [name, lookAt(selectors[which])]));
    document.addEventListener('DOMContentLoaded', () => {
      const painted = look(0);
      const observer = new MutationObserver(() => {
        if (document.getElementById('first-paint') !== null) return;
        observer.disconnect();
        Object.assign(globalThis, { looks: [painted, look(1)] });
      });
      observer.observe(document.body, { childList: true });
    });
  }, PARTS);
  await page.goto('/');
  await page.waitForFunction(() => 'looks' in globalThis);
  return page.evaluate(() => (globalThis as unknown as { readonly looks: readonly [Look, Look] }).looks);
}

for (const { language, locale, hint } of [
  { language: 'Chinese', locale: 'zh-CN', hint: '说一句话，小猫画成一段短视频。' },
  { language: 'English', locale: 'en-GB', hint: 'Say it in a sentence, and Kitten turns it into a short video.' },
]) {
  test.describe(`a first visit in ${language}`, { tag: '@both-widths' }, () => {
    test.use({ locale });

    test('shows its screen before the application has loaded, and nothing moves when it has', async ({ page }) => {
      const [painted, own] = await looksOfBoth(page);
      expect(painted).toEqual(own);
      expect(painted['hint']).toContain(hint);
    });
  });
}

test('nothing moves in a low window either', { tag: '@desktop' }, async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 520 });
  const [painted, own] = await looksOfBoth(page);
  expect(painted).toEqual(own);
});

test('who has been here, or comes to another page, is not shown a screen that is not theirs', async ({ page }) => {
  await page.route(SCRIPT, (route) => route.abort());
  await page.goto('/gallery');
  await expect(page.locator('#first-paint')).toBeHidden();
  await page.goto('/');
  await expect(page.locator('#first-paint')).toBeVisible();
  await page.unroute(SCRIPT);
  await new Chat(page).open();
  await page.route(SCRIPT, (route) => route.abort());
  await page.reload();
  await expect(page.locator('#first-paint')).toBeHidden();
});
