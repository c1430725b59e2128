import { expect } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { talk, uuid } from '../fixtures/talk.ts';

const CLIPS = 40;

test('a strip of stills leads through a long conversation, by the pointer and by keys', async ({ page }) => {
  const { say } = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  const strip = page.getByRole('navigation', { name: '胶片' });
  const clips = Array.from({ length: CLIPS }, (_, index) => ({
    type: 'video',
    id: uuid(index + 1),
    seq: index + 1,
    url: new URL(`/examples/cat.mp4?${index}`, page.url()).href,
    posterUrl: new URL(`/examples/cat.webp?${index}`, page.url()).href,
    durationMs: 4_000,
  }));
  say(...clips.slice(0, 5));
  await expect(chat.clips.last()).toBeInViewport();
  await expect(strip).toBeHidden();
  say(...clips.slice(5));

  const current = strip.locator('[aria-current]');
  await expect(current).toHaveAccessibleName(/^第 40\/40 段/);
  await expectNoFindingsInEitherTheme(page);
  await current.focus();
  await page.keyboard.press('Home');
  const first = strip.getByRole('button', { name: /^第 1\/40 段/ });
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chat.clips.first()).toBeInViewport();
  await expect(first).toHaveAttribute('aria-current', 'true');
  // Only what is about the visible part is in the page.
  expect(await strip.getByRole('button').count()).toBeLessThan(CLIPS);
});
