import { removeTemporaryFolders } from '../engines/testing/temporary-folder.ts';
import { until } from '../testing/index.ts';
import { prompt } from './ports/testing/messages.ts';
import { Cluster } from './testing/cluster/cluster.ts';
import { soakCluster } from './testing/cluster/cluster-soak.ts';
import { type HostedService, openHostedService } from './testing/cluster/hosted-service.ts';
import { SoakClient } from './testing/cluster/soak-client.ts';
import { faultless, printFigures, soakFigures } from './testing/cluster/soak-figures.ts';
import { startMainProcess, stopMainProcesses } from './testing/main-process.ts';

const CONCURRENCY = 6;
const PLAN = { prompts: 40, codes: 5, disconnections: 8, kills: 1, databaseRestarts: 1, seed: 20_261_130 };
const LIMIT_MS = 180_000;

describe('a cluster', () => {
  let service: HostedService;
  let cluster: Cluster | undefined;

  beforeEach(async () => {
    service = await openHostedService(CONCURRENCY);
    try {
      cluster = await Cluster.start({
        environment: { ...service.environment, WORKER_TIMEOUT_SECONDS: '2', DRAIN_SECONDS: '1' },
      });
    } catch (error) {
      pending(String(error));
    }
  }, LIMIT_MS);

  afterEach(async () => {
    await cluster?.remove();
    cluster = undefined;
    await service.server.close();
    await removeTemporaryFolders();
  }, LIMIT_MS);

  it(
    'loses nothing and doubles nothing while its processes are killed and its database starts anew',
    async () => {
      const figures = await soakCluster(cluster as Cluster, PLAN);
      printFigures('a short soak of a cluster', figures);
      expect(figures).toEqual(jasmine.objectContaining({ ...faultless(PLAN.prompts), crashed: 0 }));
      // A kill between noting that it is asked for and asking leaves a doubt, which ends a job rather than begin it twice.
      expect(figures.inDoubt).toBeLessThanOrEqual(CONCURRENCY);
      expect(service.server.starts.length).toBe(figures.clips);
    },
    LIMIT_MS,
  );

  it(
    'goes on while each of its processes is replaced, and sends clients elsewhere with 1012',
    async () => {
      const { url, nodes } = cluster as Cluster;
      const clients = Array.from({ length: 6 }, () => new SoakClient(url));
      for (const client of clients) client.begin();
      await until(() => clients.every(({ connections }) => connections > 0));
      let count = 0;
      const sendAll = (): void => {
        for (const client of clients) client.send(prompt(`第 ${++count} 只猫`));
      };
      for (const node of nodes) {
        sendAll();
        expect(await node.stop()).toBe(0);
        await node.start();
        sendAll();
      }
      await until(() => clients.every((client) => client.open().length === 0), { limit: LIMIT_MS });
      const figures = soakFigures(clients);
      expect(figures).toEqual(jasmine.objectContaining({ ...faultless(count), inDoubt: 0 }));
      expect(new Set(clients.flatMap(({ closes }) => closes))).toEqual(new Set([1012]));
      await Promise.all(clients.map((client) => client.leave()));
    },
    LIMIT_MS,
  );
});

describe('a process of a cluster', () => {
  afterEach(stopMainProcesses);

  it('says that it needs a database where none is named', async () => {
    for (const role of ['gateway', 'worker']) {
      const main = startMainProcess({ DATABASE_URL: '' }, role);
      expect(await main.exited).toBe(1);
      expect(main.stderr).toContain('DATABASE_URL');
    }
  });
});
