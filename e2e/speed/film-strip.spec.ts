import { expect } from '@playwright/test';

import { test } from '../fixtures/gateway.ts';
import { openWithClips } from './many-clips.ts';
import { expectSmooth } from './smooth-scrolling.ts';

const TURNS = 10_000;
test(
  'the film strip of 10,000 clips scrolls in frames of 20 ms, and goes along with its conversation',
  { tag: ['@long', '@desktop'] },
  async ({ browser, page }) => {
    const chat = await openWithClips(page, TURNS);
    const last = page.getByRole('button', { name: new RegExp(`^第 ${TURNS}/${TURNS} 段`) });
    await expect(last).toHaveAttribute('aria-current', 'true');
    const strip = page.getByRole('navigation', { name: '胶片' });
    await strip.evaluate((line) => (line.scrollLeft = line.scrollWidth / 2));
    await expect(strip.getByRole('button', { name: new RegExp(`^第 ${TURNS / 2}/`) })).toBeVisible();
    // Three pictures in two frames: 7,800 pixels a second.
    await expectSmooth(browser, page, { element: strip, axis: 'scrollLeft', step: 130 });
    await chat.log.press('Home');
    await expect(strip.getByRole('button', { name: /^第 1\// })).toHaveAttribute('aria-current', 'true');
    await expectSmooth(browser, page, { element: chat.log, axis: 'scrollTop', step: 100 });
  },
);
