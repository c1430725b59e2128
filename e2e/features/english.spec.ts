import { expect, type Page } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { configure } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { talk, uuid } from '../fixtures/talk.ts';

// Words of another length, and names that are put together in another way: what holds in Chinese need not hold here.
test.use({ locale: 'en-GB' });

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('A small red boat drifting past the shore at dawn');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function expectConnected(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
}

/** Opens the side panel where it is not open by itself. */
async function showPanel(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Open sidebar', expanded: false });
  const search = page.getByRole('searchbox', { name: 'Search chats' });
  await expect(open.or(search).first()).toBeVisible();
  if (await open.isVisible()) await open.click();
  await expect(search).toBeVisible();
}

/** Looks at what a button opens, and leaves it again. */
async function lookInto(page: Page, button: string, role: 'menu' | 'dialog'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await lookAt(page, role);
}

async function lookAt(page: Page, role: 'menu' | 'dialog'): Promise<void> {
  await expect(page.getByRole(role)).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole(role)).toBeHidden();
}

test(
  'nothing is found while a job runs, when it has failed, and without a connection',
  { tag: '@long' },
  async ({ page }) => {
    // Only the person retries: by itself the page would meet the revoked code before the click.
    await configure(page, { reconnectTimeout: 60_000 });
    const said = await talk(page);
    await page.goto('/');
    await expectConnected(page);
    said.say({ type: 'system', event: 'gap', fromSeq: 13 });
    await ask(page);
    await expect.poll(() => said.prompts.length).toBe(1);
    const job = { jobId: uuid(1), replyTo: said.prompts[0] };
    said.say(
      { type: 'system', event: 'accepted', ...job },
      { type: 'system', event: 'started', ...job },
      { type: 'text', id: uuid(2), content: 'A boat, and the sun behind it.', ...job },
      { type: 'system', event: 'progress', progress: 0.42, stage: 'draw', etaMs: 4_200, ...job },
    );
    await expect(page.getByRole('log')).toContainText('42%');
    await expectNoFindingsInEitherTheme(page);

    said.say({ type: 'error', code: 'engine_failed', content: '', retryable: true, ...job });
    await expect(page.getByRole('log').getByRole('button', { name: 'Retry' })).toBeVisible();
    await expectNoFindingsInEitherTheme(page);

    await said.hangUp(1011);
    await expect(page.getByRole('button', { name: 'Retry now' })).toBeVisible();
    await ask(page);
    await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
    await expectNoFindingsInEitherTheme(page);

    await said.hangUp(4401);
    await page.getByRole('button', { name: 'Retry now' }).click();
    await expect(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
    await expectNoFindingsInEitherTheme(page);
  },
);

test('nothing is found when the attempts have run out', { tag: '@long' }, async ({ page }) => {
  await configure(page, { maxReconnectAttempts: 0 });
  const said = await talk(page);
  await page.goto('/');
  await expectConnected(page);
  await said.hangUp(1011);
  await expect(page.getByText('Still no connection after 0 attempts')).toBeVisible();
  await expectNoFindingsInEitherTheme(page);
});

test(
  'nothing is found in the search, the viewer, the menus and the dialogs',
  { tag: '@long' },
  async ({ page, viewport }) => {
    const isNarrow = (viewport?.width ?? 0) < 720;
    await page.goto('/');
    await ask(page);
    await expect(page.getByRole('log')).toContainText('Done');
    for (const name of isNarrow ? ['More'] : ['Language', 'Theme']) await lookInto(page, name, 'menu');
    if (isNarrow) await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole(isNarrow ? 'menuitem' : 'button', { name: 'Refresh user code' }).click();
    await lookAt(page, 'dialog');
    await page.keyboard.press('Control+/');
    await lookAt(page, 'dialog');

    await showPanel(page);
    await lookInto(page, 'More options for “A small red boat drifting past the shore at dawn”', 'menu');
    await page.getByRole('searchbox', { name: 'Search chats' }).fill('boat');
    await expect(page.getByRole('navigation', { name: 'Conversations' }).locator('mark').first()).toHaveText('boat');
    await expectNoFindingsInEitherTheme(page);

    await page.goto('/gallery');
    const work = 'A small red boat drifting past the shore at dawn';
    await lookInto(page, `More actions: ${work}`, 'menu');
    await page.getByRole('button', { name: `Play: ${work}` }).click();
    await expect(page.getByRole('dialog', { name: 'Media viewer' }).locator('video')).toBeVisible();
    await lookAt(page, 'dialog');
  },
);
