import { until } from '../../../testing/index.ts';
import { prompt } from '../../ports/testing/messages.ts';
import type { Cluster } from './cluster.ts';
import { SoakClient } from './soak-client.ts';
import { type SoakFigures, soakFigures } from './soak-figures.ts';

export interface UpgradePlan {
  readonly codes: number;
  /** How often each process is replaced. */
  readonly rounds: number;
}

export interface UpgradeFigures extends SoakFigures {
  /** Processes that were asked to end, and started again. */
  readonly replaced: number;
  /** Those that did not end by themselves, in time and without a fault. */
  readonly cutOff: number;
  /** Connections that a gateway ended as it should: with 1012. */
  readonly sentElsewhere: number;
  /** All others that ended. */
  readonly broken: number;
  /** From the first to the last client that a gateway's end had come back, where that was the least. */
  readonly shortestReturnMs: number;
}

/** What they have to be, besides what is lost, doubled and out of order. */
export const UNDISTURBED: Partial<UpgradeFigures> = { inDoubt: 0, cutOff: 0, broken: 0 };

const SERVICE_RESTART = 1012;
/** Jobs that are open at a time: below what a gateway lets wait of one code, and more than can run at once. */
const MOST_OPEN = 12;
const LIMIT_MS = 120_000;

/** Replaces each process, one after the other, while prompts go on. */
export async function replaceEach(cluster: Cluster, plan: UpgradePlan): Promise<UpgradeFigures> {
  const clients = Array.from({ length: plan.codes }, () => new SoakClient(cluster.url));
  for (const client of clients) client.begin();
  await until(() => clients.every(({ connections }) => connections > 0), { limit: LIMIT_MS, what: 'connections' });
  const replacing = new AbortController();
  const asking = askUntil(replacing.signal, clients);
  const codes: (number | null)[] = [];
  const spreads: number[] = [];
  try {
    for (let round = 0; round < plan.rounds; round++) {
      for (const node of cluster.nodes) {
        const from = performance.now();
        codes.push(await node.stop());
        if (node.role === 'gateway') spreads.push(spreadOf(clients, from));
        await node.start();
      }
    }
    replacing.abort();
    await asking;
    const isOver = (): boolean => clients.every((client) => client.open().length === 0);
    await until(isOver, { limit: LIMIT_MS, what: 'every end' });
    const closes = clients.flatMap((client) => client.closes);
    return {
      ...soakFigures(clients),
      replaced: codes.length,
      cutOff: codes.filter((code) => code !== 0).length,
      sentElsewhere: closes.filter(({ code }) => code === SERVICE_RESTART).length,
      broken: closes.filter(({ code }) => code !== SERVICE_RESTART).length,
      shortestReturnMs: Math.round(Math.min(...spreads)),
    };
  } finally {
    replacing.abort();
    await asking.catch(() => undefined);
    await Promise.all(clients.map((client) => client.leave()));
  }
}

/** Has the clients ask in turn, as fast as jobs end. */
async function askUntil(signal: AbortSignal, clients: readonly SoakClient[]): Promise<void> {
  const openJobs = (): number => clients.reduce((sum, each) => sum + each.open().length, 0);
  for (let count = 0; !signal.aborted; count++) {
    clients[count % clients.length]?.send(prompt(`第 ${count + 1} 只猫`));
    await until(() => signal.aborted || openJobs() < MOST_OPEN, { limit: LIMIT_MS, what: 'room for a prompt' });
  }
}

/** From the first to the last of the clients that were closed since a time and come back. */
function spreadOf(clients: readonly SoakClient[], from: number): number {
  const returns = clients.flatMap(({ closes }) =>
    closes.filter(({ at }) => at >= from).map(({ at, jitterMs }) => at + jitterMs),
  );
  return Math.max(...returns) - Math.min(...returns);
}
