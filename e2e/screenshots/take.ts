import type { Page } from '@playwright/test';

import { expectSettled } from './settled.ts';

/** Where they go: they are looked at, and not kept. */
const FOLDER = 'test-results/screens';

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 834, height: 1112 },
  { width: 1280, height: 800 },
] as const;

/**
 * Takes a screen in both themes and at all widths, in the language that the page has. `prepare` does at each width what
 * another one undoes.
 */
export async function take(
  page: Page,
  name: string,
  language: string,
  prepare?: () => Promise<unknown>,
): Promise<void> {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await prepare?.();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectSettled(page);
      const path = `${FOLDER}/${name}-${size.width}-${colorScheme}-${language}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}

/** Takes a screen as those see it who ask for more: in forced colours, and at twice the size. */
export async function takeEased(page: Page, name: string, language: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await expectSettled(page);
  await page.screenshot({ path: `${FOLDER}/${name}-1280-forced-${language}.png`, animations: 'disabled' });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  // A window of 1280 pixels at 200 % lays out 640.
  await page.setViewportSize({ width: 640, height: 400 });
  await expectSettled(page);
  await page.screenshot({ path: `${FOLDER}/${name}-640-zoomed-${language}.png`, animations: 'disabled' });
}
