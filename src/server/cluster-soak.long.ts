import { removeTemporaryFolders } from '../engines/testing/temporary-folder.ts';
import { Cluster } from './testing/cluster/cluster.ts';
import { soakCluster } from './testing/cluster/cluster-soak.ts';
import { openHostedService } from './testing/cluster/hosted-service.ts';
import { replaceEach, UNDISTURBED } from './testing/cluster/rolling-upgrade.ts';
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
/** Longer than a lease: whoever has such a job has to say that it lives, or another worker begins it again. */
const SLOW_MS = 25_000;
/** A few of all that are sent. */
const lastsMs = (text: string) => (/第 \d*50 只猫/.test(text) ? SLOW_MS : undefined);
/** Over which a gateway ends its sockets, and by how much longer clients wait at most. */
const DRAIN_MS = 2_000;
const ENVIRONMENT = { DRAIN_SECONDS: String(DRAIN_MS / 1_000), RECONNECT_JITTER_MS: '500' };
const LIMIT_MS = 30 * 60_000;

describe('a long soak of a cluster', () => {
  afterEach(removeTemporaryFolders);

  it(
    'loses nothing and doubles nothing while its processes are killed and its database starts anew',
    async () => {
      const service = await openHostedService({ concurrency: CONCURRENCY, lastsMs });
      const cluster = await Cluster.start({ environment: { ...service.environment, ...ENVIRONMENT } });
      try {
        const startedAt = performance.now();
        const figures = await soakCluster(cluster, PLAN);
        const seconds = Math.round((performance.now() - startedAt) / 1_000);
        printFigures('a soak of a cluster', { ...PLAN, ...figures, seconds });
        expect(figures).toEqual(jasmine.objectContaining({ ...faultless(PLAN.prompts), crashed: 0 }));
        expect(figures.inDoubt).toBeLessThanOrEqual(PLAN.kills * cluster.workers.length * CONCURRENCY);
        expect(service.server.starts.length).toBe(figures.clips);
        expect(service.server.starts.filter((text) => lastsMs(text) !== undefined).length).toBe(PLAN.prompts / 100);
      } finally {
        await cluster.remove();
        await service.server.close();
      }
    },
    LIMIT_MS,
  );

  it(
    'loses nothing and doubles nothing while each process is replaced five times under load',
    async () => {
      const service = await openHostedService({ concurrency: CONCURRENCY });
      const cluster = await Cluster.start({ environment: { ...service.environment, ...ENVIRONMENT } });
      try {
        const figures = await replaceEach(cluster, { codes: 20, rounds: 5 });
        printFigures('rolling upgrades of a cluster', figures);
        expect(figures).toEqual(jasmine.objectContaining({ ...faultless(figures.sent), ...UNDISTURBED }));
        expect(figures.shortestReturnMs).toBeGreaterThan(DRAIN_MS / 2);
        expect(service.server.starts.length).toBe(figures.clips);
      } finally {
        await cluster.remove();
        await service.server.close();
      }
    },
    LIMIT_MS,
  );
});
