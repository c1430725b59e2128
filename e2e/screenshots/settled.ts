import { expect, type Page } from '@playwright/test';

/** Waits until nothing of the page loads any more: pictures that are loading would be missing. */
export async function expectSettled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const isLoading = (): Promise<boolean> =>
    page.evaluate(() => {
      const clips = [...document.querySelectorAll('video')];
      return clips.some(({ networkState }) => networkState === HTMLMediaElement.NETWORK_LOADING);
    });
  await expect.poll(isLoading).toBe(false);
}
