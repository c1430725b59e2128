import { expect, type Locator, type Page } from '@playwright/test';

import { testWithOwnGateway as test } from '../fixtures/own-gateway.ts';
import { take, takeEased } from './take.ts';

const WORDS = {
  'zh-CN': {
    prompts: ['一只橘猫在雨夜的霓虹街头散步', '雪后的森林里，一只白兔在月光下奔跑', '清晨的海边，一艘红色小船慢慢驶过'],
    unknown: '一台缝纫机',
    looked: '貓',
    field: '消息',
    connected: '已连接',
  },
  en: {
    prompts: [
      'An orange cat walks through a neon street on a rainy night',
      'A white rabbit runs through a snowy forest by moonlight',
      'A red boat passes slowly by the sea in the early morning',
    ],
    unknown: 'A sewing machine',
    looked: 'rabbit',
    field: 'Message',
    connected: 'Connected',
  },
} as const;

test.use({ engine: 'storyboard', actionTimeout: 30_000 });

for (const language of ['zh-CN', 'en'] as const) {
  const words = WORDS[language];
  const [prompt] = words.prompts;

  const open = async (page: Page): Promise<Locator> => {
    await page.addInitScript((tag) => localStorage.setItem('ask-kitten.language', tag), language);
    await page.goto('/');
    await expect(page.getByText(words.connected).first()).toBeVisible();
    return page.getByRole('textbox', { name: words.field });
  };
  const ask = async (field: Locator, what: string): Promise<void> => {
    await field.fill(what);
    await field.press('Enter');
  };
  const expectMade = async (page: Page): Promise<void> => {
    await expect(page.locator('kitten-job-card')).toHaveCount(0, { timeout: 300_000 });
    await expect(page.locator('kitten-video-message').last()).toBeVisible();
  };
  const both = async (page: Page, name: string): Promise<void> => {
    await take(page, name, language);
    await takeEased(page, name, language);
  };
  const make = async (page: Page, field: Locator, what: string): Promise<void> => {
    await ask(field, what);
    await expect(page.locator('kitten-job-card').last()).toBeVisible();
    await expectMade(page);
  };
  const leave = async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.locator('.mat-mdc-menu-panel')).toHaveCount(0);
  };

  /** A menu stays where it was opened, also where the window is another one since. */
  const reopen = async (page: Page, trigger: Locator): Promise<void> => {
    await leave(page);
    await trigger.click();
  };

  test.describe(`in ${language}`, () => {
    test.describe.configure({ timeout: 1_200_000 });

    test('a conversation', async ({ page }) => {
      const field = await open(page);
      await both(page, 'empty');
      await ask(field, prompt);
      await expect(page.locator('kitten-job-card')).toContainText('%');
      await take(page, 'running', language);
      await expectMade(page);
      await both(page, 'finished');
      await take(page, 'finished-hover', language, () => page.locator('kitten-turn video').first().hover());
      await page.locator('kitten-clip-details summary').first().click();
      await both(page, 'details');
      await page.locator('kitten-repeat-several button').click();
      await page.getByRole('menuitem').last().click();
      await expect(page.locator('kitten-variation-grid video')).toHaveCount(4, { timeout: 300_000 });
      await expectMade(page);
      await both(page, 'variations');
      await page.locator('kitten-compare-variations button').click();
      await expect(page.locator('kitten-comparison-dialog video')).toHaveCount(2);
      await both(page, 'comparison-of-four');
    });

    test('menus and panels', async ({ page }) => {
      const field = await open(page);
      await make(page, field, prompt);
      for (const [index, name] of ['shape', 'length', 'quality', 'style', 'count'].entries()) {
        const chip = page.locator('kitten-preference-bar .chip').nth(index);
        await take(page, `menu-${name}`, language, () => reopen(page, chip));
        await leave(page);
      }
      await take(page, 'menu-scene', language, () => reopen(page, page.locator('kitten-scene button').first()));
      await leave(page);
      await take(page, 'menu-composer', language, () => reopen(page, page.locator('kitten-composer-menu button')));
      await leave(page);
      await field.fill('/');
      await take(page, 'commands', language);
      await field.fill('');
      await page.locator('kitten-connection-status .opener').click();
      await both(page, 'connection');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await page.locator('kitten-find-bar input').fill(language === 'en' ? 'cat' : '橘猫');
      await both(page, 'find');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+/');
      await both(page, 'shortcuts');
      await page.keyboard.press('Escape');
      // Where there is a scene already it would be taken for a change of it.
      await page.goto('/');
      await make(page, field, words.unknown);
      await expect(page.locator('kitten-known-words')).toBeVisible();
      await both(page, 'known-words');
    });

    test('the works', async ({ page }) => {
      const field = await open(page);
      await page.goto('/gallery');
      await take(page, 'gallery-empty', language);
      await page.goto('/');
      for (const each of words.prompts) await make(page, field, each);
      for (const each of [prompt, prompt, prompt]) await ask(field, each);
      await expect(page.locator('kitten-job-card').last()).toBeVisible();
      await expectMade(page);
      await expect(page.locator('kitten-film-strip')).toBeVisible();
      await both(page, 'strip');
      await page.goto('/gallery');
      await expect(page.locator('kitten-work-card')).toHaveCount(6);
      await both(page, 'gallery');
      const more = page.locator('kitten-work-card .mat-mdc-menu-trigger').first();
      await take(page, 'menu-work', language, () => reopen(page, more));
      await leave(page);
      await page.locator('kitten-work-card .thumbnail').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await both(page, 'viewer');
      await page.keyboard.press('Escape');
      await page.locator('.select').click();
      await page.locator('kitten-work-card .thumbnail').nth(0).click();
      await page.locator('kitten-work-card .thumbnail').nth(4).click();
      await both(page, 'selection');
      await page.locator('kitten-selection-bar button').nth(2).click();
      await expect(page.locator('kitten-comparison-dialog video')).toHaveCount(2);
      await both(page, 'comparison');
      await page.keyboard.press('Escape');
      await page.locator('kitten-selection-bar button').nth(-2).click();
      await take(page, 'deleted', language);
      await page.locator('kitten-gallery button.trash').click();
      await both(page, 'trash');
      await page.locator('.select').click();
      await page.locator('kitten-work-card .thumbnail').first().click();
      await take(page, 'trash-selection', language);
    });

    test('what is searched for', async ({ page }) => {
      const field = await open(page);
      for (const each of words.prompts) {
        await page.goto('/');
        await make(page, field, each);
      }
      const panel = page.locator('kitten-toolbar button').first();
      const search = page.getByRole('searchbox');
      const look = async (what: string): Promise<void> => {
        if (!(await search.isVisible())) await panel.click();
        await search.fill(what);
        await expect(page.locator('kitten-search-results .count')).not.toBeEmpty();
      };
      await take(page, 'search', language, () => look(words.looked));
      await take(page, 'search-nothing', language, () => look(words.unknown));
    });

    test('what is handed on', async ({ page }) => {
      // Chromium on Linux has no sheet of the system's.
      await page.addInitScript(() =>
        Object.assign(navigator, { share: () => Promise.resolve(), canShare: () => false }),
      );
      const field = await open(page);
      await make(page, field, prompt);
      const more = page.locator('kitten-save-menu button');
      await take(page, 'menu-save', language, () => reopen(page, more));
      await take(page, 'link-copied', language, async () => {
        await reopen(page, more);
        await page.getByRole('menuitem').last().click();
        await expect(page.locator('kitten-notice')).not.toBeEmpty();
      });
    });

    test('the pages', async ({ page }) => {
      const field = await open(page);
      await make(page, field, prompt);
      for (const path of ['settings', 'diagnostics']) {
        await page.goto(`/${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await both(page, path);
      }
      await page.goto('/settings');
      const other = page.locator('kitten-other-device');
      await other.getByRole('button').first().click();
      await expect(other.locator('output')).toBeVisible();
      await other.getByRole('textbox').fill('AAAA-AAAA');
      await other.getByRole('textbox').press('Enter');
      await expect(other.getByRole('alert')).not.toBeEmpty();
      await other.getByRole('alert').scrollIntoViewIfNeeded();
      await both(page, 'other-device');
    });

    test('trouble', async ({ page, gateway }) => {
      const field = await open(page);
      await ask(field, prompt);
      await expect(page.locator('kitten-job-card')).toContainText('%');
      await page.locator('kitten-job-card button').first().click();
      await expect(page.locator('kitten-job-card')).toHaveCount(0);
      await take(page, 'stopped', language);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('kitten-toolbar button').first().click();
      await take(page, 'panel', language);
      // Only there it lies over the page.
      await page.setViewportSize({ width: 390, height: 844 });
      await page.keyboard.press('Escape');
      await gateway.kill();
      await ask(field, words.unknown);
      await take(page, 'disconnected', language);
    });
  });
}
