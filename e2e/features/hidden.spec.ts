import { expect, type Page, type WebSocketRoute } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { serve } from '../fixtures/scripted-gateway.ts';
import { uuid } from '../fixtures/talk.ts';

const JOB_ID = '5d0c5f4e-6f0e-4b51-8a3c-1f2e3d4c5b6a';

/** Notifications of the test's: what was shown, and a click. */
interface Told {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  onclick: () => void;
}

declare global {
  interface Window {
    told: Told[];
  }
}

/** Puts a browser in place that asks nobody and shows nothing, and has the person wanting notifications. */
async function fakeNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.told = [];
    class FakeNotification {
      static permission = 'granted';
      onclick = (): void => undefined;

      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        window.told.push(Object.assign(this, { title, body, tag }));
      }

      close(): void {
        return;
      }
    }
    Object.assign(window, { Notification: FakeNotification });
    localStorage.setItem('ask-kitten.notifications', 'on');
  });
}

async function become(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

function told(page: Page): Promise<readonly Pick<Told, 'title' | 'body' | 'tag'>[]> {
  return page.evaluate(() => window.told.map(({ title, body, tag }) => ({ title, body, tag })));
}

/** The application with a job that runs, and what its server says further. */
async function running(page: Page): Promise<(message: object) => void> {
  await fakeNotifications(page);
  let say: (message: object) => void = () => undefined;
  await serve(page, (socket: WebSocketRoute, replyTo: string) => {
    say = (message) => socket.send(JSON.stringify({ jobId: JOB_ID, replyTo, ...message }));
    say({ type: 'system', event: 'accepted', seq: 1 });
    say({ type: 'system', event: 'started', seq: 2 });
  });
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('一只橘猫');
  await expect(chat.log.getByRole('progressbar')).toBeVisible();
  return (message) => say(message);
}

test('the tab of a hidden page tells how far the job is, and that it is done until somebody looks', async ({
  page,
}) => {
  const say = await running(page);
  const icon = page.locator('link[rel=icon]').first();
  const kitten = (await icon.getAttribute('href')) ?? '';
  await become(page, 'hidden');
  say({ type: 'system', event: 'progress', progress: 0.42 });
  await expect(page).toHaveTitle('42% · 一只橘猫 · 问小猫');
  await expect(icon).toHaveAttribute('href', /^data:image\/png/);
  say({ type: 'system', event: 'completed', seq: 3 });
  await expect(page).toHaveTitle('✓ 已完成 · 一只橘猫 · 问小猫');
  await become(page, 'visible');
  await expect(page).toHaveTitle('一只橘猫 · 问小猫');
  await expect(icon).toHaveAttribute('href', kitten);
});

test('a notification says what is done, and a click on it leads there', async ({ page }) => {
  const say = await running(page);
  await new Chat(page).goTo('作品');
  await become(page, 'hidden');
  say({ type: 'system', event: 'completed', seq: 3 });
  await expect.poll(() => told(page)).toEqual([{ title: '视频已完成', body: '一只橘猫', tag: `ask-kitten.${JOB_ID}` }]);
  await page.evaluate(() => window.told[0]?.onclick());
  await expect(page).toHaveURL(/\/c\/[0-9a-f]{32}$/);
  await expect(new Chat(page).log).toContainText('一只橘猫');
});

test('an error is told as well', { tag: '@long' }, async ({ page }) => {
  const say = await running(page);
  await become(page, 'hidden');
  say({ type: 'error', seq: 3, code: 'engine_failed', content: '', retryable: true });
  await expect(page).toHaveTitle('⚠ 出错了 · 一只橘猫 · 问小猫');
  await expect.poll(() => told(page)).toHaveLength(1);
});

test('nobody is notified of what they see', { tag: '@long' }, async ({ page }) => {
  const say = await running(page);
  say({ type: 'system', event: 'completed', seq: 3 });
  await expect(new Chat(page).log.getByRole('progressbar')).toBeHidden();
  await expect(page).toHaveTitle('一只橘猫 · 问小猫');
  expect(await told(page)).toEqual([]);
});

test('nobody is notified who looks at another tab of the application', { tag: '@long' }, async ({ page, context }) => {
  const say = await running(page);
  const other = await context.newPage();
  await new Chat(other).open();
  await become(page, 'hidden');
  say({ type: 'system', event: 'completed', seq: 3 });
  await expect(page).toHaveTitle('✓ 已完成 · 一只橘猫 · 问小猫');
  await become(other, 'hidden');
  const next = { type: 'system', jobId: uuid(1) };
  say({ ...next, event: 'accepted', seq: 4 });
  say({ ...next, event: 'completed', seq: 5 });
  // Notifications come in order: had there been one for the earlier job, it would be here before this one.
  await expect.poll(() => told(page)).toMatchObject([{ tag: `ask-kitten.${next.jobId}` }]);
});

test('the settings turn notifications on, where the browser allows them', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    const fake = {
      permission: 'default',
      requestPermission: () => Promise.resolve((fake.permission = 'granted')),
    };
    Object.assign(window, { Notification: fake });
  });
  await new Chat(page).open('/settings');
  const toggle = page.getByRole('switch', { name: '完成时通知我' });
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expectNoFindings(page);
});

test('the settings say what to do where the browser is against notifications', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { Notification: { permission: 'denied' } }));
  await new Chat(page).open('/settings');
  await expect(page.getByRole('switch', { name: '完成时通知我' })).toBeDisabled();
  await expect(page.getByText('浏览器阻止了这个网站的通知')).toBeVisible();
  await expectNoFindings(page);
});
