import { removeTemporaryFolders } from '../engines/testing/temporary-folder.ts';
import { Cluster } from './testing/cluster/cluster.ts';
import { soakCluster } from './testing/cluster/cluster-soak.ts';
import { openHostedService } from './testing/cluster/hosted-service.ts';
import { faultless, printFigures } from './testing/cluster/soak-figures.ts';

const CONCURRENCY = 6;
const PLAN = {
  prompts: 500,
  codes: 20,
  disconnections: 100,
  kills: 5,
  databaseRestarts: 2,
  seed: Number(process.env['SOAK_SEED'] ?? 20_261_130),
};
const LIMIT_MS = 30 * 60_000;

describe('a long soak of a cluster', () => {
  afterEach(removeTemporaryFolders);

  it(
    'loses nothing and doubles nothing while its processes are killed and its database starts anew',
    async () => {
      const service = await openHostedService(CONCURRENCY);
      const cluster = await Cluster.start({ environment: service.environment });
      try {
        const startedAt = performance.now();
        const figures = await soakCluster(cluster, PLAN);
        const seconds = Math.round((performance.now() - startedAt) / 1_000);
        printFigures('a soak of a cluster', { ...PLAN, ...figures, seconds });
        expect(figures).toEqual(jasmine.objectContaining({ ...faultless(PLAN.prompts), crashed: 0 }));
        expect(figures.inDoubt).toBeLessThanOrEqual(PLAN.kills * cluster.workers.length * CONCURRENCY);
        expect(service.server.starts.length).toBe(figures.clips);
      } finally {
        await cluster.remove();
        await service.server.close();
      }
    },
    LIMIT_MS,
  );
});
