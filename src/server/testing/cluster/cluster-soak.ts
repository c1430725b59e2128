import { until } from '../../../testing/index.ts';
import { prompt } from '../../ports/testing/messages.ts';
import type { Cluster } from './cluster.ts';
import type { ClusterNode } from './cluster-node.ts';
import { seededRandom } from '../seeded-random.ts';
import { SoakClient } from './soak-client.ts';
import { type SoakFigures, soakFigures } from './soak-figures.ts';

/** How much a soak does, spread evenly over its prompts. */
export interface SoakPlan {
  readonly prompts: number;
  readonly codes: number;
  readonly disconnections: number;
  /** How often each process is killed. */
  readonly kills: number;
  readonly databaseRestarts: number;
  /** Decides who is hit when. */
  readonly seed: number;
}

/** Jobs that are open at a time: so few that all goes on while things break, and below what a gateway lets wait of one code. */
const MOST_OPEN = 12;
/** For one of the waits: a killed worker is noticed after twenty seconds. */
const WAIT_LIMIT_MS = 120_000;

/** A database that starts anew is back by then. */
const MOST_STARTS = 10;

type Strike = (clients: readonly SoakClient[]) => Promise<void>;

/** Sends prompts of several codes while connections break, processes are killed and the database starts anew. */
export async function soakCluster(
  cluster: Cluster,
  plan: SoakPlan,
): Promise<SoakFigures & { readonly connections: number; readonly crashed: number }> {
  const clients = Array.from({ length: plan.codes }, () => new SoakClient(cluster.url));
  for (const client of clients) client.begin();
  await until(() => clients.every(({ connections }) => connections > 0), { limit: WAIT_LIMIT_MS, what: 'connections' });
  const strikes = strikesOf(cluster, plan);
  const underWay: Promise<void>[] = [];
  try {
    for (let index = 0; index < plan.prompts; index++) {
      const client = clients[index % clients.length] as SoakClient;
      await until(() => clients.reduce((sum, each) => sum + each.open().length, 0) < MOST_OPEN, {
        limit: WAIT_LIMIT_MS,
        what: 'room for a prompt',
      });
      client.send(prompt(`第 ${index + 1} 只猫`));
      const due = strikes.slice(
        ...[index, index + 1].map((each) => Math.floor((each * strikes.length) / plan.prompts)),
      );
      for (const strike of due) underWay.push(begun(strike(clients)));
    }
    await Promise.all(underWay);
    await until(() => clients.every((client) => client.open().length === 0), {
      limit: WAIT_LIMIT_MS,
      what: 'every end',
    });
    const crashed = cluster.nodes.filter(({ hasCrashed }) => hasCrashed).length;
    return {
      ...soakFigures(clients),
      crashed,
      connections: clients.reduce((sum, { connections }) => sum + connections, 0),
    };
  } finally {
    await Promise.allSettled(underWay);
    await Promise.all(clients.map((client) => client.leave()));
  }
}

/** Starts a node as a supervisor does: again, where the database is away at that moment. */
async function superviseStart(node: ClusterNode): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await node.start();
    } catch (error) {
      if (tries === MOST_STARTS) throw error;
    }
  }
}

/** A failure is told when all of them are awaited. */
function begun(strike: Promise<void>): Promise<void> {
  strike.catch(() => undefined);
  return strike;
}

/** All that happens to the cluster, in an order that the seed decides. */
function strikesOf({ nodes, postgres }: Cluster, plan: SoakPlan): readonly Strike[] {
  const random = seededRandom(plan.seed);
  const times = (count: number, strike: (index: number) => Strike): readonly Strike[] =>
    Array.from({ length: count }, (_, index) => strike(index));
  const restarts = new Map<ClusterNode, Promise<void>>();
  // A node that is being started is killed when it is there again.
  const killed =
    (node: ClusterNode): Strike =>
    async () => {
      const restart = (restarts.get(node) ?? Promise.resolve()).then(async () => {
        await node.kill();
        await superviseStart(node);
      });
      restarts.set(node, restart);
      await restart;
    };
  let restarting = Promise.resolve();
  const databaseRestarts = times(plan.databaseRestarts, (index) => async () => {
    restarting = restarting.then(async () => {
      await postgres.stop(index % 2 === 0 ? 'fast' : 'kill');
      await postgres.run();
    });
    await restarting;
  });
  const dropped = times(plan.disconnections, (index) => (clients) => {
    clients[(index * 7) % clients.length]?.drop();
    return Promise.resolve();
  });
  const all = [...dropped, ...nodes.flatMap((node) => times(plan.kills, () => killed(node))), ...databaseRestarts];
  return all
    .map((strike) => ({ strike, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ strike }) => strike);
}
