import { removeTemporaryFolders } from '../engines/testing/temporary-folder.ts';
import { Cluster } from './testing/cluster/cluster.ts';
import { soakCluster } from './testing/cluster/cluster-soak.ts';
import { type HostedService, openHostedService } from './testing/cluster/hosted-service.ts';
import { replaceEach, UNDISTURBED } from './testing/cluster/rolling-upgrade.ts';
import { faultless, printFigures } from './testing/cluster/soak-figures.ts';
import { startMainProcess, stopMainProcesses } from './testing/main-process.ts';

const CONCURRENCY = 6;
const PLAN = { prompts: 40, codes: 5, disconnections: 8, kills: 1, databaseRestarts: 1, seed: 20_261_130 };
const DRAIN_MS = 1_000;
const LIMIT_MS = 180_000;

describe('a cluster', () => {
  let service: HostedService;
  let cluster: Cluster | undefined;

  beforeEach(async () => {
    service = await openHostedService({ concurrency: CONCURRENCY });
    try {
      cluster = await Cluster.start({
        environment: {
          ...service.environment,
          ...{ WORKER_TIMEOUT_SECONDS: '2', DRAIN_SECONDS: String(DRAIN_MS / 1_000), RECONNECT_JITTER_MS: '300' },
        },
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
    'goes on while each of its processes is replaced, and sends clients elsewhere bit by bit',
    async () => {
      const figures = await replaceEach(cluster as Cluster, { codes: 12, rounds: 1 });
      printFigures('a rolling upgrade of a cluster', figures);
      expect(figures).toEqual(jasmine.objectContaining({ ...faultless(figures.sent), ...UNDISTURBED }));
      // Prompts went on all the time.
      expect(figures.sent).toBeGreaterThan(40);
      expect(figures.shortestReturnMs).toBeGreaterThan(DRAIN_MS / 2);
      expect(service.server.starts.length).toBe(figures.clips);
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
