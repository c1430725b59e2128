import { expect, type Locator, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat, configure } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { talk } from '../fixtures/talk.ts';

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
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await expect.poll(() => cutControls(page)).toEqual([]);
}

/** The last is what 200 % leaves of 1280×800: there, nothing is out of reach of keys either. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 640 },
  { width: 640, height: 640 },
  { width: 640, height: 400 },
];

for (const [path, control] of Object.entries(PAGES)) {
  const tag = path === '/' ? [] : ['@long'];
  test(`${path} can be used in every small window: nothing scrolls sideways or is cut`, { tag }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await new Chat(page).open(path);
    const primary = control(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await primary.scrollIntoViewIfNeeded();
      await expect(primary).toBeInViewport({ ratio: 1 });
      // Nothing lies over it.
      await primary.click({ trial: true });
      await expectNothingCut(page);
    }
    await expectNoFindings(page);
  });
}

test('a finished clip is not cut in a small window', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log).toContainText('已完成');
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNothingCut(page);
  }
});

test('a long name of a conversation is cut, and nothing has to make way for it', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫在雨夜的霓虹街头散步，远处有一列电车慢慢驶过，橱窗里的灯一盏一盏地亮起来');
  const name = page.locator('kitten-toolbar .name');
  await expect(name).toContainText('一只橘猫');
  await expect(page).toHaveTitle(/^一只橘猫.*亮起来 · 问小猫$/);
  const isCut = (): Promise<boolean> =>
    name.evaluate(({ clientWidth, scrollWidth }) => clientWidth > 96 && scrollWidth > clientWidth);
  await expect.poll(isCut).toBe(true);
  await expectNothingCut(page);
  await expect(page.getByRole('button', { name: '更多', exact: true })).toBeInViewport({ ratio: 1 });
});

test('all that is known of a clip stands under it at 360 pixels', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  const facts = chat.log.locator('kitten-clip-details summary');
  await expect(facts).toHaveText(/秒\s· \d+×\d+\s· .*B$/);
  const overflow = (): Promise<number> => facts.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
});

test('the way back to the end lies over nothing, and comes without moving anything', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log).toContainText('已完成');
  await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
  const before = await restingBox(chat.log);
  await chat.log.evaluate((log) => log.scrollBy(0, -24));
  const back = page.getByRole('button', { name: '回到底部' });
  await expect(back).toBeVisible();
  expect(await restingBox(chat.log)).toEqual(before);
  for (const [width, height] of [
    [640, 360],
    [360, 640],
    [1280, 500],
  ] as const) {
    await page.setViewportSize({ width, height });
    await chat.log.evaluate((log) => log.scrollTo(0, 0));
    await expect(back).toBeVisible();
    await expect(async () => {
      const [way, log] = [await restingBox(back), await restingBox(chat.log)];
      expect(way.y).toBeGreaterThanOrEqual(log.y + log.height);
    }).toPass();
  }
});

test('conversations can be seen in the panel at 200 %', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log).toContainText('已完成');
  await chat.openSidePanel();
  const conversation = page.getByRole('navigation', { name: '会话' }).getByRole('link', { name: /一只橘猫/ });
  for (const [width, height] of [
    [720, 450],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(conversation).toBeInViewport({ ratio: 1 });
    await conversation.click({ trial: true });
    await expectNothingCut(page);
  }
});

test('an empty conversation begins at its top where it does not fit', { tag: '@long' }, async ({ page }) => {
  // What 200 % leaves of a small screen.
  await page.setViewportSize({ width: 640, height: 400 });
  const chat = new Chat(page);
  await chat.open();
  await expect(chat.log.getByRole('heading', { name: '想看点什么？' })).toBeInViewport({ ratio: 1 });
  await expect(chat.log).toHaveJSProperty('scrollTop', 0);
});

test('the sheet of shortcuts scrolls by keys, however small the window', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).open();
  for (const [width, height] of [
    [640, 400],
    [320, 640],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press('Control+/');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    const content = sheet.getByRole('group', { name: '快捷键' });
    await expect(content).toHaveAttribute('tabindex', '0');
    await expectNoFindings(page);
    await content.focus();
    await page.keyboard.press('End');
    await expect.poll(() => content.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  }
});

test('the panel is within reach of keys at 320 × 256', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await new Chat(page).open();
  await page.getByRole('button', { name: '打开侧边栏' }).click();
  await expect(page.getByRole('dialog', { name: '侧边栏' })).toBeFocused();
  await expectNoFindings(page);
});

test('a key closes the panel that it has opened over the page', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await new Chat(page).open();
  const panel = page.getByRole('dialog', { name: '侧边栏' });
  await page.keyboard.press('Control+b');
  await expect(panel).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(panel).toBeHidden();
});

for (const language of ['zh-CN', 'en']) {
  test.describe(`on a telephone, in ${language}`, { tag: language === 'zh-CN' ? [] : '@long' }, () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 640 });
      await page.addInitScript((wanted) => localStorage.setItem('ask-kitten.language', wanted), language);
    });

    test('a revoked code leaves its sentence the line', async ({ page }) => {
      await page.routeWebSocket(/video-generation/, (socket) => void socket.close({ code: 4401 }));
      await page.goto('/');
      const banner = page
        .getByRole('alert')
        .filter({ has: page.getByRole('button') })
        .first();
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await expect(async () => {
          const words = await restingBox(banner.locator('p'));
          const action = await restingBox(banner.getByRole('button'));
          expect(words.width).toBeGreaterThan(width * 0.7);
          expect(action.y).toBeGreaterThanOrEqual(words.y + words.height);
        }).toPass();
      }
    });

    test('the name has room or is not there while reconnecting', { tag: '@long' }, async ({ page }) => {
      // Not by itself while it is looked at; of one digit, as by default.
      await configure(page, { reconnectTimeout: 9_000 });
      const { hangUp } = await talk(page);
      await page.goto('/');
      const status = page.locator('kitten-connection-status');
      await expect(status).toHaveAttribute('data-status', 'connected');
      await page.locator('textarea').fill('一只橘猫在雨夜的霓虹街头散步，远处有一列电车');
      await page.keyboard.press('Control+Enter');
      const name = page.locator('kitten-toolbar .name');
      await expect(name).toContainText('橘猫');
      await hangUp(1001);
      await expect(status).toHaveAttribute('data-status', 'reconnecting');
      await expect(status.getByRole('status')).not.toBeEmpty();
      const room = (): Promise<number> =>
        name.evaluate((element) =>
          getComputedStyle(element).visibility === 'hidden' ? Infinity : element.clientWidth,
        );
      for (const width of [390, 360, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await expect.poll(room).toBeGreaterThan(64);
        await expectNothingCut(page);
      }
    });
  });
}
