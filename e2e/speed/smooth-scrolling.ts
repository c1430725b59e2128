import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';

import { percentile, type ThreadWork, threadWork } from './thread-work.ts';

/** How many frames each way are looked at. */
const FRAMES = 150;
/** How often each way is gone. */
const ROUNDS = 3;

/** What is scrolled, along which axis, and how far each frame goes, in pixels. */
export interface Scrolling {
  readonly element: Locator;
  readonly axis: 'scrollLeft' | 'scrollTop';
  readonly step: number;
}

/** Scrolls there and back: 95 of a hundred frames take 20 ms at most of the main thread, and no task more than 50. */
export async function expectSmooth(browser: Browser, page: Page, scrolling: Scrolling): Promise<void> {
  const rounds: ThreadWork[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of [1, -1]) rounds.push(await threadWork(browser, page, () => scroll(scrolling, way)));
  }
  for (const [way, name] of ['onwards', 'back'].entries()) {
    const ofWay = rounds.filter((_, index) => index % 2 === way);
    // Another program takes caches and half of a core away, which only ever adds.
    const frame = Math.min(...ofWay.map(({ frames }) => percentile(frames, 0.95)));
    const task = Math.min(...ofWay.map(({ longestTask }) => longestTask));
    const description = `${name}: 95th frame ${frame.toFixed(1)} ms, longest task ${task.toFixed(1)} ms`;
    test.info().annotations.push({ type: 'main thread', description });
    expect(frame, description).toBeGreaterThan(0);
    expect(frame, description).toBeLessThanOrEqual(20);
    expect(task, description).toBeLessThanOrEqual(50);
  }
}

/** Goes through some of it, a step each frame. */
function scroll({ element, axis, step }: Scrolling, way: number): Promise<void> {
  return element.evaluate(
    async (scroller, { along, by, count }) => {
      for (let frame = 0; frame < count; frame++) {
        scroller[along] += by;
        await new Promise(requestAnimationFrame);
      }
    },
    { along: axis, by: step * way, count: FRAMES },
  );
}
