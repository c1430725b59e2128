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
for (const [width, height] of [[320, 640], [360, 640], [640, 640], [640, 400]] as const) {
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
  expect(await name.evaluate(({ clientWidth, scrollWidth }) => clientWidth > 96 && scrollWidth > clientWidth)).toBe(true);
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

test('the panel covers a narrow page until Esc, a click beside it, or another page', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) >= 1000, 'there it has its own place');
  const chat = new Chat(page);
  await chat.open();
  const open = page.getByRole('button', { name: '打开侧边栏' });
  const panel = page.getByRole('dialog', { name: '侧边栏' });
  await open.click();
  await expect(panel).toBeFocused();
  await expect(page.locator('.beside')).toHaveAttribute('inert');
  await page.keyboard.press('Tab');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await page.touchscreen.tap(380, 400);
  await expect(panel).toBeHidden();
  await chat.goTo('作品');
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/\/gallery$/);
});

test('the page keeps to what a keyboard on the screen leaves of it', async ({ page, viewport }) => {
  const chat = new Chat(page);
  await chat.open();
  // Chromium has no keyboard to show; its viewport tells what an iPhone's would.
  await page.evaluate(() => {
    const seen = window.visualViewport;
    if (seen === null) throw new Error('no visual viewport');
    Object.defineProperties(seen, { height: { get: () => 420 }, offsetTop: { get: () => 60 } });
    seen.dispatchEvent(new Event('resize'));
  });
  const box = await chat.composer.boundingBox();
  expect(box?.y ?? 0).toBeLessThan(480);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(480);
  expect(viewport?.height).toBeGreaterThan(480);
});

test('fields are large enough that an iPhone does not zoom into them', async ({ page }) => {
  const chat = new Chat(page);
  await chat.open();
  const size = await chat.composer.evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the page that is open can be told from the others', async ({ page, viewport }) => {
    await new Chat(page).open('/settings');
    if ((viewport?.width ?? 0) < 1000) await page.getByRole('button', { name: '打开侧边栏' }).click();
    const colour = (name: string): Promise<string> =>
      page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).backgroundColor);
    expect(await colour('设置')).not.toBe(await colour('聊天'));
  });
});
