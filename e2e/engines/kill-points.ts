import { expect, type Page } from '@playwright/test';

import { Chat, configure, PATIENT } from '../fixtures/chat.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { expectPlays } from '../fixtures/playing.ts';

/** What was begun before a kill goes on once the gateway is back, and the page with it, in milliseconds. */
const MEND_LIMIT = { timeout: 60_000 };

/** How far an engine's server is held up with a job. */
export interface KillPoint {
  /** Whether the job has come there. */
  readonly isReached: () => boolean;
  /** Lets the server go on, before the gateway is back; where it is absent, the test does so later. */
  readonly release?: () => void;
}

/** Asks for a clip, ends the gateway by `kill -9` where the job is at a point, and starts it again. */
export async function killAt(page: Page, gateway: GatewayProcess, point: KillPoint): Promise<Chat> {
  const chat = await openPatiently(page);
  await chat.ask('一只橘猫');
  await expect.poll(point.isReached).toBe(true);
  await restart(gateway, point);
  return chat;
}

/**
 * Asks for two clips, 一只橘猫 and 一条狗, of an engine that makes one at a time; ends the gateway where the first job is at a
 * point and the second has been accepted, and starts it again.
 */
export async function killBeforeStart(page: Page, gateway: GatewayProcess, first: KillPoint): Promise<Chat> {
  const chat = await openPatiently(page);
  await chat.ask('一只橘猫');
  await expect.poll(first.isReached).toBe(true);
  await chat.ask('一条狗');
  await expect(chat.log).toContainText('排队中，即将开始');
  await restart(gateway, first);
  return chat;
}

async function openPatiently(page: Page): Promise<Chat> {
  await configure(page, PATIENT);
  const chat = new Chat(page);
  await chat.open();
  return chat;
}

async function restart(gateway: GatewayProcess, { release }: KillPoint): Promise<void> {
  await gateway.kill();
  release?.();
  await gateway.start();
}

/** Waits until so many jobs have ended, each once, with a clip that plays. */
export async function expectClips(chat: Chat, count: number): Promise<void> {
  await expect(chat.log.getByText('已完成')).toHaveCount(count, MEND_LIMIT);
  await expect(chat.clips).toHaveCount(count);
  await expect(chat.video).toHaveCount(count);
  for (const clip of await chat.video.all()) await expectPlays(clip);
  await expect(chat.log.getByRole('article', { name: '错误' })).toHaveCount(0);
  await expect.poll(() => chat.finishedJobs()).toBe(count);
}

/** Waits until the one job has ended, once, with the words that it may have been charged; another is begun by hand alone. */
export async function expectUncertain(chat: Chat): Promise<void> {
  const error = chat.log.getByRole('article', { name: '错误' });
  await expect(error).toContainText('可能已经计费', MEND_LIMIT);
  await expect(error).toHaveCount(1);
  await expect(chat.log.getByRole('button', { name: '重试' })).toBeVisible();
  await expect(chat.clips).toHaveCount(0);
}
