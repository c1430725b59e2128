import { expect, type Locator, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

test.use({ engine: 'instant', contextOptions: { reducedMotion: 'reduce' } });

/** Each page, and what it is there for. */
const PAGES: Readonly<Record<string, (page: Page) => Locator>> = {
  '/': (page) => page.getByRole('textbox', { name: '消息' }),
  '/gallery': (page) => page.getByRole('link', { name: '去聊天' }),
  '/settings': (page) => page.getByRole('radio', { name: '深色' }),
  '/diagnostics': (page) => page.getByRole('button', { name: '导出 JSON' }),
};

/** The controls of the page that can be seen, and that reach past its left or right edge. */
function cutControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, video[controls], [role=button], [role=switch], [tabindex="0"]',
    );
    return [...controls]
      .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((control) => control.closest('[inert], .cdk-visually-hidden') === null)
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        return width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160));
  });
}

async function expectNothingCut(page: Page): Promise<void> {
  const [wanted, given] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect(wanted).toBeLessThanOrEqual(given);
  expect(await cutControls(page)).toEqual([]);
}

// The last is what 200 % leaves of 1280×800.
for (const [width, height] of [
  [320, 640],
  [360, 640],
  [640, 640],
  [640, 400],
] as const) {
  test(`nothing scrolls sideways or is cut at ${width}×${height}, and every page can be used`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const chat = new Chat(page);
    for (const [path, control] of Object.entries(PAGES)) {
      await chat.open(path);
      const primary = control(page);
      await primary.scrollIntoViewIfNeeded();
      await expect(primary).toBeInViewport({ ratio: 1 });
      // Nothing lies over it.
      await primary.click({ trial: true });
      await expectNothingCut(page);
      if (height === 400) await expectNoFindings(page);
    }
    await chat.open();
    await chat.ask('一只橘猫');
    await expect(chat.log).toContainText('已完成');
    await expectNothingCut(page);
  });
}

test('a long name of a conversation is cut, and nothing has to make way for it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫在雨夜的霓虹街头散步，远处有一列电车慢慢驶过，橱窗里的灯一盏一盏地亮起来');
  const name = page.locator('kitten-toolbar .name');
  await expect(name).toContainText('一只橘猫');
  await expect(page).toHaveTitle(/^一只橘猫.*亮起来 · 问小猫$/);
  expect(await name.evaluate(({ clientWidth, scrollWidth }) => clientWidth > 96 && scrollWidth > clientWidth)).toBe(
    true,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.getByRole('button', { name: '更多', exact: true })).toBeInViewport({ ratio: 1 });
});

test('all that is known of a clip stands under it at 360 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const facts = chat.log.locator('kitten-video-message footer > span');
  await expect(facts).toHaveText(/秒\s· \d+×\d+\s· .*B$/);
  expect(await facts.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
});

test('an empty conversation begins at its top where it does not fit', async ({ page }) => {
  // What 200 % leaves of a small screen.
  await page.setViewportSize({ width: 640, height: 400 });
  const chat = new Chat(page);
  await chat.open();
  await expect(chat.log.locator('kitten-empty-state img')).toBeInViewport({ ratio: 1 });
  expect(await chat.log.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

for (const path of ['/', '/gallery', '/settings', '/diagnostics']) {
  test(`nothing is out of reach of keys at 640 × 400 on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await new Chat(page).open(path);
    await expectNoFindings(page);
  });
}

for (const [width, height] of [
  [640, 400],
  [320, 640],
  [320, 256],
] as const) {
  test(`the sheet of shortcuts scrolls by keys at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await new Chat(page).open();
    await page.keyboard.press('Control+/');
    const content = page.getByRole('dialog', { name: '快捷键' }).getByRole('group', { name: '快捷键' });
    await expect(content).toHaveAttribute('tabindex', '0');
    await expectNoFindings(page);
    await content.focus();
    await page.keyboard.press('End');
    await expect.poll(() => content.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  });
}

test('the panel is within reach of keys at 320 × 256', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await new Chat(page).open();
  await page.getByRole('button', { name: '打开侧边栏' }).click();
  await expect(page.getByRole('dialog', { name: '侧边栏' })).toBeFocused();
  await expectNoFindings(page);
});

test('a key closes the panel that it has opened over the page', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await new Chat(page).open();
  const panel = page.getByRole('dialog', { name: '侧边栏' });
  await page.keyboard.press('Control+b');
  await expect(panel).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(panel).toBeHidden();
});

for (const language of ['zh-CN', 'en']) {
  for (const width of [390, 320]) {
    test(`a revoked code leaves its sentence the line at ${width} pixels in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.addInitScript((wanted) => localStorage.setItem('ask-kitten.language', wanted), language);
      await page.routeWebSocket(/video-generation/, (socket) => void socket.close({ code: 4401 }));
      await page.goto('/');
      const banner = page
        .getByRole('alert')
        .filter({ has: page.getByRole('button') })
        .first();
      const words = await banner.locator('p').boundingBox();
      const action = await banner.getByRole('button').boundingBox();
      expect(words?.width).toBeGreaterThan(width * 0.7);
      expect(action?.y).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0));
    });
  }
}

for (const language of ['zh-CN', 'en']) {
  for (const width of [390, 360, 320]) {
    test(`the name has room or is not there while reconnecting at ${width} pixels in ${language}`, async ({
      page,
      gateway,
    }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.addInitScript((wanted) => localStorage.setItem('ask-kitten.language', wanted), language);
      await page.goto('/');
      const status = page.locator('kitten-connection-status');
      await expect(status).toHaveAttribute('data-status', 'connected');
      await page.locator('textarea').fill('一只橘猫在雨夜的霓虹街头散步，远处有一列电车');
      await page.keyboard.press('Control+Enter');
      const name = page.locator('kitten-toolbar .name');
      await expect(name).toContainText('橘猫');
      await gateway.kill();
      await expect(status).toHaveAttribute('data-status', 'reconnecting');
      await expect(status.getByRole('status')).not.toBeEmpty();
      const room = await name.evaluate((element) => {
        return getComputedStyle(element).visibility === 'hidden' ? Infinity : element.clientWidth;
      });
      expect(room).toBeGreaterThan(64);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
