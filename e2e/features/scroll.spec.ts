import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { restingBox } from '../fixtures/resting.ts';
import { answers, type Talk, talk, uuid } from '../fixtures/talk.ts';

const STREAM = uuid(900);

/** Says a text piece by piece, as a model does, until it is stopped. */
class Stream {
  readonly #timer: ReturnType<typeof setInterval>;
  #pieces = 0;

  constructor({ say }: Talk) {
    this.#timer = setInterval(() => {
      this.#pieces++;
      say({ type: 'text', id: STREAM, jobId: uuid(901), append: true, content: `第 ${this.#pieces} 句，还在写。\n\n` });
    }, 40);
  }

  /** Until the page has been sent that many more. */
  async more(count: number): Promise<void> {
    const until = this.#pieces + count;
    await expect.poll(() => this.#pieces, { intervals: [20] }).toBeGreaterThanOrEqual(until);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The first line that begins in sight, once the scroll that is under way has come to rest. */
async function landmark(log: Locator): Promise<JSHandle<Element>> {
  const first = (): Promise<JSHandle<Element>> =>
    log.evaluateHandle((element) => {
      const { top } = element.getBoundingClientRect();
      const line = [...element.querySelectorAll('p')].find((each) => each.getBoundingClientRect().top >= top);
      if (line === undefined) throw new Error('nothing is in sight');
      return line;
    });
  let line = await first();
  // By its place in the window: where something grows above, the scroll position never rests.
  await expect(async () => {
    line = await first();
    const before = await placeOf(line);
    await line.evaluate(async () => {
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await placeOf(line)).toBe(before);
  }).toPass();
  return line;
}

/** Where an element stands in the window; NaN where it has left the page. */
function placeOf(element: JSHandle<Element>): Promise<number> {
  return element.evaluate((line) => (line.isConnected ? line.getBoundingClientRect().top : NaN));
}

async function expectStill(chat: Chat, stream: Stream): Promise<void> {
  // It is let go before it scrolls.
  await expect.poll(() => chat.distanceToEnd()).toBeGreaterThan(100);
  const line = await landmark(chat.log);
  const before = await placeOf(line);
  await stream.more(15);
  await expect.poll(async () => Math.abs((await placeOf(line)) - before)).toBeLessThan(1);
  await expect.poll(() => chat.distanceToEnd()).toBeGreaterThan(100);
}

/** Flicks downwards with a finger, as far as to see what came before; the content goes on by itself for a while. */
async function flick(page: Page, log: Locator, distance: number): Promise<void> {
  const box = await restingBox(log);
  const session = await page.context().newCDPSession(page);
  const x = Math.round(box.x + box.width / 2);
  const from = Math.round(box.y + 60);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await touch('touchStart', from);
  for (let moved = 20; moved <= distance; moved += 20) await touch('touchMove', from + moved);
  await touch('touchEnd');
}

/** Turns the wheel, as far as to see what came before. */
async function wheel(page: Page, log: Locator, distance: number): Promise<void> {
  await log.hover();
  await page.mouse.wheel(0, -distance);
}

test.describe('while an answer streams in', () => {
  let chat: Chat;
  let said: Talk;
  let stream: Stream;

  test.beforeEach(async ({ page }) => {
    said = await talk(page);
    chat = new Chat(page);
    await chat.open();
    said.say(...answers(1, 60));
    await expect(chat.log).toContainText('第 60 条');
    await chat.expectMarkdown();
    stream = new Stream(said);
    await expect(chat.log).toContainText('第 3 句');
  });

  test.afterEach(() => stream.stop());

  test('the end is followed', { tag: '@long' }, async () => {
    await stream.more(15);
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
    await expect(chat.page.getByRole('button', { name: /回到底部|新消息/ })).toHaveCount(0);
  });

  test('the wheel lets go, and what is read stays', { tag: ['@long', '@desktop'] }, async ({ page }) => {
    await wheel(page, chat.log, 500);
    await expectStill(chat, stream);
  });

  test('a finger lets go, and what is read stays', { tag: ['@long', '@both-widths'] }, async ({ page }) => {
    await flick(page, chat.log, 500);
    await expectStill(chat, stream);
  });

  test('a key lets go, and what is read stays', { tag: '@long' }, async ({ page }) => {
    await chat.log.focus();
    await page.keyboard.press('PageUp');
    await expectStill(chat, stream);
    await page.keyboard.press('Home');
    await expect(chat.log).toContainText('第 1 条');
    await page.keyboard.press('End');
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
    await stream.more(15);
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
  });

  test('the virtual cursor of a screen reader lets go, and what is read stays', { tag: '@long' }, async () => {
    // It brings what it reads into view, without any input that the page could hear. Found and moved to in one step:
    // between two the row could leave the page.
    await chat.log.evaluate((log) => log.querySelector('[data-row]')?.scrollIntoView({ block: 'center' }));
    await expectStill(chat, stream);
  });

  test('the focus on something earlier lets go', { tag: '@long' }, async () => {
    await chat.log.locator('kitten-turn').first().focus();
    await expectStill(chat, stream);
  });

  test('what grows above does not move what is read', { tag: '@long' }, async ({ page, hasTouch }) => {
    const scrollBack = hasTouch ? flick : wheel;
    // What streams in is soon above the last ones.
    said.say(...answers(61, 8));
    await expect(chat.log).toContainText('第 68 条');
    await scrollBack(page, chat.log, 300);
    await expect.poll(() => chat.distanceToEnd()).toBeGreaterThan(100);
    const height = (): Promise<number> => chat.log.evaluate(({ scrollHeight }) => scrollHeight);
    const before = await height();
    await expectStill(chat, stream);
    await expect.poll(height).toBeGreaterThan(before + 200);
  });

  test('the button counts what is new, and brings back', async ({ page, hasTouch }) => {
    const scrollBack = hasTouch ? flick : wheel;
    await scrollBack(page, chat.log, 500);
    // A tap on what still glides would only stop it.
    await landmark(chat.log);
    said.say(...answers(61, 3));
    const button = page.getByRole('button', { name: '3 条新消息' });
    await expect(button).toBeVisible();
    await expectNoFindings(page);
    await (hasTouch ? button.tap() : button.click());
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
    await stream.more(15);
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
  });

  test('what is sent is followed', { tag: '@long' }, async ({ page }) => {
    await chat.log.focus();
    await page.keyboard.press('Home');
    await expect(chat.log).toContainText('第 1 条');
    await chat.ask('一只橘猫');
    await expect(chat.log.getByText('一只橘猫')).toBeInViewport();
    await expect.poll(() => chat.distanceToEnd()).toBeLessThanOrEqual(2);
  });
});

test(
  'with reduced motion, what is measured is what is shown, in the same moment',
  { tag: '@long' },
  async ({ page }) => {
    await new Chat(page).open();
    const measured = await page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('div'));
      return [10, 20].map((height) => {
        box.style.height = `${height}px`;
        return box.offsetHeight;
      });
    });
    expect(measured).toEqual([10, 20]);
  },
);
