import { expect, type Page } from '@playwright/test';

import type { FaultProxy } from '../faults/fault-proxy.ts';
import { QUICK_CONFIG } from '../faults/fixture.ts';
import { Chat, configure, PATIENT } from '../fixtures/chat.ts';
import { type DeliveryFigures, deliveryFigures, faultless } from '../fixtures/delivery-figures.ts';
import type { GatewayProcess } from '../fixtures/gateway-process.ts';
import { LogObserver } from '../fixtures/log-observer.ts';
import { type SoakEvents, soakTable } from './soak-table.ts';
import { STRIKES } from './strikes.ts';

/** How much a soak does. */
export interface SoakPlan {
  readonly prompts: number;
  /** Disconnections of mixed kinds, spread evenly over the prompts. */
  readonly disconnections: number;
  /** How often the gateway is killed, spread evenly over the prompts. */
  readonly kills: number;
}

/** Where a soak takes place. */
export interface SoakStage {
  readonly page: Page;
  readonly network: FaultProxy;
  readonly gateway: GatewayProcess;
}

const SOAK_CONFIG = { ...QUICK_CONFIG, ...PATIENT };

/** Prompts without a clip are kept below what the gateway lets wait of one code, and below its rate. */
const MAX_OPEN = 12;

/** How long the connection may take to mend, and a gateway to come back: on a busy machine. */
const MEND_LIMIT = { timeout: 90_000 };

/** How long reading the whole conversation may take: it goes by screen, so it grows with what was asked for. */
const readLimit = (prompts: number): { timeout: number } => ({ timeout: MEND_LIMIT.timeout + prompts * 1_000 });

/** Sends prompts by the composer while the connection is broken and the gateway killed again and again. */
class Soak {
  readonly prompts: readonly string[];
  readonly #plan: SoakPlan;
  readonly #chat: Chat;
  readonly #network: FaultProxy;
  readonly #gateway: GatewayProcess;
  readonly #strikes = new Map<string, number>();
  #kills = 0;
  #loadedAgain = 0;
  #restart: Promise<void> = Promise.resolve();
  /** The greeting that shows that the last disconnection has been mended. */
  #mendedAt = 0;

  constructor(plan: SoakPlan, chat: Chat, network: FaultProxy, gateway: GatewayProcess) {
    this.#plan = plan;
    this.#chat = chat;
    this.#network = network;
    this.#gateway = gateway;
    this.prompts = Array.from({ length: plan.prompts }, (_, index) => `第 ${index + 1} 只猫`);
  }

  /** What has happened up to now. */
  get events(): SoakEvents {
    const connections = this.#network.opened;
    return { strikes: this.#strikes, kills: this.#kills, connections, loadedAgain: this.#loadedAgain };
  }

  /** Sends everything, and waits until the conversation shows every prompt with its clip. */
  async run(): Promise<void> {
    const { prompts, disconnections, kills } = this.#plan;
    for (const [index, prompt] of this.prompts.entries()) {
      await expect.poll(() => this.#chat.finishedJobs(), MEND_LIMIT).toBeGreaterThan(index - MAX_OPEN);
      await this.#chat.ask(prompt);
      if (isDue(index, disconnections, prompts)) await this.#strike();
      if (isDue(index, kills, prompts)) await this.#kill();
    }
    await expect.poll(() => this.#chat.finishedJobs(), MEND_LIMIT).toBe(prompts);
    const wanted = this.prompts.map((prompt) => ({ prompt, videos: 1 }));
    await expect.poll(() => this.#chat.answered(), readLimit(prompts)).toEqual(wanted);
    await this.#restart;
    await this.#loadAgain();
    await expect.poll(() => this.#chat.playableClips(), readLimit(prompts)).toBe(prompts);
  }

  /** A clip that was being fetched when the gateway was killed has to be there still. */
  async #loadAgain(): Promise<void> {
    const retry = this.#chat.clips.getByRole('button', { name: '重试' });
    await this.#chat.walk(async () => {
      // Counted and clicked in one moment: in the next its clip may be there by itself.
      const clickNext = async (): Promise<number> => {
        const count = await retry.evaluateAll((buttons: HTMLElement[]) => {
          buttons[0]?.click();
          return buttons.length;
        });
        this.#loadedAgain += Math.min(count, 1);
        return count;
      };
      await expect.poll(clickNext, { ...MEND_LIMIT, intervals: [100] }).toBe(0);
    });
  }

  /** What breaks has to have been whole: the last disconnection counts once it has been mended. */
  async #strike(): Promise<void> {
    await this.#restart;
    await expect.poll(() => this.#network.greeted, MEND_LIMIT).toBeGreaterThanOrEqual(this.#mendedAt);
    await this.#chat.expectStatus('已连接', MEND_LIMIT.timeout);
    const done = [...this.#strikes.values()].reduce((total, count) => total + count, 0);
    const { name, strike } = STRIKES[done % STRIKES.length] ?? STRIKES[0];
    this.#strikes.set(name, (this.#strikes.get(name) ?? 0) + 1);
    // It may be between two connections, of which the page does not know yet.
    const hit = (): number => {
      this.#mendedAt = this.#network.greeted + 1;
      return strike(this.#network);
    };
    await expect.poll(hit, { ...MEND_LIMIT, message: 'connections to break' }).toBeGreaterThan(0);
  }

  /** `kill -9` in the middle of the work; prompts go on while the gateway comes back. */
  async #kill(): Promise<void> {
    await this.#restart;
    this.#kills += 1;
    await this.#gateway.kill();
    this.#restart = this.#gateway.start();
    // Awaited later: until then its failure must have a listener.
    this.#restart.catch(() => undefined);
  }
}

/** Whether a step is the middle one of a part, of so many equal parts of `total` steps. */
function isDue(step: number, parts: number, total: number): boolean {
  const part = Math.floor((step * parts) / total);
  return step === Math.floor(((part + 0.5) * total) / parts);
}

/** Runs a soak, prints its figures, and fails where anything was lost, doubled or disordered. */
export async function runSoak(plan: SoakPlan, { page, network, gateway }: SoakStage): Promise<void> {
  await configure(page, SOAK_CONFIG);
  const chat = new Chat(page);
  await chat.open();
  const soak = new Soak(plan, chat, network, gateway);
  const startedAt = performance.now();
  const ran = soak.run();
  // Where it failed, the figures are of interest all the more.
  await ran.catch(() => undefined);
  const seconds = (performance.now() - startedAt) / 1_000;
  const observer = new LogObserver(gateway.url, (await chat.userCode()) ?? '');
  const figures = (): DeliveryFigures => deliveryFigures(observer.durable, soak.prompts);
  const isWhole = expect.poll(figures, MEND_LIMIT).toEqual(faultless(plan.prompts));
  await isWhole.catch(() => undefined);
  console.log(soakTable(soak.events, figures(), seconds));
  observer.close();
  await ran;
  await isWhole;
}
