import { expect, type Browser, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { answers, talk, type Talk, uuid } from '../fixtures/talk.ts';
import { threadWork } from './thread-work.ts';

const TURNS = 300;
const KEYS = 40;
const KEY_MS = 60;
const ROUNDS = 3;
/** What one key may cost, in milliseconds of the main thread. */
const MOST_MS = 8;
/** On a machine that is slow at a page of nothing but a field, too: so many times what a key costs there. */
const MOST_TIMES_BARE = 3;
/** A page that has nothing but a field. */
const BARE_PAGE = 'data:text/html,<textarea></textarea>';

/** Tells ten times a second how far a job is, until it is ended. */
function goOn({ say }: Talk, jobId: string): () => void {
  let progress = 0;
  const timer = setInterval(() => {
    progress = Math.min(0.95, progress + 0.002);
    say({ type: 'system', event: 'progress', id: uuid(9_999), jobId, progress, stage: 'draw' });
  }, 100);
  return () => clearInterval(timer);
}

/** As long as the keys take. */
function rest(page: Page): Promise<void> {
  return page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, ms));
      }),
    KEYS * KEY_MS,
  );
}

function type(page: Page): Promise<void> {
  return page.keyboard.type('a'.repeat(KEYS), { delay: KEY_MS });
}

/** What a key costs in a page that has nothing but a field. */
async function bareCost(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.goto(BARE_PAGE);
  const field = page.getByRole('textbox');
  await field.focus();
  const typing = await threadWork(browser, page, async () => {
    await rest(page);
    await type(page);
  });
  // A key that reaches no field costs next to nothing.
  await expect(field).toHaveValue('a'.repeat(KEYS));
  await page.close();
  return typing.total / KEYS;
}

test('a key costs little while a job runs', { tag: ['@long', '@desktop'] }, async ({ browser, page }) => {
  const talking = await talk(page);
  const chat = new Chat(page);
  await chat.open();
  talking.say(...answers(1, TURNS));
  await expect(chat.messages.last()).toContainText(`第 ${TURNS} 条`);
  await chat.ask('一只橘猫');
  await expect.poll(() => talking.prompts.length).toBe(1);
  const jobId = uuid(5_000);
  const [replyTo] = talking.prompts;
  talking.say({ type: 'system', event: 'accepted', id: uuid(5_001), seq: TURNS + 1, jobId, replyTo });
  talking.say({ type: 'system', event: 'started', id: uuid(5_002), seq: TURNS + 2, jobId, replyTo });
  const stop = goOn(talking, jobId);
  await expect(chat.log.getByRole('progressbar')).toBeVisible();
  await chat.composer.focus();
  const costs: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const alone = await threadWork(browser, page, () => rest(page));
      const typing = await threadWork(browser, page, () => type(page));
      costs.push((typing.total - alone.total) / KEYS);
    }
  } finally {
    stop();
  }
  // Another program takes caches and half of a core away, which only ever adds.
  const cost = Math.min(...costs);
  const bare = await bareCost(browser);
  const description = `a key: ${cost.toFixed(1)} ms, in an empty page ${bare.toFixed(1)} ms`;
  test.info().annotations.push({ type: 'main thread', description });
  expect(cost, description).toBeGreaterThan(0);
  expect(cost, description).toBeLessThanOrEqual(Math.max(MOST_MS, MOST_TIMES_BARE * bare));
});
