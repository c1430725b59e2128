import type { Browser, Page } from '@playwright/test';

/** What the main thread did, in milliseconds of its own time: what else the machine does is no part of it. */
export interface ThreadWork {
  /** Of each frame that had callbacks. */
  readonly frames: readonly number[];
  readonly longestTask: number;
  /** Of all tasks together. */
  readonly total: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** In microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly message?: string } };
}

/** What the page writes into the trace: all pages of the browser are in it, and others paint too. */
const MARK = 'this page';

/** What a page's main thread does while something runs in which it paints. */
export async function threadWork(browser: Browser, page: Page, run: () => Promise<unknown>): Promise<ThreadWork> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate((mark) => {
    console.timeStamp(mark);
  }, MARK);
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find(({ name, args }) => name === 'TimeStamp' && args?.data?.message === MARK);
  if (marked === undefined) throw new Error('The page is not in the trace.');
  const ofPage = traceEvents.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid);
  const callbacks = ofPage.filter(({ name }) => name === 'FireAnimationFrame');
  const tasks = ofPage.filter(({ name }) => name === 'RunTask').toSorted((one, other) => one.ts - other.ts);
  const costs = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  const frames: number[] = [];
  for (const [index, { ts, dur = 0 }] of tasks.entries()) {
    // A frame begins with the task that has its callbacks, and ends where the next one begins.
    if (callbacks.some((callback) => callback.ts >= ts && callback.ts < ts + dur)) frames.push(0);
    frames[frames.length - 1] = (frames.at(-1) ?? 0) + (costs[index] ?? 0);
  }
  return {
    frames: frames.slice(1, -1),
    longestTask: Math.max(...costs),
    total: costs.reduce((sum, cost) => sum + cost, 0),
  };
}

/** The value below which so many of a hundred are. */
export function percentile(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? NaN;
}
