import type { FastifyInstance } from 'fastify';
import type { Bot } from '../bot/index.ts';
import type { EngineRegistry } from '../engines/index.ts';
import { addHealthRoutes } from './http/health-routes.ts';
import { type MetricsAddress, MetricsServer } from './http/metrics-server.ts';
import { BotHandler, type BotHandlerOptions } from './jobs/bot-handler.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { LiveJobs } from './jobs/live-jobs.ts';
import { EngineWatch } from './observe/engine-watch.ts';
import { ObservedJobs } from './observe/observed-jobs.ts';
import type { JobHandler, Meter, Storage } from './ports/index.ts';

/** What a node needs to take jobs in, or to run them. */
export interface JobServiceOptions {
  readonly engines: EngineRegistry;
  /** Reads prompts before an engine does. Default: none does. */
  readonly bot?: Bot | undefined;
  readonly storage: Storage;
  /** Where `/metrics` is read. Default: nowhere, and nothing is counted. */
  readonly metrics?: MetricsAddress | undefined;
}

/** What a node does with jobs, and what it says of itself. */
export interface JobService {
  readonly live: LiveJobs;
  /** Absent where nobody reads it. */
  readonly meter: Meter | undefined;
  readonly metricsPort: number | undefined;
  /** Begins to take jobs in, and to run them where this node does. */
  readonly start: () => void;
}

/** Adds to a node what gateways and workers have in common: jobs, whether it is well, and metrics at an address of their own. */
export async function addJobService(app: FastifyInstance, options: JobServiceOptions): Promise<JobService> {
  const { engines, storage } = options;
  const live = new LiveJobs(storage.log, storage.bus);
  const watch = new EngineWatch();
  addHealthRoutes(app, {
    checkStorage: () => storage.check(),
    engineFault: () => watch.fault(engines.profiles.map(({ id }) => id)),
  });
  const metrics = options.metrics && (await startMetrics(app, options.metrics, storage));
  const meter = metrics?.meter;
  const start = (): void => {
    const jobs = jobHandler(options, { log: storage.log, live, logger: app.log });
    const meters = meter === undefined ? [watch] : [watch, meter];
    storage.queue.start(new ObservedJobs(jobs, { logger: app.log, meters }));
  };
  return { live, meter, metricsPort: metrics?.port, start };
}

/** What runs the jobs: the engines, behind a bot where there is one. */
function jobHandler(
  { engines, bot, storage }: JobServiceOptions,
  parts: Pick<BotHandlerOptions, 'log' | 'live' | 'logger'>,
): Required<JobHandler> {
  const runner = new JobRunner({ ...parts, engines, media: storage.media, isBehindBot: bot !== undefined });
  return bot === undefined ? runner : new BotHandler({ ...parts, bot, engines: runner, queue: storage.queue });
}

/** Begins to count, and has it read at an address of its own for as long as the node runs. */
async function startMetrics(app: FastifyInstance, address: MetricsAddress, storage: Storage) {
  // A start without it need not wait for the package.
  const { GatewayMetrics } = await import('./observe/gateway-metrics.ts');
  const meter = new GatewayMetrics({
    // A worker has none.
    sockets: () => (app.hasDecorator('websocketServer') ? app.websocketServer.clients.size : 0),
    jobs: () => storage.queue.tally(),
    usage: () => storage.usage(),
  });
  const server = await MetricsServer.listen(address, meter, app.log);
  app.addHook('onClose', () => server.close());
  app.addHook('onResponse', async (_request, { statusCode }) => {
    if (statusCode >= 400 && statusCode !== 404) meter.refused(`http_${statusCode}`);
  });
  return { meter, port: server.port };
}
