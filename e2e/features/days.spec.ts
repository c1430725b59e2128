import { expect } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

for (const [locale, [message, send], [earlier, yesterday, today]] of [
  ['zh-CN', ['消息', '发送'], ['11月18日周三', '昨天', '今天']],
  ['en-US', ['Message', 'Send'], ['Wed, Nov 18', 'Yesterday', 'Today']],
] as const) {
  // The words of the days have specs in each language.
  test.describe(`where people speak ${locale}`, { tag: '@long' }, () => {
    test.use({ locale, timezoneId: 'Asia/Shanghai' });

    test('a conversation that goes on for days tells where each begins', async ({ page, viewport }) => {
      // So high that all of it is in the page.
      await page.setViewportSize({ width: viewport?.width ?? 390, height: 3_000 });
      const turns = page.getByRole('log').getByRole('listitem');
      const dividers = turns.getByRole('separator');
      let asked = 0;
      const ask = async (prompt: string): Promise<void> => {
        asked++;
        await page.getByRole('textbox', { name: message, exact: true }).fill(prompt);
        await page.getByRole('button', { name: send, exact: true }).click();
        // The last one before this may still be the last.
        await expect(turns.filter({ has: page.getByText(prompt, { exact: true }) }).locator('video')).toBeVisible();
      };
      // The server's clock goes on as this machine's: what it sends is dated as if it were the page's day.
      const days: { readonly from: number; readonly by: number }[] = [];
      const dated = (frame: string): string =>
        frame.replace(/"ts":(\d+)/g, (_, ts: string) => {
          const day = days.findLast(({ from }) => from <= Number(ts));
          return `"ts":${Number(ts) + (day?.by ?? 0)}`;
        });
      await page.routeWebSocket(/video-generation/, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((frame) => socket.send(typeof frame === 'string' ? dated(frame) : frame));
      });
      const beginDay = async (day: number): Promise<void> => {
        const at = Date.parse(`2026-11-${day}T09:00:00+08:00`);
        days.push({ from: Date.now(), by: at - Date.now() });
        await page.clock.setFixedTime(at);
      };
      const wakeOn = async (day: number): Promise<void> => {
        // What is kept outlives the reload.
        await expect.poll(() => new Chat(page).finishedJobs()).toBe(asked);
        await beginDay(day);
        await page.reload();
      };
      await beginDay(18);
      await page.goto('/');
      await ask('A');
      await ask('B');
      await expect(dividers).toHaveCount(0);

      await wakeOn(19);
      await expect(dividers).toHaveText([yesterday]);
      await ask('C');
      await expect(dividers).toHaveText([yesterday, today]);

      await wakeOn(20);
      await ask('D');
      await expect(dividers).toHaveText([earlier, yesterday, today]);
      // The name is what a screen reader says, and each stands above what was said on its day.
      await expect(turns.nth(2).getByRole('separator', { name: yesterday })).toBeVisible();
      await expect(turns.nth(2)).toContainText('C');
      await expect(turns).toHaveCount(4);
      await expectNoFindings(page);
    });
  });
}
