import { expect, type Page, type WebSocketRoute } from '@playwright/test';

import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { serve } from '../fixtures/scripted-gateway.ts';

/** A picture of one colour with a darker middle, so that it is seen where it is and how large. */
function picture(color: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">` +
    `<rect width="640" height="360" fill="${color}"/><circle cx="320" cy="180" r="90" fill="#333"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const COLORS = ['#f4a261', '#2a9d8f', '#e9c46a'];

function draw(socket: WebSocketRoute, replyTo: string): void {
  const job = { jobId: replyTo, replyTo };
  const sendOfJob = (message: object): void => socket.send(JSON.stringify({ ...message, ...job }));
  sendOfJob({ type: 'system', event: 'accepted' });
  for (const [index, color] of COLORS.entries()) {
    sendOfJob({
      type: 'image',
      name: `第${index + 1}张.svg`,
      url: picture(color),
      width: 640,
      height: 360,
      mimeType: 'image/svg+xml',
    });
  }
  sendOfJob({ type: 'system', event: 'completed' });
}

async function open(page: Page, name: string): Promise<Chat> {
  await serve(page, draw);
  const chat = new Chat(page);
  await chat.open();
  await chat.ask('三张小猫的画');
  await chat.log.getByRole('button', { name: `查看大图：${name}` }).click();
  await expect(page.getByRole('dialog', { name: '查看大图' })).toBeVisible();
  return chat;
}

/** How large the picture is shown; 1 is the whole. */
function scale(page: Page): Promise<number> {
  return page.locator('kitten-viewer-stage kitten-picture').evaluate((element) => {
    return new DOMMatrix(getComputedStyle(element).transform).a;
  });
}

test('a picture opens large, the keys go through all of them, and the focus comes back', async ({ page }) => {
  const chat = await open(page, '第2张.svg');
  const dialog = page.getByRole('dialog', { name: '查看大图' });
  await expect(dialog).toContainText('2 / 3');
  await expect(dialog).toContainText('三张小猫的画');
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('3 / 3');
  await page.keyboard.press('Home');
  await expect(dialog).toContainText('1 / 3');
  for (const key of ['+', '+']) await page.keyboard.press(key);
  await expect.poll(() => scale(page)).toBeCloseTo(2.25, 3);
  await page.keyboard.press('0');
  await expect.poll(() => scale(page)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(chat.log.getByRole('button', { name: '查看大图：第2张.svg' })).toBeFocused();
});

test(
  'the wheel zooms where the pointer is, a drag moves, a double click goes in and out',
  { tag: '@long' },
  async ({ page }) => {
    await open(page, '第1张.svg');
    const stage = page.locator('kitten-viewer-stage');
    const box = await restingBox(stage);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x + 40, middle.y);
    await page.mouse.wheel(0, -500);
    await expect.poll(() => scale(page)).toBeGreaterThan(2);
    const before = await restingBox(stage.locator('img'));
    await page.mouse.down();
    await page.mouse.move(middle.x + 140, middle.y, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => ((await stage.locator('img').boundingBox())?.x ?? NaN) - before.x)
      .toBeCloseTo(100, 0);
    // Clicks that the machine lets come too far apart are no double click: once more then.
    const doubleClick = (wanted: number): Promise<void> =>
      expect(async () => {
        await page.mouse.dblclick(middle.x, middle.y);
        await expect.poll(() => scale(page), { timeout: 2_000 }).toBe(wanted);
      }).toPass();
    await doubleClick(1);
    await doubleClick(2.5);
  },
);

test(
  'two fingers zoom, one swipes to the next, and a tap beside the picture closes',
  { tag: ['@long', '@phone'] },
  async ({ page }) => {
    await open(page, '第1张.svg');
    const dialog = page.getByRole('dialog', { name: '查看大图' });
    const box = await restingBox(page.locator('kitten-viewer-stage'));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
      });

    await touch('touchStart', [x + 80, y]);
    await touch('touchMove', [x, y]);
    await touch('touchMove', [x - 80, y]);
    await touch('touchEnd');
    await expect(dialog).toContainText('2 / 3');

    await touch('touchStart', [x - 20, y], [x + 20, y]);
    await touch('touchMove', [x - 30, y], [x + 30, y]);
    await touch('touchMove', [x - 60, y], [x + 60, y]);
    await touch('touchEnd');
    await expect.poll(() => scale(page)).toBeCloseTo(3, 1);

    await dialog.getByRole('button', { name: /恢复原大小/ }).click();
    // A tap that comes before the picture is whole again is one on a larger picture: it closes nothing.
    await expect.poll(() => scale(page)).toBeCloseTo(1, 2);
    await page.touchscreen.tap(x, box.y + 20);
    await expect(dialog).toBeHidden();
  },
);

test('nothing is found in the viewer', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
  await open(page, '第2张.svg');
  await expectNoFindingsInEitherTheme(page);
});
